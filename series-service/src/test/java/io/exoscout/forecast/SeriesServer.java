package io.exoscout.forecast;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.web.EdgeServer;
import io.exoscout.web.MemoryMongo;
import io.exoscout.web.Wire;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The service over HTTP, against a server that speaks the MongoDB protocol. */
final class SeriesServer implements AutoCloseable {

	static final String PATH = "/exo-scout-series";

	private final MemoryMongo mongo = new MemoryMongo();

	private final Path home;

	private final String[] properties;

	private EdgeServer server;

	SeriesServer(Path home, String... properties) {
		this.home = home;
		this.properties = properties;
		start();
	}

	private void start() {
		String[] all = Arrays.copyOf(this.properties, this.properties.length + 1);
		all[this.properties.length] = "spring.mongodb.uri=" + this.mongo.uri();
		this.server = EdgeServer.start(SeriesApplication.class, this.home, all);
	}

	void restart() {
		this.server.close();
		start();
	}

	void loseDatabase() {
		this.mongo.close();
	}

	<T> T bean(Class<T> type) {
		return this.server.context().getBean(type);
	}

	HttpResponse<String> upload(String name, String csv) {
		return upload(name, csv, "");
	}

	HttpResponse<String> upload(String name, String csv, String query) {
		return this.server.wire().send("POST", PATH + "/collections/" + name + query, csv, "Content-Type", "text/csv");
	}

	HttpResponse<String> post(String path, String json) {
		return this.server.wire().post(PATH + path, json.replace('\'', '"'));
	}

	HttpResponse<String> get(String path) {
		return this.server.wire().get(PATH + path);
	}

	HttpResponse<String> delete(String path) {
		return this.server.wire().send("DELETE", PATH + path, null);
	}

	static JsonNode ok(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
		return Wire.json(response);
	}

	static String problem(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return Wire.json(response).get("code").asString() + ": " + Wire.json(response).get("detail").asString();
	}

	/** A table of hours, with a value for each. */
	static String hours(int count, IntFunction<Double> value) {
		return "timestamp,value\n" + IntStream.range(0, count)
			.mapToObj((i) -> "2024-01-%02dT%02d:00:00Z,%s".formatted(1 + i / 24, i % 24, value.apply(i)))
			.collect(Collectors.joining("\n"));
	}

	/** A wave of seven hours. */
	static double wave(int hour) {
		return Double.parseDouble(String.format(Locale.ROOT, "%.6f", 20 + Math.sin(hour * 0.9)));
	}

	@Override
	public void close() {
		this.server.close();
		this.mongo.close();
	}

}
