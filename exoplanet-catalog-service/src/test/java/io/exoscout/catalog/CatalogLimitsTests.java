package io.exoscout.catalog;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** A catalogue with room for three planets. */
class CatalogLimitsTests {

	@TempDir
	static Path home;

	private static EdgeServer server;

	@BeforeAll
	static void start() {
		server = EdgeServer.start(CatalogApplication.class, home, "exoscout.catalog.most=3");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void fill() {
		planets().remove(new Query(), Planets.COLLECTION);
		assertThat(sent(ConfirmedPlanets.HOT, ConfirmedPlanets.SMALL).statusCode()).isEqualTo(200);
	}

	private static MongoOperations planets() {
		return server.context().getBean(MongoOperations.class);
	}

	private static HttpResponse<String> sent(String... rows) {
		return ConfirmedPlanets.send(server, ConfirmedPlanets.table(rows));
	}

	private static void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
		assertThat(Wire.json(response).get("code").asString()).isEqualTo("too_many_planets");
		assertThat(Wire.json(response).get("detail").asString()).contains("exoscout.catalog.most");
	}

	@Test
	void moreThanThereIsRoomForIsRefusedAsAWhole() {
		assertRefused(sent(ConfirmedPlanets.LIMITED, ConfirmedPlanets.BARE));
		assertThat(planets().count(new Query(), Planets.COLLECTION)).isEqualTo(2);
	}

	@Test
	void moreThanThereIsEverRoomForIsRefusedWhileItIsRead() {
		String more = ConfirmedPlanets.BARE.replace("OGLE-X L b", "OGLE-X L c");
		String unreadable = "\"never closed";
		assertRefused(sent(ConfirmedPlanets.HOT, ConfirmedPlanets.SMALL, ConfirmedPlanets.LIMITED,
				ConfirmedPlanets.BARE, more, unreadable));
	}

	@Test
	void aDryRunSaysThatThereIsNoRoom() {
		assertRefused(
				ConfirmedPlanets.send(server, ConfirmedPlanets.table(ConfirmedPlanets.LIMITED, ConfirmedPlanets.BARE)
					.getBytes(StandardCharsets.UTF_8), "?dry_run=true"));
	}

	@Test
	void whatIsThereAlreadyTakesNoMoreRoom() {
		assertThat(sent(ConfirmedPlanets.HOT, ConfirmedPlanets.SMALL, ConfirmedPlanets.BARE).statusCode())
			.isEqualTo(200);
		assertThat(sent(ConfirmedPlanets.HOT.replace(",11.2,", ",10.9,"), ConfirmedPlanets.BARE).statusCode())
			.isEqualTo(200);
		assertRefused(sent(ConfirmedPlanets.HOT, ConfirmedPlanets.LIMITED));
	}

	@Test
	void whatPeopleSaveTakesRoom() {
		assertThat(server.wire().post("/save-exoplanet", "{\"nombre\":\"Mine b\"}").statusCode()).isEqualTo(201);
		assertRefused(server.wire().post("/save-exoplanet", "{\"nombre\":\"Mine c\"}"));
	}

}
