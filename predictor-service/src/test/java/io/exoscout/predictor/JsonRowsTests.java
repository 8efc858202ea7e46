package io.exoscout.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.dataset.Mission;
import io.exoscout.dataset.ObjectRow;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonRowsTests {

	private static final ModelInputs KEPLER = TestModels.inputs(Mission.KEPLER, TestModels.KEPLER_FEATURES);

	@Test
	void readsNumbersAndNumbersInQuotes() {
		assertThat(read(Map.of("koi_period", 9.5, "koi_depth", "6.1e2")).values()).containsExactly(9.5f, Float.NaN,
				610f, Float.NaN, Float.NaN);
	}

	@Test
	void takesNullAndBlankAsUnknown() {
		Map<String, Object> row = new HashMap<>();
		row.put("koi_period", null);
		row.put("koi_depth", " ");
		assertThat(read(row).values()).containsOnly(Float.NaN);
	}

	@Test
	void namesTheObject() {
		assertThat(read(Map.of("kepoi_name", "K1", "koi_period", 1)).object()).isEqualTo("K1");
	}

	@Test
	void numbersRowsFromOne() {
		assertThat(new JsonRows(List.of(Map.of("koi_period", 1), Map.of("koi_period", 2))).read(KEPLER))
			.extracting(ObjectRow::row)
			.containsExactly(1L, 2L);
	}

	@Test
	void refusesTextWhereANumberBelongs() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new JsonRows(List.of(Map.of("koi_period", 1), Map.of("koi_period", "long"))).read(KEPLER))
			.withMessageContaining("Row 2")
			.withMessageContaining("'long'")
			.withMessageContaining("koi_period");
	}

	@Test
	void refusesTruthValuesAndLists() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(Map.of("koi_period", true)));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(Map.of("koi_period", List.of(1))));
	}

	@Test
	void refusesNoRows() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new JsonRows(null))
			.withMessageContaining("rows");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new JsonRows(List.of()));
	}

	@Test
	void refusesARowThatIsNull() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new JsonRows(new ArrayList<>(Arrays.asList(Map.of("koi_period", 1), null))))
			.withMessageContaining("Row 2");
	}

	@Test
	void refusesRowsOfAnotherMission() {
		ModelInputs k2 = TestModels.inputs(Mission.K2, List.of("pl_orbper", "pl_rade"));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new JsonRows(List.of(Map.of("toi", "1000.01", "pl_orbper", 2, "pl_rade", 3))).match(k2))
			.withMessageContaining("tess")
			.withMessageContaining("k2")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(ProblemKind.UNUSABLE));
	}

	@Test
	void namesColumnsOfAllRows() {
		JsonRows rows = new JsonRows(
				List.of(Map.of("koi_period", 1, "koi_duration", 2), Map.of("koi_depth", 3, "koi_prad", 4, "mine", 5)));
		ColumnMatch match = rows.match(KEPLER);
		assertThat(match.missing()).containsExactly("koi_teq");
		assertThat(match.ignored()).containsExactly("mine");
	}

	private static ObjectRow read(Map<String, Object> row) {
		return new JsonRows(List.of(row)).read(KEPLER).get(0);
	}

}
