package io.exoscout.forecast;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.forecast.collection.SeriesDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.exoscout.forecast.SeriesServer.ok;
import static io.exoscout.forecast.SeriesServer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What one caller may ask for, and a database that is lost. */
class SeriesLimitsOverHttpTests {

	@TempDir
	static Path home;

	private SeriesServer server;

	@BeforeEach
	void start() {
		this.server = new SeriesServer(home, "exoscout.series.rows=100", "exoscout.series.collections=2",
				"exoscout.series.models=1", "exoscout.series.groups=3", "exoscout.series.work=200000",
				"exoscout.database.timeout=200ms");
		ok(this.server.upload("full", SeriesServer.hours(100, SeriesServer::wave)));
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void rowsCollectionsAndModelsHaveBounds() {
		assertThat(problem(this.server.upload("long", SeriesServer.hours(101, SeriesServer::wave)), 413))
			.startsWith("too_many_points")
			.contains("100");
		assertThat(problem(this.server.upload("full", SeriesServer.hours(3, (i) -> 1.0)), 409))
			.startsWith("too_many_collections")
			.contains("100");
		assertThat(ok(this.server.upload("full", SeriesServer.hours(100, SeriesServer::wave))).get("known").asInt())
			.isEqualTo(100);
		this.server.bean(SeriesDatabase.class)
			.databases()
			.getMongoDatabase()
			.getCollection("full")
			.insertOne(new Document("timestamp", "2025-01-01").append("value", 1));
		assertThat(problem(this.server.post("/train", "{'collection_name':'full'}"), 413))
			.startsWith("too_many_points");
		ok(this.server.upload("second", SeriesServer.hours(90, SeriesServer::wave)));
		assertThat(problem(this.server.upload("third", SeriesServer.hours(3, (i) -> 1.0)), 409))
			.startsWith("too_many_collections");
		ok(this.server.post("/train", "{'collection_name':'second'}"));
		ok(this.server.post("/train", "{'collection_name':'second'}"));
		assertThat(problem(this.server.post("/train", "{'collection_name':'second','window_size':3}"), 409))
			.startsWith("too_many_series_models");
		assertThat(problem(this.server.post("/train", "{'collection_name':'second','window_size':150}"), 413))
			.startsWith("too_many_points")
			.contains("smaller window", "200,000");
	}

	@Test
	void groupsHaveABound() {
		String rows = IntStream.range(0, 8)
			.mapToObj((i) -> "%d,1,%d".formatted(i, i))
			.collect(Collectors.joining("\n"));
		ok(this.server.upload("groups", "timestamp,value,star\n" + rows));
		assertThat(problem(this.server.post("/train", "{'collection_name':'groups','group_by':'star'}"), 413))
			.startsWith("too_many_points")
			.contains("3 groups");
	}

	@Test
	void withoutDatabaseHealthIs503AndNothingHangs() {
		this.server.loseDatabase();
		assertThat(this.server.get("/health").statusCode()).isEqualTo(503);
		assertThat(this.server.get("/health").body()).isEqualTo("{\"status\":\"down\",\"database\":\"down\"}");
		assertThat(problem(this.server.get("/database/test"), 503)).startsWith("database_unavailable");
		assertThat(problem(this.server.post("/train", "{'collection_name':'full'}"), 503))
			.startsWith("database_unavailable");
		assertThat(problem(this.server.upload("full", SeriesServer.hours(5, (i) -> 1.0)), 503))
			.startsWith("database_unavailable");
		ok(this.server.post("/ephemeris", "{'times':[1,2,3]}"));
	}

	@Test
	void theDatabaseOfTheJobsIsRefusedAtTheStart() {
		assertThatThrownBy(() -> new SeriesServer(home, "exoscout.series.database=exoscout"))
			.hasStackTraceContaining("the database of the jobs");
	}

}
