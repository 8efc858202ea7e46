package io.exoscout.jobs.verdict;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.jobs.JobStage;
import io.exoscout.problem.ErrorCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictExportTests {

	private static final String VERDICTS = "/exo-scout-jobs-api/objects/verdicts";

	private static JobStage stage;

	private static OwnVerdicts verdicts;

	private static MockMvcTester http;

	@BeforeAll
	static void start() {
		stage = new JobStage();
		Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00.123456Z"), ZoneOffset.UTC);
		verdicts = new OwnVerdicts(stage.database(), new VerdictSettings(1000), clock);
		http = JobStage.http(new VerdictExport(verdicts, JobStage.JSON));
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void fill() {
		stage.clear();
		say(Mission.TESS, "1000.01", new SaidVerdict("unsure", null, List.of("dim")));
		say(Mission.KEPLER, "K00752.02", new SaidVerdict(null, "=HYPERLINK(\"x\")", null));
		say(Mission.KEPLER, "K00752.01", new SaidVerdict("planet", "two\nlines", List.of("again", "dim")));
	}

	private static void say(Mission mission, String object, SaidVerdict said) {
		assertThat(verdicts.create(new NamedObject(mission, object), said.checked())).isPresent();
	}

	private static MockHttpServletResponse get(String query) {
		return http.get().uri(VERDICTS + query).exchange().getResponse();
	}

	private static List<String> objects(MockHttpServletResponse response) {
		return JobStage.json(response).findValuesAsString("object");
	}

	@ParameterizedTest
	@CsvSource({ "name=koi-752.01,1", "name=K00752.01&mission=kepler&tag=again,1", "name=K00752.01&tag=other,0",
			"name=K0075,0", "name=K00752.03,0", "name=1000.01&mission=tess,1", "name=1000.01&mission=k2,0" })
	void oneObjectIsAskedForByItsWholeName(String query, int found) {
		query = query.contains("mission") ? query : query + "&mission=kepler";
		assertThat(JobStage.json(get("?" + query)).size()).isEqualTo(found);
	}

	@Test
	void textNeverBecomesAFormula() throws Exception {
		MockHttpServletResponse csv = get("?format=csv");
		assertThat(csv.getHeader("Content-Disposition")).contains("verdicts.csv");
		assertThat(csv.getContentAsString()).isEqualTo("""
				mission,object,verdict,tags,note,created_at,changed_at\r
				kepler,K00752.01,planet,again dim,"two
				lines",2026-11-20T12:00:00.123Z,2026-11-20T12:00:00.123Z\r
				kepler,K00752.02,,,"'=HYPERLINK(""x"")",2026-11-20T12:00:00.123Z,2026-11-20T12:00:00.123Z\r
				tess,1000.01,unsure,dim,,2026-11-20T12:00:00.123Z,2026-11-20T12:00:00.123Z\r
				""");
	}

	@Test
	void linesOfJsonHaveAll() throws Exception {
		assertThat(get("?format=ndjson").getContentAsString().lines()).hasSize(3)
			.first()
			.asString()
			.contains("\"object\":\"K00752.01\"", "two\\nlines");
	}

	@ParameterizedTest
	@CsvSource({ "mission=kepler, K00752.01 K00752.02", "mission=k2, ''", "tag=dim, K00752.01 1000.01",
			"tag=dim&mission=tess, 1000.01" })
	void someAreChosen(String query, String objects) {
		assertThat(objects(get("?" + query))).isEqualTo(objects.isEmpty() ? List.of() : List.of(objects.split(" ")));
	}

	@Test
	void pagesFollowOneAnother() {
		List<String> all = new ArrayList<>();
		String page = "?limit=1&mission=kepler";
		for (int i = 0; i < 2; i++) {
			MockHttpServletResponse response = get(page);
			all.addAll(objects(response));
			String link = response.getHeader("Link");
			page = (link != null) ? "?limit=1&mission=kepler&cursor=kepler K00752.01" : "";
		}
		assertThat(page).isEmpty();
		assertThat(all).containsExactly("K00752.01", "K00752.02");
	}

	@Test
	void manyAreWrittenSomeAtATime() throws Exception {
		for (int i = 0; i < 450; i++) {
			say(Mission.K2, "EPIC %d.01".formatted(201_000_000 + i), new SaidVerdict("planet", null, null));
		}
		assertThat(get("?format=csv&mission=k2").getContentAsString().lines()).hasSize(451);
	}

	@Test
	void cursorOfAnotherAddressIsRefused() {
		JobStage.refused(http.get().uri(VERDICTS + "?cursor=100").exchange(), ErrorCode.INVALID_PARAMETER);
	}

}
