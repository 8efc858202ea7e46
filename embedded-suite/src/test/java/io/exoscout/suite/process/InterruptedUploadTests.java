package io.exoscout.suite.process;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kill -9} while a table comes in: afterwards it is as if nobody had sent it. */
@DisabledOnOs(OS.WINDOWS)
class InterruptedUploadTests {

	private static final int ANNOUNCED = 50_000_000;

	@TempDir
	Path dir;

	@Test
	void killedWhileTheBodyComesInNothingStays() throws IOException {
		Path home = this.dir.resolve("home");
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			URI upload = suite.http().uri("/exo-scout-orchestrator");
			try (Socket socket = new Socket("127.0.0.1", upload.getPort())) {
				OutputStream out = socket.getOutputStream();
				out.write(head(upload).getBytes(StandardCharsets.US_ASCII));
				out.write(ProcessTables.kepler(10_000).getBytes(StandardCharsets.US_ASCII));
				out.flush();
				suite.jvm()
					.awaitRunning("part of the upload on disk", Duration.ofSeconds(30),
							() -> SuiteHome.files(home.resolve("uploads"))
								.anyMatch((file) -> file.toFile().length() > 0));
				suite.kill();
			}
		}
		assertNothingIn(home);
	}

	@Test
	void killedWhileTheTableIsLookedAtNothingStays() {
		Path home = this.dir.resolve("home");
		String large = ProcessTables.kepler(400_000);
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			CompletableFuture<Http.HttpAnswer> answer = CompletableFuture
				.supplyAsync(() -> suite.http().upload(large, "{}"));
			suite.jvm()
				.awaitRunning("a spooled table", Duration.ofSeconds(60),
						() -> SuiteHome.files(home.resolve("spool")).findAny().isPresent());
			suite.kill();
			assertThat(answer).failsWithin(Duration.ofSeconds(10));
		}
		assertNothingIn(home);
	}

	private static String head(URI upload) {
		return """
				POST %s HTTP/1.1
				Host: localhost:%d
				Content-Type: %s
				Content-Length: %d

				""".replace("\n", "\r\n").formatted(upload.getPath(), upload.getPort(), Http.contentType(), ANNOUNCED)
				+ Http.head("name=\"file\"; filename=\"table.csv\"");
	}

	private static void assertNothingIn(Path home) {
		assertThat(SuiteHome.leftovers(home)).as("what the kill left").isNotEmpty();
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			assertThat(suite.http().jobs()).isEmpty();
			assertThat(SuiteHome.blobs(home)).isEmpty();
			assertThat(SuiteHome.leftovers(home)).isEmpty();
		}
	}

}
