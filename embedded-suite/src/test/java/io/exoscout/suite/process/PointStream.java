package io.exoscout.suite.process;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * A stream of points in the plane, to be told apart by a line.
 *
 * @param http where it is
 * @param id of it
 */
record PointStream(Http http, String id) {

	private static final String STREAMS = "/exo-scout-streams";

	private static final String DEFINITION = """
			{"name": "points", "id": ["id"], "label": {"column": "above", "positive": ["1"]},
			 "features": [{"column": "x"}, {"column": "y"}]}""";

	/** A new one. */
	static PointStream define(Http http) {
		return new PointStream(http, http.post(STREAMS, "application/json", DEFINITION, 201).get("id").asString());
	}

	/** Sends some of the points, and has them acknowledged. */
	void send(int from, int to) {
		String rows = IntStream.range(from, to)
			.mapToObj((i) -> "p%d,%s,%s,%d".formatted(i, Math.sin(i * 12.9898), Math.cos(i * 78.233),
					(Math.sin(i * 12.9898) > Math.cos(i * 78.233)) ? 1 : 0))
			.collect(Collectors.joining("\n", "id,x,y,above\n", "\n"));
		this.http.post(path("/events"), "text/csv", rows, 202);
	}

	/** Waits until so many events are learned from, at least. */
	void awaitLearned(long seq) {
		await().atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> state().get("seq").asLong() >= seq);
	}

	/** How many events its log has. */
	long logged() {
		return state().get("last_seq").asLong();
	}

	/** The digest of what it has learned. */
	String digest() {
		return this.http.post(path("/snapshot"), "application/json", "", 201).get("sha256").asString();
	}

	private JsonNode state() {
		return this.http.get(path("")).body();
	}

	private String path(String below) {
		return STREAMS + "/" + this.id + below;
	}

}
