package io.exoscout.dataset;

import java.util.List;
import java.util.Locale;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.header.ColumnNames;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Tables as they are found in public places: of one column or row that is odd. */
class FoundTablesTests extends StoredTables {

	@ParameterizedTest
	@CsvSource({ "FALSE POSITIVE,FP?", "FALSE POSITIVE,FALSE POSTIVE" })
	void labelsThatNobodyUsesAreRefusedWhenTheyAreMoreThanSlips(String label, String found) {
		try (Upload upload = receive(MadeTables.kepler(40).replace(label, found))) {
			assertProblem(ProblemKind.UNUSABLE, "unknown_labels", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("\"" + found + "\" (20)", "CONFIRMED", "\"labels\"");
			assertThat(upload.trainingProblems(Target.PLANET, false)).extracting(ProblemException::code)
				.contains(ErrorCode.UNKNOWN_LABELS);
			assertThat(upload.predictionProblems()).isEmpty();
		}
	}

	@Test
	void aTenthOfUnknownLabelsIsNoSlipAndAFewAre() {
		try (Upload upload = receive(MadeTables.kepler(100).replaceAll("(K000\\d[24].01),FALSE POSITIVE", "$1,FPP"))) {
			assertProblem(ProblemKind.UNUSABLE, "unknown_labels", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("\"FPP\" (20)");
		}
		try (Upload upload = receive(MadeTables.kepler(100).replaceAll("(K0001[24].01),FALSE POSITIVE", "$1,FPP"))) {
			upload.requireTrainable(Target.PLANET, false);
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("\"FPP\""));
		}
	}

	@ParameterizedTest
	@CsvSource({ "Confirmed Planet (CP),CONFIRMED", "Known Planet [KP],CONFIRMED", "False Positive (FP),FALSE POSITIVE",
			"False Alarm (FA),FALSE POSITIVE", "Planet Candidate (PC),CANDIDATE",
			"Ambiguous Planet Candidate (APC),CANDIDATE", "Confirmed Planet (FP),(other)",
			"False Positive (unsure),(other)" })
	void wordsMayHaveTheirCodeInBrackets(String written, String label) {
		try (Upload upload = receive(MadeTables.kepler(40).replaceFirst("CONFIRMED", written))) {
			assertThat(upload.report().labels()).containsEntry(label,
					label.equals("CONFIRMED") ? 20L : label.equals("FALSE POSITIVE") ? 21L : 1L);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			epic_candname,pl_orbper,st_teff,st_rad,sy_kmag;K2
			EPIC Candidate Name,Period,Teff,Stellar Radius;K2
			epic_hostname,pl_name,pl_orbper,st_teff;K2
			epic_name,Planet,Period,Teff;K2
			EPIC ID,Period,Teff;K2
			EPIC,Period,Teff,Class;K2
			kepid,pl_orbper,pl_trandurh,pl_trandep,pl_rade,st_teff,st_rad,st_logg;KEPLER
			KIC,pl_orbper,pl_trandurh,st_tmag;KEPLER
			epic_name,pl_orbper,pl_trandurh,st_tmag;K2
			TIC ID,Period,Planet Radius;TESS
			tid,Period;TESS
			TIC,Period,Depth,Duration;TESS
			""")
	void oneNameThatTellsTheMissionIsEnough(String header, Mission mission) {
		StringBuilder table = new StringBuilder(header).append('\n');
		for (int i = 1; i <= 12; i++) {
			table.append("20117041").append(i % 10);
			for (int column = 1; column < header.split(",").length; column++) {
				table.append(',').append(value(header.split(",")[column], column + 1.5 * i));
			}
			table.append('\n');
		}
		try (Upload upload = receive(table.toString())) {
			assertThat(upload.schema().mission()).isEqualTo(mission);
			assertThat(upload.predictionProblems()).isEmpty();
			assertThat(upload.report().rows()).isEqualTo(12);
		}
	}

	/** A value that a column may have. */
	private static double value(String column, double other) {
		return column.toLowerCase(Locale.ROOT).contains("teff") ? 5000 + other : column.contains("logg") ? 4.4 : other;
	}

	@Test
	void namesOfTheToiTableBesideAKepidAreTheKeplerColumns() {
		try (Upload upload = receive("kepid,pl_orbper,pl_orbpererr1,pl_trandurh,pl_trandep,pl_rade,st_teff,st_logg\n"
				+ "1,2.5,0.1,3.5,100,1.5,5000,4.5\n2,3.5,0.2,4.5,200,2.5,5100,4.4\n")) {
			assertThat(upload.columns()).containsExactly("kepid", "koi_period", "koi_period_err1", "koi_duration",
					"koi_depth", "koi_prad", "koi_steff", "koi_slogg");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pl_name,hostname,pl_orbper,st_teff", "pl_name,hostname,tic_id,pl_orbper,st_teff" })
	void aTableOfPublishedPlanetsIsNotTakenForThatOfK2(String header) {
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema",
				() -> receive(header + "\n" + header.replaceAll("\\w+", "1")))
			.contains("PSCompPars");
	}

	@Test
	void commasBetweenThousandsAreTakenOutWhereverTheyStand() {
		String plain = thousands("%.4f", "%.0f");
		assertSame(thousands("\"%,.4f\"", "%.0f"), plain, "Commas between thousands");
		assertSame(thousands("\"%,.4f\"", "\"%,.0f\""), plain, "Commas between thousands");
		assertSame(thousands("%.4f", "\"%,.0f\""), plain, "Commas between thousands");
	}

	@Test
	void decimalCommasInQuotesAreReadWhereTheColumnAgrees() {
		String plain = thousands("%.4f", "%.0f");
		assertSame(thousands("%.4f", "%.0f").replaceAll("(?<=,)(\\d+)\\.(\\d+)(?=,)", "\"$1,$2\""), plain,
				"Decimal commas");
		assertSame(plain.replaceAll("(\\d+)\\.(\\d{4})", "\"$1,$2\""), plain, "Decimal commas");
	}

	@Test
	void aCellThatCouldBeTwoNumbersIsBlankWithANote() {
		try (Upload upload = receive(thousands("%.4f", "%.0f").replaceFirst("(?<=,)7\\.1800", "\"1,234\""))) {
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.contains("\"1,234\"") && note.contains("blank"));
			assertThat(upload.predictionProblems()).isEmpty();
		}
	}

	@Test
	void textWhereNumbersBelongKeepsATableFromBeingScored() {
		String table = MadeTables.kepler(40).replaceAll(",(3\\.2\\d),", ",$1 hours,");
		try (Upload upload = receive(table)) {
			assertThat(upload.predictionProblems()).extracting(ProblemException::code)
				.containsExactly(ErrorCode.NOT_NUMERIC);
			upload.requireTrainable(Target.PLANET, false);
		}
		try (Upload upload = this.datasets.receiveToScore(MadeTables.stream(table), "found.csv")) {
			assertThat(upload.report().notNumeric()).hasValueSatisfying(
					(problem) -> assertThat(problem.errors().get(0).message()).startsWith("koi_duration: 40 cell(s)"));
		}
	}

	/** Depths and temperatures on both sides of a thousand, in two ways of writing. */
	private static String thousands(String depth, String temperature) {
		StringBuilder table = new StringBuilder("kepid,koi_period,koi_depth,koi_steff,koi_duration\n");
		for (int i = 1; i <= 300; i++) {
			table.append(
					String
						.format(Locale.ROOT, "%d,%.4f," + depth + "," + temperature + ",%.4f%n", 7000 + i,
								1.5 * i + 0.1234, 7.18 * i * i, 800.0 + 41 * i, 2.3 + 0.01 * i)
						.replace("\r", ""));
		}
		return table.toString();
	}

	private void assertSame(String sent, String plain, String note) {
		try (Upload upload = receive(sent); Upload same = receive(plain)) {
			assertThat(upload.ref().sha256()).isEqualTo(same.ref().sha256());
			assertThat(upload.report().notes()).anyMatch((said) -> said.startsWith(note));
		}
	}

	@Test
	void aHeaderInsideTheTableIsPassedOver() {
		String table = MadeTables.kepler(40);
		// an empty line in its place keeps the numbers of the lines
		assertSame(table.replaceFirst("(?m)^(1020,)", MadeTables.KEPLER_HEADER + "\n$1"),
				table.replaceFirst("(?m)^(1020,)", "\n$1"), "1 line(s) among");
	}

	@ParameterizedTest
	@ValueSource(strings = { "# end of file", "(40 rows)", "(1,200 rows)", "40 rows in set", "[40 rows x 9 columns]",
			"# 1, 2 and 3", "Total rows: 40", "#", "# made, by, hand, in, the, year, 2024, or, so" })
	void linesBehindTheRowsArePassedOver(String line) {
		String table = MadeTables.kepler(40);
		assertSame(table + line + "\n", table, "1 line(s) among");
		assertSame(table + "\n" + line, table, "1 line(s) among");
		assertSame(table.replaceFirst("(?m)^(1020,)", line + "\n$1"), table.replaceFirst("(?m)^(1020,)", "\n$1"),
				"1 line(s) among");
	}

	@Test
	void signsTellTheUncertainties() {
		assertThat(ColumnNames
			.of(List.of("kepid", "Transit Duration (min)", "Transit Duration (min) err+",
					"Transit Duration (min) err-"))
			.names()).containsExactly("kepid", "koi_duration", "koi_duration_err1", "koi_duration_err2");
	}

	@ParameterizedTest
	@CsvSource({ "kepid,Radius (Earth radii),koi_prad", "kepid,Rp,koi_prad", "kepid,Rs_Rsun,koi_srad",
			"kepid,R*,koi_srad", "kepid,R_*,koi_srad", "kepid,dur_h,koi_duration", "kepid,rp_re,koi_prad",
			"kepid,pl_radj,koi_prad", "kepid,pl_trandur,koi_duration", "tid,Radius (Earth radii),pl_rade",
			"tid,Rp,pl_rade", "tid,Rs_Rsun,st_rad", "tid,R*,st_rad", "tid,dur_h,pl_trandurh", "tid,rp_re,pl_rade",
			"tid,pl_radj,pl_rade", "tid,pl_trandur,pl_trandurh", "EPIC,R*,st_rad", "EPIC,Rs_Rsun,st_rad", "kepid,r,r",
			"tid,Radius,Radius" })
	void shortNamesAreReadWhereTheyAreClear(String id, String name, String column) {
		assertThat(ColumnNames.of(List.of(id, name)).names().get(1)).isEqualTo(column);
	}

	@Test
	void jupitersRadiiBecomeEarths() {
		ColumnNames names = ColumnNames.of(List.of("kepid", "pl_radj"));
		assertThat(Float.parseFloat(names.cell(1, "2"))).isEqualTo(22.418f);
	}

	@Test
	void aNameNearlyThatOfALostColumnIsSaid() {
		try (Upload upload = receive(MadeTables.kepler(40).replaceFirst("koi_depth", "koi_dpeth"))) {
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.startsWith("Column koi_depth") && note.contains("\"koi_dpeth\""));
		}
		try (Upload upload = receive(MadeTables.kepler(40))) {
			assertThat(upload.report().notes()).noneMatch((note) -> note.contains("nearly"));
		}
	}

	@Test
	void aCellLeftOutOfJsonColumnsIsBlank() {
		String json = """
				{"kepid": {"0": 1, "1": 2, "2": 3}, "koi_period": {"0": 1.5, "2": 3.5}, "koi_depth": {"1": 20, "2": 30},
				"koi_prad": {"0": 1, "1": 2}}""";
		assertSame(json, "kepid,koi_period,koi_depth,koi_prad\n1,1.5,,1\n2,,20,2\n3,3.5,30,\n", "The file is JSON");
		String unsorted = "{\"kepid\": {\"5\": 1, \"9\": 2, \"2\": 3}, \"koi_period\": {\"5\": 1.5, \"2\": 3.5}}";
		assertProblem(ProblemKind.UNUSABLE, "json_without_table", () -> receive(unsorted)).contains("other rows");
	}

	private Upload receive(String table) {
		return this.datasets.receive(MadeTables.stream(table), "found.csv");
	}

}
