package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.exoscout.dataset.RealTables;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How far the archive's tables lie from each other. */
@SuiteTest
class RealDriftTests {

	private final Client client;

	RealDriftTests(Client client) {
		this.client = client;
	}

	/** The model that other tests train, too. */
	private String model() {
		return this.client.trained(RealTables.bytes(RealTables.KEPLER), "{\"algorithm\": \"gradient_boosting\"}")
			.get("job_id")
			.asString();
	}

	private Answer answer(byte[] table) {
		return this.client.post(Client.PREDICTIONS, Form.of(table).with("job_id", model()));
	}

	private JsonNode drift(byte[] table) {
		Answer answer = answer(table);
		JsonNode drift = answer.json(200).get("drift");
		assertThat(answer.header("X-Drift")).isEqualTo(drift.get("level").asString());
		return drift;
	}

	/** The training table with some of its columns multiplied. */
	private static byte[] scaled(double factor, String... columns) {
		List<String> lines = new String(RealTables.bytes(RealTables.KEPLER), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.startsWith("#"))
			.toList();
		List<String> header = List.of(lines.get(0).split(","));
		List<Integer> scaled = Arrays.stream(columns).map(header::indexOf).toList();
		return WrittenTable.bytes(lines.stream().map((line) -> {
			String[] cells = line.split(",", -1);
			for (int column : scaled) {
				if (cells[column].matches("[0-9.E+-]+")) {
					cells[column] = String.format(Locale.ROOT, "%s", Double.parseDouble(cells[column]) * factor);
				}
			}
			return String.join(",", cells);
		}).collect(Collectors.joining("\n", "", "\n")));
	}

	@Test
	void theTrainingTableHasNone() {
		JsonNode drift = drift(RealTables.bytes(RealTables.KEPLER));
		assertThat(drift.get("level").asString()).as(drift.toString()).isEqualTo("none");
		assertThat(drift.get("outside").asDouble()).isLessThan(0.01);
		assertThat(drift.get("rows").asInt()).isEqualTo(9564);
	}

	@Test
	void theSameTableOfAnotherYearHasNone() {
		JsonNode drift = drift(RealTables.bytes(RealTables.KEPLER_2017));
		assertThat(drift.get("level").asString()).as(drift.toString()).isEqualTo("none");
	}

	@Test
	void aShiftedTableIsToldByTheColumnsThatAreShifted() {
		JsonNode drift = drift(scaled(4, "koi_period", "koi_depth", "koi_prad", "koi_insol", "koi_model_snr"));
		assertThat(drift.get("level").asString()).as(drift.toString()).isEqualTo("strong");
		assertThat(drift.get("psi").asDouble()).isGreaterThan(0.25);
		// what is computed from them is shifted, too
		assertThat(drift.get("features").valueStream().map((feature) -> feature.get("feature").asString()))
			.anyMatch((feature) -> feature.matches("koi_(period|depth|prad|insol|model_snr)"));
	}

	@Test
	void rowsOfAnotherMissionAreRefusedAndNotMeasured() {
		assertThat(answer(RealTables.bytes(RealTables.TESS)).problem(422, "wrong_mission")).contains("tess");
	}

}
