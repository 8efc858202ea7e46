package io.exoscout.stream;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Streams over HTTP, on the engine. */
class StreamTests {

	@TempDir
	static Path home;

	private static StreamStage stage;

	@BeforeAll
	static void start() {
		stage = new StreamStage(home);
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@Test
	void whatWasSentIsLearnedFrom() {
		String id = stage.define(StreamStage.POINTS);
		JsonNode sent = stage.events(id, StreamStage.points(0, 2000));
		assertThat(sent.get("accepted").asLong()).isEqualTo(2000);
		assertThat(sent.get("first_seq").asLong()).isEqualTo(1);
		assertThat(sent.get("last_seq").asLong()).isEqualTo(2000);
		JsonNode now = stage.awaitSeq(id, 2000);
		assertThat(now.get("labels").asLong()).isEqualTo(2000);
		assertThat(now.get("whole").get("roc_auc").asDouble()).isGreaterThan(0.9);
	}

	@Test
	void definitionIsShownAsItWasSent() {
		String id = stage.define(StreamStage.POINTS);
		assertThat(stage.stream(id).get("definition")).isEqualTo(Wire.json(StreamStage.POINTS));
		assertThat(stage.stream(id).get("state").asString()).isEqualTo("running");
	}

	@Test
	void unknownMemberOfADefinitionIsRefused() {
		HttpResponse<String> refused = stage.wire()
			.post("/exo-scout-streams", StreamStage.POINTS.replace("\"name\"", "\"nam\""));
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("nam");
	}

}
