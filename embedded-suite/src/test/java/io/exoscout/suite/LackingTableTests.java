package io.exoscout.suite;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import io.exoscout.dataset.RealTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Half of the stars of a real table are trained on, with all columns; of the other half
 * something is left out, as people's tables do. A model trained on just what is left says
 * what is to be had.
 */
@SuiteTest
class LackingTableTests {

	private static final Table KEPLER = new Table(RealTables.KEPLER, "kepid", "koi_disposition",
			Map.of("CONFIRMED", 1, "FALSE POSITIVE", 0));

	private static final Table TESS = new Table(RealTables.TESS, "tid", "tfopwg_disp",
			Map.of("CP", 1, "KP", 1, "FP", 0, "FA", 0));

	private static final Set<String> CORE = Set.of("kepid", "kepoi_name", "koi_disposition", "koi_period",
			"koi_duration", "koi_depth", "koi_prad");

	private static final Set<String> SELECTION = Set.of("kepid", "kepoi_name", "koi_disposition", "koi_period",
			"koi_time0bk", "koi_impact", "koi_duration", "koi_depth", "koi_prad", "koi_teq", "koi_insol", "koi_steff",
			"koi_slogg", "koi_kepmag");

	private final Client client;

	LackingTableTests(Client client) {
		this.client = client;
	}

	/** What people send. */
	enum Sent {

		KEPLER_WITHOUT_UNCERTAINTIES(KEPLER, (column) -> !column.contains("err")),
		KEPLER_WITHOUT_STAR_RADIUS(KEPLER, (column) -> !column.startsWith("koi_srad")),
		KEPLER_SELECTION(KEPLER, SELECTION::contains), KEPLER_CORE(KEPLER, CORE::contains),
		TESS_WITHOUT_GRAVITY(TESS, (column) -> !column.startsWith("st_logg")),
		TESS_WITHOUT_UNCERTAINTIES(TESS, (column) -> !column.contains("err"));

		private final Table table;

		private final Predicate<String> columns;

		Sent(Table table, Predicate<String> columns) {
			this.table = table;
			this.columns = columns;
		}

	}

	/** One of the archive's tables. */
	private record Table(String name, String star, String label, Map<String, Integer> planets) {

		StarTable seen() {
			return StarTable.of(this.name).half(this.star, true);
		}

		StarTable unseen() {
			return StarTable.of(this.name).half(this.star, false);
		}

	}

	/** What an answer was worth. */
	private record Worth(double accuracy, double brier, int objects, JsonNode answer) {

		/**
		 * How far the accuracy among so many other objects may lie from this one: three
		 * standard errors of the difference.
		 */
		double chance() {
			return 3 * Math.sqrt(2 * this.accuracy * (1 - this.accuracy) / this.objects);
		}

	}

	private Worth judge(JsonNode job, Table table, StarTable sent) {
		JsonNode answer = this.client
			.post(Client.PREDICTIONS, Form.of(sent.csv()).with("job_id", job.get("job_id").asString()))
			.json(200);
		String[] labels = table.unseen().column(table.label());
		double squares = 0;
		int right = 0;
		int decided = 0;
		for (JsonNode prediction : answer.get("predictions")) {
			Integer planet = table.planets().get(labels[prediction.get("row").asInt() - 1]);
			if (planet != null) {
				double probability = prediction.get("probabilities").get("CONFIRMED").asDouble();
				squares += (probability - planet) * (probability - planet);
				right += ((probability > 0.5) == (planet == 1)) ? 1 : 0;
				decided++;
			}
		}
		return new Worth(right / (double) decided, squares / decided, decided, answer);
	}

	private JsonNode whole(Table table) {
		return this.client.trained(table.seen().csv(), "{}");
	}

	@ParameterizedTest
	@EnumSource
	void isAsGoodAsAModelOfJustTheColumnsThatAreThere(Sent sent) {
		StarTable part = sent.table.unseen().with(sent.columns);
		Worth asked = judge(whole(sent.table), sent.table, part);
		Worth reference = judge(this.client.trained(sent.table.seen().with(sent.columns).csv(), "{}"), sent.table,
				part);
		assertThat(asked.accuracy()).isCloseTo(reference.accuracy(), within(0.01));
		assertThat(asked.brier()).isCloseTo(reference.brier(), within(0.01));
		assertThat(asked.answer().get("information").asDouble()).isBetween(0.5, 1.0);
		assertThat(asked.answer().get("expected_accuracy").asDouble()).isCloseTo(asked.accuracy(),
				within(asked.chance()));
	}

	@Test
	void saysWhatIsAbsentInEveryForm() {
		String jobId = whole(KEPLER).get("job_id").asString();
		Form core = Form.of(KEPLER.unseen().with(CORE::contains).csv()).with("job_id", jobId);
		JsonNode answer = this.client.post(Client.PREDICTIONS, core).json(200);
		double information = answer.get("information").asDouble();
		assertThat(answer.get("absent_columns").valueStream().map((column) -> column.get("column").asString()))
			.contains("koi_model_snr");
		assertThat(answer.get("predictions").get(0).get("information").asDouble()).isEqualTo(information);
		Answer csv = this.client.post(Client.PREDICTIONS, core, "Accept", "text/csv");
		assertThat(csv.header("X-Information")).isEqualTo(Double.toString(information));
		assertThat(csv.header("X-Expected-Accuracy")).isEqualTo(answer.get("expected_accuracy").asString());
		assertThat(csv.text().lines().findFirst().orElseThrow()).contains("information,expected_accuracy");
		assertThat(csv.header("X-Absent-Columns").split(" \\| ")).containsExactly(answer.get("absent_columns")
			.valueStream()
			.map((column) -> column.get("column").asString())
			.toArray(String[]::new));
		assertThat(csv.header("X-Notes")).contains("Absent columns: ");
		Answer lines = this.client.post(Client.PREDICTIONS, core, "Accept", "application/x-ndjson");
		assertThat(lines.text().lines().findFirst().orElseThrow()).contains("\"information\":" + information,
				"\"expected_accuracy\":" + answer.get("expected_accuracy"));
	}

	@Test
	void rowsOfNothingAreCountedAndNamed() {
		String rows = """
				{"job_id": "%s", "rows": [{"koi_period": 14.4, "koi_duration": 4.1, "koi_depth": 310, "koi_prad": 1.9}, {}]}"""
			.formatted(whole(KEPLER).get("job_id").asString());
		JsonNode answer = this.client.post(Client.PREDICTIONS, rows).json(200);
		assertThat(answer.get("uninformative_rows").asInt()).isEqualTo(1);
		assertThat(answer.get("predictions").get(1).get("information").asDouble()).isZero();
		assertThat(answer.get("predictions").get(1).get("probability").asDouble()).isBetween(0.5, 0.8);
		assertThat(answer.get("expected_accuracy"))
			.isEqualTo(answer.get("predictions").get(0).get("expected_accuracy"));
		assertThat(answer.get("notes").toString()).contains("how common the classes are: row 2.");
	}

	@Test
	void wholeTablesLoseNothing() {
		Worth worth = judge(whole(KEPLER), KEPLER, KEPLER.unseen());
		assertThat(worth.accuracy()).isGreaterThan(0.955);
		assertThat(worth.brier()).isLessThan(0.033);
		assertThat(worth.answer().get("information").asDouble()).isEqualTo(1);
		assertThat(worth.answer().get("absent_columns").size()).isZero();
	}

	@Test
	void aBlankOfHalfTheRowsIsNoFalsePositive() {
		StarTable mixed = KEPLER.unseen().blanked((column) -> column.contains("err"), (row) -> row % 2 == 0);
		assertThat(judge(whole(KEPLER), KEPLER, mixed).accuracy()).isGreaterThan(0.948);
	}

	@Test
	void rowsMayHaveBlanksOfTheirOwn() {
		Random cells = new Random(5);
		Set<String> names = Set.of("kepid", "kepoi_name", "koi_disposition");
		StarTable torn = KEPLER.unseen()
			.blanked((column) -> !names.contains(column) && cells.nextDouble() < 0.3, (row) -> true);
		Worth worth = judge(whole(KEPLER), KEPLER, torn);
		assertThat(worth.accuracy()).isGreaterThan(0.92);
		assertThat(worth.answer().get("information").asDouble()).isLessThan(0.9);
	}

	@Test
	void refusesColumnsThatTellNothing() {
		byte[] magnitudes = KEPLER.unseen()
			.with(List.of("kepid", "kepoi_name", "koi_period", "koi_kepmag")::contains)
			.blanked("koi_period"::equals, (row) -> true)
			.with((column) -> !column.equals("kepid") && !column.equals("kepoi_name"))
			.csv();
		assertThat(this.client
			.post(Client.PREDICTIONS, Form.of(magnitudes).with("job_id", whole(KEPLER).get("job_id").asString()))
			.problem(422, "missing_columns")).contains("koi_depth", "base rate");
	}

}
