package io.exoscout.catalog;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Search, filters and order of the list, over planets of the archive and one of a
 * person's own.
 */
class PlanetListTests {

	@TempDir
	static Path home;

	private static EdgeServer server;

	@BeforeAll
	static void start() {
		server = EdgeServer.start(CatalogApplication.class, home);
		ConfirmedPlanets.send(server, ConfirmedPlanets.table(ConfirmedPlanets.HOT, ConfirmedPlanets.SMALL,
				ConfirmedPlanets.LIMITED, ConfirmedPlanets.BARE));
		server.wire().post("/save-exoplanet", "{\"nombre\":\"Mine b\",\"hostname\":\"Home Star\",\"pl_rade\":2}");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "q=zeta1c|Zeta-1 c", "q=ZETA%201%20C|Zeta-1 c", "q=hq77|HQ 77 b", "q=home_star|Mine b",
					"method=Microlensing|OGLE-X L b", "facility=Lick%20Observatory|HQ 77 b",
					"min_year=2012&max_year=2014|Zeta-1 c", "max_year=1999|HQ 77 b", "max_period=1|Zeta-1 c",
					"min_period=1000|HQ 77 b", "min_mass=100&max_mass=400|Zeta-1 b", "disputed=true|Zeta-1 c",
					"source=own|Mine b", "max_distancia_ly=40|HQ 77 b", "q=zeta&disputed=false|Zeta-1 b" })
	void filtersFindTheOne(String query, String name) {
		assertThat(names(query)).containsExactly(name);
	}

	@Test
	void aLimitLiesInNoRange() {
		assertThat(names("min_radius=1&sort=pl_rade")).containsExactly("Zeta-1 c", "Mine b", "Zeta-1 b");
	}

	@ParameterizedTest
	@CsvSource({ "pl_rade,Zeta-1 c|Mine b|Zeta-1 b|HQ 77 b|OGLE-X L b",
			"-pl_rade,Zeta-1 b|Mine b|Zeta-1 c|HQ 77 b|OGLE-X L b",
			"nombre,HQ 77 b|Mine b|OGLE-X L b|Zeta-1 b|Zeta-1 c", "-nombre,Zeta-1 c|Zeta-1 b|OGLE-X L b|Mine b|HQ 77 b",
			"-disc_year,OGLE-X L b|Zeta-1 c|Zeta-1 b|HQ 77 b|Mine b" })
	void whatWasNotMeasuredComesLastEitherWay(String sort, String names) {
		assertThat(names("sort=" + sort)).containsExactly(names.split("\\|"));
	}

	@ParameterizedTest
	@CsvSource({ "sort=pl_rade", "sort=-pl_rade", "sort=nombre", "sort=-nombre", "source=archive" })
	void pagesNeitherSkipNorRepeat(String query) {
		List<String> seen = new ArrayList<>();
		String page = "/get-exoplanets?limit=1&" + query;
		while (page != null) {
			HttpResponse<String> response = server.wire().get(page);
			Wire.json(response).forEach((planet) -> seen.add(planet.get("nombre").asString()));
			page = response.headers()
				.firstValue("Link")
				.map((link) -> link.replaceFirst("<", "").replaceFirst(">.*", ""))
				.orElse(null);
		}
		assertThat(seen).containsExactlyElementsOf(names(query));
	}

	@Test
	void theAnswerSaysHowManyThereAreInAll() {
		HttpResponse<String> response = server.wire().get("/get-exoplanets?limit=1&method=Transit");
		assertThat(response.headers().firstValue("X-Total-Count")).contains("2");
	}

	@Test
	void onlyTheFieldsThatAreAskedForAreShown() {
		JsonNode planet = Wire.json(server.wire().get("/get-exoplanets?q=zeta1b&fields=nombre,pl_rade")).get(0);
		assertThat(planet.propertyNames()).containsExactly("id", "provenance", "nombre", "pl_rade");
	}

	@ParameterizedTest
	@CsvSource({ "sort=radius,sort", "sort=,sort", "fields=$where,fields", "fields=,fields", "min_year=-1,min_year",
			"min_radius=3&max_radius=2,min_radius", "max_mass=NaN,max_mass", "source=nasa,source",
			"disputed=perhaps,disputed", "sort=nombre&cursor=abc,cursor", "limit=10001,limit", "method=%00,method" })
	void badParametersAreNamed(String query, String parameter) {
		HttpResponse<String> response = server.wire().get("/get-exoplanets?" + query);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
		assertThat(Wire.json(response).at("/errors/0/field").asString()).isEqualTo(parameter);
	}

	@Test
	void coneFindsPlanetsOfTheArchive() {
		assertThat(server.wire().get("/get-exoplanets/cone?RA=285.3&DEC=39.3&SR=1").body())
			.contains("<TD>Zeta-1 b</TD>", "<TD>Zeta-1 c</TD>")
			.doesNotContain("HQ 77");
	}

	private static List<String> names(String query) {
		HttpResponse<String> response = server.wire().get("/get-exoplanets?" + query);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		List<String> names = new ArrayList<>();
		Wire.json(response).forEach((planet) -> names.add(planet.get("nombre").asString()));
		return names;
	}

}
