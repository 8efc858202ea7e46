package io.exoscout.stream;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.store.Digests;
import io.exoscout.stream.course.BatchFold;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.web.EdgeServer;
import io.exoscout.web.MemoryMongo;
import io.exoscout.web.Wire;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service of streams with a database, for tests. */
public final class StreamStage implements AutoCloseable {

	/** A stream of two columns whose label comes with the event. */
	public static final String POINTS = """
			{"name": "points", "id": ["id"], "label": {"column": "above", "positive": ["1"]},
			 "features": [{"column": "x"}, {"column": "y", "missing": [999.0], "impute": "mean"}]}""";

	/** The same, with labels that come later. */
	public static final String LATER = """
			{"name": "later", "id": ["id"], "time": "day",
			 "label": {"column": "above", "positive": ["1"], "arrives": "later", "timeout": "P30D"},
			 "features": [{"column": "x"}, {"column": "y"}]}""";

	private final MemoryMongo mongo = new MemoryMongo();

	private EdgeServer server;

	private final Path home;

	private final String[] settings;

	/** Starts it. */
	public StreamStage(Path home) {
		this(home, (uri) -> uri);
	}

	/**
	 * Starts it.
	 * @param line by which address it reaches the database
	 */
	public StreamStage(Path home, UnaryOperator<String> line, String... more) {
		this.home = home;
		this.settings = Stream.concat(Stream.of("spring.mongodb.uri=" + line.apply(this.mongo.uri())), Stream.of(more))
			.toArray(String[]::new);
		this.server = start();
	}

	private EdgeServer start() {
		return EdgeServer.start(StreamServiceApplication.class, this.home, this.settings);
	}

	/** Stops the service in order, and starts it again. */
	public void restart(Runnable meanwhile) {
		this.server.close();
		meanwhile.run();
		this.server = start();
	}

	public <T> T bean(Class<T> type) {
		return this.server.context().getBean(type);
	}

	public int port() {
		return this.server.port();
	}

	public Wire wire() {
		return this.server.wire();
	}

	/** Defines a stream and gives its id. */
	public String define(String definition) {
		HttpResponse<String> defined = wire().post("/exo-scout-streams", definition);
		assertThat(defined.statusCode()).as(defined.body()).isEqualTo(201);
		return Wire.json(defined).get("id").asString();
	}

	/** Sends something to a stream. */
	public HttpResponse<String> send(String id, String what, String type, String body) {
		return wire().send("POST", "/exo-scout-streams/" + id + "/" + what, body, "Content-Type", type);
	}

	/** Sends events as lines, all of which are accepted. */
	public JsonNode events(String id, String lines) {
		HttpResponse<String> sent = send(id, "events", "application/x-ndjson", lines);
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
		return Wire.json(sent);
	}

	/** Events of {@link #POINTS}, from one number to another. */
	public static String points(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> {
			double x = Math.sin(i * 12.9898);
			double y = Math.cos(i * 78.233);
			return "{\"id\":\"p%d\",\"x\":%s,\"y\":%s,\"above\":%d}".formatted(i, x, (i % 17 == 0) ? "999" : y,
					(x > y) ? 1 : 0);
		}).collect(Collectors.joining("\n"));
	}

	/** Waits until a stream has learned from an entry, and gives its metrics then. */
	public JsonNode awaitSeq(String id, long seq) {
		await().atMost(Duration.ofSeconds(60)).until(() -> stream(id).get("seq").asLong() >= seq);
		return Wire.json(wire().get("/exo-scout-streams/" + id + "/metrics")).get("now");
	}

	public JsonNode stream(String id) {
		return Wire.json(wire().get("/exo-scout-streams/" + id));
	}

	/** The digest of what a stream has learned. */
	public String snapshot(String id) {
		HttpResponse<String> kept = send(id, "snapshot", "application/json", "");
		assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
		return Wire.json(kept).get("sha256").asString();
	}

	/** The digest of what a plain fold over all of its log has learned. */
	public String oracle(String id) {
		FoldSurroundings known = bean(FoldSurroundings.class);
		BatchFold fold = known.fold(known.streams().get(id), FoldPlace.BEGINNING);
		for (long number = 0; known.log().read(id, number).isPresent(); number++) {
			fold.fold(known.log().read(id, number).orElseThrow());
		}
		return Digests.sha256(fold.place().state());
	}

	@Override
	public void close() {
		this.server.close();
		this.mongo.close();
	}

}
