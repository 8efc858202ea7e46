package io.exoscout.predictor.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.objects.ObjectRow;
import io.exoscout.predictor.TestModels;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
	void spellsNamesAsTheArchiveDoes() {
		ObjectRow row = read(Map.of("KOI", "KOI-752.01", "kepid", 10797460.0, "period_hours", 48));
		assertThat(row.object()).isEqualTo("K00752.01");
		assertThat(row.star()).isEqualTo("10797460");
		assertThat(row.values()[0]).isEqualTo(2);
	}

	@Test
	void notesEveryNameThatWasTakenForAnother() {
		assertThat(rows(List.of(Map.of("period_hours", 48, "koi_depth", 610))).notes(KEPLER)).singleElement()
			.asString()
			.contains("\"period_hours\" -> koi_period", "converted from hours");
		assertThat(rows(List.of(Map.of("koi_period", 2, "koi_depth", 610))).notes(KEPLER)).isEmpty();
	}

	@Test
	void notesASecondColumnThatIsLeftAsItIs() {
		assertThat(rows(List.of(Map.of("koi_period", 2, "Period (hours)", 48))).notes(KEPLER)).singleElement()
			.asString()
			.contains("\"Period (hours)\" was left as it is", "koi_period already");
	}

	@Test
	void takesWordsForBlanksAsUnknown() {
		assertThat(read(Map.of("koi_period", "None", "koi_depth", "--")).values()).containsOnly(Float.NaN);
	}

	@Test
	void numbersRowsFromOne() {
		assertThat(rows(List.of(Map.of("koi_period", 1), Map.of("koi_period", 2))).read(KEPLER))
			.extracting(ObjectRow::row)
			.containsExactly(1L, 2L);
	}

	@Test
	void refusesTextWhereANumberBelongs() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> rows(List.of(Map.of("koi_period", 1), Map.of("koi_period", "long"))).read(KEPLER))
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
	void refusesARowThatCanNotBeMeasured() {
		assertImpossible(List.of(Map.of("koi_period", -9.5, "koi_depth", 610)),
				"koi_period has 100 % impossible values", "row 1: \"-9.5\"");
		assertImpossible(List.of(Map.of("koi_steff", 3.74, "koi_period", 9.5)), "koi_steff");
	}

	@Test
	void refusesRowsInLogarithmsInAnotherUnitOrScaled() {
		assertImpossible(sun((row) -> Math.log10(row)), "logarithms", "koi_depth", "koi_steff");
		assertImpossible(sun((row) -> row / 1e5), "koi_slogg");
		List<Map<String, Object>> days = new ArrayList<>();
		sun((value) -> value).forEach((row) -> {
			Map<String, Object> changed = new HashMap<>(row);
			changed.computeIfPresent("koi_duration", (name, value) -> (double) value / 24);
			days.add(changed);
		});
		assertImpossible(days, "koi_duration", "\"d\"", "0.4 to 60 h");
		rows(sun((value) -> value)).match(KEPLER);
	}

	@Test
	void takesASingleImpossibleValueAsUnknownAndSaysSo() {
		List<Map<String, Object>> sent = new ArrayList<>(sun((value) -> value));
		sent.set(6, Map.of("koi_period", -1, "koi_depth", 610));
		JsonRows rows = rows(sent);
		rows.match(KEPLER);
		assertThat(rows.notes(KEPLER)).singleElement().asString().contains("koi_period: 1 value(s)", "row 7: \"-1\"");
		assertThat(rows.read(KEPLER).get(6).values()).startsWith(Float.NaN, Float.NaN, 610f);
	}

	private static void assertImpossible(List<Map<String, Object>> rows, String... words) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> rows(rows).match(KEPLER))
			.satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo(ErrorCode.IMPOSSIBLE_VALUES);
				assertThat(problem.kind()).isEqualTo(ProblemKind.UNUSABLE);
				assertThat(problem.detail()).contains(words);
			});
	}

	/** Planets of the sun's like, each value changed. */
	private static List<Map<String, Object>> sun(DoubleUnaryOperator change) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			Map<String, Object> row = new HashMap<>(
					Map.of("koi_period", 2.5 + i, "koi_duration", 3 + 0.1 * i, "koi_depth", 400.0 + 20 * i, "koi_prad",
							2 + 0.1 * i, "koi_steff", 5500.0 + i, "koi_slogg", 4.4, "koi_srad", 1.1));
			row.replaceAll((name, value) -> change.applyAsDouble((double) value));
			rows.add(row);
		}
		return rows;
	}

	@Test
	void refusesNoRows() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> rows(null)).withMessageContaining("rows");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> rows(List.of()));
	}

	@Test
	void refusesARowThatIsNull() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> rows(new ArrayList<>(Arrays.asList(Map.of("koi_period", 1), null))))
			.withMessageContaining("Row 2");
	}

	@Test
	void refusesRowsOfAnotherMission() {
		ModelInputs k2 = TestModels.inputs(Mission.K2, List.of("pl_orbper", "pl_rade"));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> rows(List.of(Map.of("toi", "1000.01", "pl_orbper", 2, "pl_rade", 3))).match(k2))
			.withMessageContaining("tess")
			.withMessageContaining("k2")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(ProblemKind.UNUSABLE));
	}

	@Test
	void namesColumnsOfAllRows() {
		JsonRows rows = rows(
				List.of(Map.of("koi_period", 1, "koi_duration", 2), Map.of("koi_depth", 3, "koi_prad", 4, "mine", 5)));
		ColumnMatch match = rows.match(KEPLER);
		assertThat(match.missing()).containsExactly("koi_teq");
		assertThat(match.ignored()).containsExactly("mine");
	}

	@Test
	void refusesMoreRowsThanATableMayHave() {
		assertThatTooLarge(() -> new JsonRows(Collections.nCopies(3, Map.of()), limits(2, 100)))
			.withMessageContaining("3");
	}

	@Test
	void refusesMoreColumnsThanATableMayHave() {
		Map<String, Object> row = Map.of("a", 1, "b", 1);
		assertThatTooLarge(() -> new JsonRows(List.of(row, Map.of("c", 1)), limits(10, 100)))
			.withMessageContaining("3 columns");
	}

	@Test
	void countsTheColumnsThatRowsLackForTheModelFillsThem() {
		JsonRows rows = new JsonRows(Collections.nCopies(3, Map.of("koi_period", 1)), limits(10, 14));
		assertThatTooLarge(() -> rows.read(KEPLER)).withMessageContaining("14 values");
	}

	@Test
	void refusesHundredsOfThousandsOfRowsOfNothing() {
		List<Map<String, Object>> rows = Collections.nCopies(200_000, Map.of());
		assertThatTooLarge(() -> new JsonRows(rows, TableLimits.DEFAULTS)).withMessageContaining("200000 rows")
			.returns(ErrorCode.TOO_COSTLY, ProblemException::code);
	}

	@Test
	void takesAsManyRowsThatHoldSomething() {
		List<Map<String, Object>> rows = Collections.nCopies(200_000, Map.of("koi_period", 9.5));
		assertThat(new JsonRows(rows, TableLimits.DEFAULTS, 200_000 * 20).size()).isEqualTo(200_000);
	}

	@Test
	void refusesColumnsWithEndlessNames() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(Map.of("a".repeat(1000), 1)))
			.withMessageContaining("1000")
			.satisfies((problem) -> assertThat(problem.detail()).hasSizeLessThan(300));
	}

	@Test
	void quotesALongValueInPart() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> read(Map.of("koi_period", "x".repeat(100_000))))
			.withMessageContaining("xxx")
			.satisfies((problem) -> assertThat(problem.detail()).hasSizeLessThan(300));
	}

	@Test
	void readsTheSameRowsFromTheirFile() throws IOException {
		byte[] file = rows(List.of(Map.of("koi_period", 9.5))).file();
		JsonRows again = JsonRows.of(new ByteArrayInputStream(file), TableLimits.DEFAULTS);
		assertThat(again.read(KEPLER).get(0).values()).startsWith(9.5f);
	}

	@Test
	void fileThatCanNotBeReadIsNoFaultOfItsText() {
		IOException lost = new IOException("the store is away");
		InputStream broken = new SequenceInputStream(new ByteArrayInputStream("[{".getBytes(StandardCharsets.US_ASCII)),
				new InputStream() {
					@Override
					public int read() throws IOException {
						throw lost;
					}
				});
		assertThatThrownBy(() -> JsonRows.of(broken, TableLimits.DEFAULTS)).isSameAs(lost);
	}

	private static ThrowableAssertAlternative<ProblemException> assertThatTooLarge(ThrowingCallable action) {
		return assertThatExceptionOfType(ProblemException.class).isThrownBy(action)
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE));
	}

	private static TableLimits limits(int objects, long values) {
		return new TableLimits(DataSize.ofBytes(1), 2, 1, 1, objects, values);
	}

	private static JsonRows rows(@Nullable List<Map<String, Object>> rows) {
		return new JsonRows(rows, TableLimits.DEFAULTS);
	}

	private static ObjectRow read(Map<String, Object> row) {
		return rows(List.of(row)).read(KEPLER).get(0);
	}

}
