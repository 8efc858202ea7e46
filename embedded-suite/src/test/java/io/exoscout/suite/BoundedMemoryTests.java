package io.exoscout.suite;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.dataset.MadeTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uploads far larger than the memory: a suite of its own with a small heap takes or
 * refuses them, and lives on.
 */
class BoundedMemoryTests {

	private static final Pattern READY = Pattern.compile("\\s*page\\s+(http://localhost:\\d+)/");

	private static final long MEBIBYTE = 1 << 20;

	@TempDir
	private static Path directory;

	private static Process suite;

	private final Executor callers = Executors.newFixedThreadPool(16);

	private static Client client;

	@BeforeAll
	static void start() throws IOException {
		// surefire hides the class path in a manifest, but notes it here
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		suite = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+ExitOnOutOfMemoryError", "-cp", classPath, ExoplanetSuite.class.getName(),
				"--exoscout.home=" + directory.resolve("home"), "--server.port=0", "--exoscout.table.max-size=300MB")
			.redirectErrorStream(true)
			.start();
		client = new Client(
				url(new BufferedReader(new InputStreamReader(suite.getInputStream(), StandardCharsets.UTF_8))));
	}

	private static String url(BufferedReader output) throws IOException {
		StringBuilder said = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			said.append(line).append('\n');
			Matcher ready = READY.matcher(line);
			if (ready.matches()) {
				return ready.group(1);
			}
		}
		throw new IllegalStateException("the suite did not start: " + said);
	}

	@AfterAll
	static void stop() throws InterruptedException {
		suite.destroy();
		assertThat(suite.waitFor(30, TimeUnit.SECONDS)).isTrue();
	}

	@AfterEach
	void livesOnAndKeepsNothing() throws IOException {
		client.assertHealthy();
		for (String place : List.of("spool", "uploads")) {
			try (Stream<Path> files = Files.list(directory.resolve("home").resolve(place))) {
				assertThat(files).as(place).isEmpty();
			}
		}
	}

	@Test
	void refusesACellOf200Megabytes() {
		Answer answer = client.post(Client.UPLOADS, Form
			.streaming(() -> MadeTables.repeated(WrittenTable.HEADER + "\n1,K1.01,", 'x', 200 * MEBIBYTE, "\n")));
		assertThat(answer.problem(413, "row_too_large")).contains("line 2");
	}

	@Test
	void refusesAHeaderOf200Megabytes() {
		client.post(Client.UPLOADS, Form.streaming(() -> MadeTables.repeated("", ',', 200 * MEBIBYTE, "\n")))
			.problem(413, "row_too_large");
	}

	@Test
	void refusesAGzipBomb() {
		byte[] bomb = bomb(1024);
		assertThat(bomb).hasSizeLessThan((int) (10 * MEBIBYTE));
		assertThat(client.upload(bomb, "{}").problem(413, "too_costly")).contains("16 times its size");
	}

	@Test
	void livesThroughListsOfRowsThatFillTheMemoryTogether() {
		String rows = "{\"job_id\": \"none\", \"rows\": [{}" + ",{\"a\":1}".repeat(400_000) + "]}";
		List<Answer> answers = IntStream.range(0, 16)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> client.post(Client.PREDICTIONS, rows), this.callers))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(answers).extracting((answer) -> answer.json().get("code").asString())
			.contains("job_not_found")
			.containsAnyOf("too_many_bodies")
			.isSubsetOf("job_not_found", "too_many_bodies");
	}

	@Test
	void refusesAListOfRowsThatIsTooLargeForTheMemory() {
		String rows = "{\"job_id\": \"none\", \"rows\": [{}" + ",{\"a\":1}".repeat(1_000_000) + "]}";
		assertThat(client.post(Client.PREDICTIONS, rows).problem(413, "body_too_large")).contains("larger than");
	}

	/** A table whose comments alone unpack to so many MiB. */
	private static byte[] bomb(int mebibytes) {
		byte[] comment = ("#" + "x".repeat((int) MEBIBYTE - 2) + "\n").getBytes(StandardCharsets.US_ASCII);
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			for (int i = 0; i < mebibytes; i++) {
				out.write(comment);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	@Test
	void refusesAFileOverTheLimit() {
		Answer answer = client.post(Client.UPLOADS,
				Form.streaming(() -> MadeTables.repeated("#", 'x', 260 * MEBIBYTE, "\n")));
		answer.problem(413, "upload_too_large");
	}

	@Test
	void takesATableOf250Megabytes() {
		byte[] rows = WrittenTable.kepler(900, 600);
		Answer answer = client.post(Client.UPLOADS + "/inspect", Form.streaming(() -> padded(rows)));
		assertThat(answer.json(200).get("rows").asInt()).isEqualTo(600);
	}

	/** Most of it are comments, which may be as long as they like. */
	private static InputStream padded(byte[] rows) {
		return new SequenceInputStream(MadeTables.repeated("#", 'x', 250 * MEBIBYTE, "\n"),
				new ByteArrayInputStream(rows));
	}

	@Test
	void refusesLargeJsonAndLargeParams() {
		String large = "x".repeat((int) (11 * MEBIBYTE));
		client.post(Client.PREDICTIONS, "{\"job_id\": \"" + large + "\"}").problem(413, "body_too_large");
		Answer params = client.upload(WrittenTable.kepler(901, 60), "{\"model_name\": \"" + large + "\"}");
		assertThat(params.status()).as(params.text()).isIn(400, 413);
		params.problem(params.status(), params.json().get("code").asString());
	}

	@Test
	void scoresALargeTableWhileItIsRead() {
		String jobId = client.trained(WrittenTable.kepler(902, 120), WrittenTable.QUICK).get("job_id").asString();
		String row = "%d,K1.01,CANDIDATE,9.5,3.1,600.0,2.1,0.3,5500,seen%n".formatted(1);
		byte[] block = row.repeat(1000).getBytes(StandardCharsets.US_ASCII);
		Answer answer = client.post(Client.PREDICTIONS, Form.streaming(() -> many(block, 300)).with("job_id", jobId),
				"Accept", "text/csv");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text().lines()).hasSize(300_001);
	}

	private static InputStream many(byte[] block, int times) {
		List<InputStream> parts = new ArrayList<>();
		parts.add(new ByteArrayInputStream((WrittenTable.HEADER + "\n").getBytes(StandardCharsets.US_ASCII)));
		for (int i = 0; i < times; i++) {
			parts.add(new ByteArrayInputStream(block));
		}
		return new SequenceInputStream(Collections.enumeration(parts));
	}

}
