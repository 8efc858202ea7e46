package io.exoscout.header;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Schema;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.MadeTables;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class SchemaDetectorTests {

	private static final List<String> KEPLER = List.of(MadeTables.KEPLER_HEADER.split(","));

	private static final List<String> TESS = List.of("toi", "tid", "tfopwg_disp", "pl_orbper", "pl_trandurh",
			"pl_trandep", "pl_rade", "st_teff");

	private static final List<String> K2 = List.of("pl_name", "hostname", "default_flag", "disposition", "pl_orbper",
			"pl_rade");

	@Test
	void recognisesEachMission() {
		assertThat(detect(KEPLER).mission()).isEqualTo(Mission.KEPLER);
		assertThat(detect(TESS).mission()).isEqualTo(Mission.TESS);
		assertThat(detect(K2).mission()).isEqualTo(Mission.K2);
		assertThat(List.of(KEPLER, TESS, K2)).allMatch((columns) -> detect(columns).labelled());
	}

	@Test
	void saysWhichColumnsItWentBy() {
		assertThat(detect(KEPLER).explanation()).contains("kepler", "kepoi_name", "koi_depth");
	}

	@Test
	void orderAndExtraColumnsMakeNoDifference() {
		Schema schema = detect(TESS);
		List<String> columns = new ArrayList<>(TESS);
		columns.add("my_notes");
		columns.add(0, "loc_rowid");
		for (int i = 0; i < 20; i++) {
			Collections.shuffle(columns, new Random(i));
			assertThat(detect(columns)).isEqualTo(schema);
		}
	}

	@Test
	void recognisesTablesWithoutLabels() {
		Schema kepler = detect(without(KEPLER, "koi_disposition"));
		assertThat(kepler.mission()).isEqualTo(Mission.KEPLER);
		assertThat(kepler.labelled()).isFalse();
		assertThat(kepler.explanation()).contains("koi_disposition");
		assertThat(detect(without(TESS, "tfopwg_disp")).mission()).isEqualTo(Mission.TESS);
		assertThat(detect(without(K2, "disposition")).mission()).isEqualTo(Mission.K2);
	}

	@Test
	void namesTheMissingColumnsOfTheNearestMissionFirst() {
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema", () -> detect(List.of("toi", "tid")))
			.containsSubsequence("no tess table", "pl_trandep", "no k2 table", "no kepler table");
	}

	@Test
	void tellsATableThatLacksColumnsThatMatter() {
		assertThat(detect(without(KEPLER, "koi_depth")).mission()).isEqualTo(Mission.KEPLER);
		assertThat(detect(List.of("koi_period", "koi_steff")).mission()).isEqualTo(Mission.KEPLER);
		assertThat(detect(without(TESS, "pl_trandep")).mission()).isEqualTo(Mission.TESS);
	}

	@Test
	void takesAWholeTableForItsMissionWhateverStandsBesideIt() {
		List<String> columns = new ArrayList<>(KEPLER);
		columns.addAll(List.of("tid", "toi", "st_teff"));
		assertThat(detect(columns).mission()).isEqualTo(Mission.KEPLER);
	}

	@Test
	void saysWhatWouldTellTheMissionOfCommonNames() {
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema", () -> detect(List.of("period", "teff", "disposition")))
			.contains("could be those of any mission", "kepid", "toi");
	}

	@Test
	void refusesConfirmedPlanetsAsWhatTheyAre() {
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema",
				() -> detect(List.of("pl_name", "hostname", "pl_orbper", "pl_rade")))
			.contains("PSCompPars", "disposition", "default_flag");
	}

	@Test
	void refusesOtherSeparatorsAsWhatTheyAre() {
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema", () -> detect(List.of("kepid;kepoi_name")))
			.contains("commas");
	}

	@Test
	void saysSoWhenAWholeHeaderIsSeparatedBySemicolons() {
		String header = "koi_column;".repeat(49);
		CsvTable table = CsvTable.open(MadeTables.stream(header), TableLimits.DEFAULTS);
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema", () -> detect(table.columns())).contains("commas")
			.hasSizeLessThan(1000);
	}

	@Test
	void saysSoWhenAHeaderIsSeparatedByBlanksHoweverLongItIs() {
		String header = "a ".repeat(1 << 15).strip();
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema", () -> detect(List.of(header))).contains("blanks")
			.hasSizeLessThan(1000);
	}

	@Test
	void refusesTablesOfTwoMissions() {
		List<String> both = new ArrayList<>(KEPLER);
		both.addAll(TESS);
		assertProblem(ProblemKind.UNUSABLE, "ambiguous_schema", () -> detect(both)).contains("kepler", "tess");
	}

	private static List<String> without(List<String> columns, String name) {
		return columns.stream().filter((column) -> !column.equals(name)).toList();
	}

	private static Schema detect(List<String> columns) {
		return SchemaDetector.detect(columns, ColumnNames.of(columns).told());
	}

}
