package io.exoscout.suite.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code kill -9} of the suite while it learns from a stream. */
@DisabledOnOs(OS.WINDOWS)
class StreamCrashTests {

	private static final String DEFINITION = """
			{"name": "points", "id": ["id"], "label": {"column": "above", "positive": ["1"]},
			 "features": [{"column": "x"}, {"column": "y"}]}""";

	private static final int EVENTS = 40_000;

	private static final int KILLS = 3;

	@TempDir
	Path dir;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void streamThatWasKilledSeveralTimesIsBitByBitAsOneThatWasNot() {
		Path home = this.dir.resolve("home");
		Random random = new Random(1972);
		String id = "";
		for (int kill = 0; kill < KILLS; kill++) {
			try (SuiteProcess suite = SuiteProcess.start(home)) {
				if (kill == 0) {
					id = define(suite);
				}
				send(suite, id, kill * EVENTS / KILLS, (kill + 1) * EVENTS / KILLS);
				LockSupport.parkNanos(Duration.ofMillis(random.nextInt(6000)).toNanos());
				suite.kill();
			}
		}
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			// whoever got no answer sends again
			send(suite, id, 0, EVENTS);
			String whole = define(suite);
			for (int part = 0; part < KILLS; part++) {
				send(suite, whole, part * EVENTS / KILLS, (part + 1) * EVENTS / KILLS);
			}
			assertThat(learned(suite, id)).isEqualTo(learned(suite, whole));
		}
	}

	private String define(SuiteProcess suite) {
		return post(suite, "/exo-scout-streams", "application/json", DEFINITION, 201).get("id").asString();
	}

	private void send(SuiteProcess suite, String id, int from, int to) {
		String rows = IntStream.range(from, to)
			.mapToObj((i) -> "p%d,%s,%s,%d".formatted(i, Math.sin(i * 12.9898), Math.cos(i * 78.233),
					(Math.sin(i * 12.9898) > Math.cos(i * 78.233)) ? 1 : 0))
			.collect(Collectors.joining("\n", "id,x,y,above\n", "\n"));
		post(suite, "/exo-scout-streams/" + id + "/events", "text/csv", rows, 202);
	}

	/** The digest of what a stream has learned, once it has learned all. */
	private String learned(SuiteProcess suite, String id) {
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200)).until(() -> {
			JsonNode stream = suite.http().get("/exo-scout-streams/" + id).body();
			return stream.get("seq").asLong() == EVENTS && stream.get("last_seq").asLong() == EVENTS;
		});
		return post(suite, "/exo-scout-streams/" + id + "/snapshot", "application/json", "", 201).get("sha256")
			.asString();
	}

	private JsonNode post(SuiteProcess suite, String path, String type, String body, int status) {
		HttpRequest request = HttpRequest.newBuilder(suite.http().uri(path))
			.header("Content-Type", type)
			.timeout(Duration.ofMinutes(2))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<String> answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
			return JsonMapper.builder().build().readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
