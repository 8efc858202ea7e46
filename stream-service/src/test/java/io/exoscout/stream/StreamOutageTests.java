package io.exoscout.stream;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import io.exoscout.web.Cable;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Streams whose database is away for a while. */
class StreamOutageTests {

	@TempDir
	static Path home;

	private static Cable line;

	private static StreamStage stage;

	@BeforeAll
	static void start() {
		stage = new StreamStage(home, (uri) -> {
			URI database = URI.create(uri);
			line = new Cable(database.getPort());
			return uri.replace(":" + database.getPort(), ":" + line.port());
		}, "exoscout.database.timeout=2s");
	}

	@AfterAll
	static void stop() {
		stage.close();
		line.close();
	}

	@Test
	void eventsThatCanNotBeKeptAreRefusedAndCountOnceWhenTheyAreSentAgain() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 100));
		line.refuse();
		HttpResponse<String> refused = stage.send(id, "events", "application/x-ndjson", StreamStage.points(50, 150));
		line.mend();
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("database_unavailable");
		await().atMost(Duration.ofMinutes(1))
			.until(() -> stage.wire().get("/exo-scout-streams/" + id).statusCode() == 200);
		assertThat(stage.events(id, StreamStage.points(50, 150)).get("accepted").asLong()).isEqualTo(50);
		stage.awaitSeq(id, 150);
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	@Test
	void streamIsLearnedFromOnceTheDatabaseIsBackAsIfItHadNeverBeenAway() {
		String id = stage.define(StreamStage.POINTS);
		for (int i = 0; i < 20; i++) {
			stage.events(id, StreamStage.points(i * 500, (i + 1) * 500));
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> stage.stream(id).get("seq").asLong() > 0);
		line.refuse();
		assertThat(stage.wire().get("/exo-scout-streams/" + id).statusCode()).isEqualTo(503);
		line.mend();
		await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> stage.stream(id).get("lag").asLong() == 0);
		assertThat(stage.awaitSeq(id, 10_000).get("labels").asLong()).isEqualTo(10_000);
		await().atMost(Duration.ofMinutes(1)).until(() -> !stage.stream(id).has("trouble"));
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

}
