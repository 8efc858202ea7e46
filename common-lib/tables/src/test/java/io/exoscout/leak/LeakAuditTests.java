package io.exoscout.leak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CellCode;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.MadeTables;
import io.exoscout.dataset.RealTables;
import io.exoscout.dataset.StoredTables;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.dataset.Upload;
import io.exoscout.leak.LeakAudit.AuditedColumn;
import io.exoscout.objects.ObjectTable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Leaks under other names, and honest columns under their own, in the archive's tables.
 */
class LeakAuditTests extends StoredTables {

	/** Roles of which no model, and no computed feature, sees anything. */
	private static final Set<ColumnRole> LEAKING = Set.of(ColumnRole.LEAK, ColumnRole.BOOKKEEPING);

	@Test
	void findsKeplersLeaksUnderOtherNames() {
		TableReport report = report(renamed(RealTables.KEPLER,
				Map.of("koi_score", "my_metric", "koi_pdisposition", "grade", "kepler_name", "nickname")));
		assertThat(audit(report).flagged()).containsExactlyInAnyOrder("my_metric", "grade", "nickname");
		for (String leak : List.of("my_metric", "grade", "nickname")) {
			IgnoredColumn ignored = ignored(report, leak);
			assertThat(ignored.reason()).isEqualTo("label leak");
			assertThat(ignored.detail())
				.startsWith("not part of the feature set; measured: this column alone reaches " + "ROC-AUC ");
		}
	}

	@Test
	void leavesOutALeakUnderTheNameOfAFeature() {
		TableReport report = report(
				renamed(RealTables.KEPLER, Map.of("koi_kepmag", "my_magnitude", "koi_score", "koi_kepmag")));
		assertThat(report.used()).contains("koi_prad").doesNotContain("koi_kepmag");
		assertThat(ignored(report, "koi_kepmag")).isEqualTo(new IgnoredColumn("koi_kepmag", "label leak",
				"measured: this column alone reaches ROC-AUC 0.984 out of fold, above 0.950"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "koi_kepmag", "koi_depth", "koi_period", "koi_steff", "koi_srad" })
	void aLeakNeedNotBeInTheUnitOfTheFeatureItIsCalledAfter(String feature) {
		String table = renamed(RealTables.KEPLER, Map.of(feature, "my_values", "koi_score", feature));
		try (Upload upload = this.datasets.receive(MadeTables.stream(table), "table.csv")) {
			assertThat(upload.trainingProblems(Target.PLANET, false)).isEmpty();
			assertThat(upload.predictionProblems()).extracting(ProblemException::code)
				.containsExactly(ErrorCode.IMPOSSIBLE_VALUES);
		}
	}

	@ParameterizedTest
	@CsvSource({ "koi_time0bk,epoch or date", "koi_depth_err1,uncertainty", "ra,position on the sky" })
	void takesALeakForOneWhateverItsNameSays(String name, String role) {
		TableReport report = report(renamed(RealTables.KEPLER, Map.of(name, "my_values", "koi_score", name)));
		assertThat(ignored(report, name)).isEqualTo(new IgnoredColumn(name, "label leak",
				role + "; measured: this column alone reaches ROC-AUC 0.984 out of fold, above 0.950"));
	}

	@Test
	void findsTheCountOfConfirmedPlanetsUnderAnotherName() {
		TableReport report = report(renamed(RealTables.K2, Map.of("sy_pnum", "my_count")));
		assertThat(audit(report).flagged()).contains("my_count");
		assertThat(audit(report).columns()).anySatisfy((column) -> {
			assertThat(column.column()).isEqualTo("my_count");
			assertThat(column.rocAuc()).isGreaterThan(0.99);
		});
	}

	@Test
	void findsAColumnThatIsBlankForFalsePositives() {
		TableReport report = report(renamed(RealTables.K2, Map.of("pl_rade", "my_radius")));
		assertThat(ignored(report, "my_radius").detail()).contains("which of its cells are blank reaches ROC-AUC 0.87");
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.KEPLER_DR25, RealTables.KEPLER_140_COLUMNS,
			RealTables.KEPLER_2017, RealTables.TESS, RealTables.TESS_26_COLUMNS, RealTables.K2 })
	void noHonestFeatureIsFlagged(String file) {
		TableReport report = report(text(file));
		assertThat(audit(report).flagged())
			.allMatch((column) -> LEAKING.contains(ArchiveColumns.role(report.mission(), column)));
		assertThat(audit(report).blanksRocAuc()).isBetween(0.5, 0.7);
	}

	@Test
	void measuredLeaksOfADeclaredKindKeepTheirReason() {
		TableReport report = report(text(RealTables.K2));
		assertThat(ignored(report, "pl_radelim").reason()).isEqualTo("bookkeeping");
		assertThat(ignored(report, "sy_pnum").detail())
			.isEqualTo("counts the confirmed planets of the star; measured: this column alone reaches ROC-AUC 1.000 "
					+ "out of fold, above 0.950");
	}

	@Test
	void takesColumnsAwayUntilTheBlanksOfAllTogetherSayLittle() {
		List<String> columns = numeric(RealTables.K2);
		ObjectTable table = table(RealTables.K2, columns);
		LeakAudit audit = audit(table, columns);
		assertThat(audit.blanksRocAuc()).isBetween(0.5, 0.8);
		assertThat(audit.findings().get("pl_orbsmax"))
			.matches("the blank cells of all columns together reach ROC-AUC 0\\.9\\d\\d out of fold, .*");
		List<String> left = columns.stream().filter((column) -> !audit.flagged().contains(column)).toList();
		assertThat(left).contains("pl_orbper", "st_teff", "sy_kmag");
		LeakAudit again = audit(table(RealTables.K2, left), left);
		assertThat(again.flagged()).isEmpty();
		assertThat(again.blanksRocAuc()).isEqualTo(audit.blanksRocAuc());
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.TESS })
	void orderOfRowsDoesNotMatter(String file) {
		String text = text(file);
		int header = text.indexOf('\n', text.lastIndexOf("\n#") + 1) + 1;
		int body = text.indexOf('\n', header) + 1;
		List<String> rows = new ArrayList<>(List.of(text.substring(body).split("\n")));
		Collections.shuffle(rows, new Random(7));
		TableReport shuffled = report(text.substring(0, body) + String.join("\n", rows));
		assertThat(shuffled.leakAudit()).isEqualTo(report(text).leakAudit());
	}

	@Test
	void saysThatATableIsTooSmallToBeMeasured() {
		String[] lines = text(RealTables.KEPLER).split("\n");
		TableReport report = report(String.join("\n", Arrays.copyOf(lines, 54 + 150)));
		assertThat(audit(report).judged()).isFalse();
		assertThat(audit(report).columns()).isEmpty();
		assertThat(report.used()).contains("koi_prad");
		assertThat(report.notes()).anyMatch((note) -> note.contains("not measured for leaks"));
	}

	@Test
	void refusesToTrainWhenEveryColumnIsALeakNamingThem() {
		StringBuilder table = new StringBuilder(MadeTables.KEPLER_HEADER).append('\n');
		for (int i = 0; i < 400; i++) {
			table.append("%d,K%05d.01,%s,,%d,%d,%d,%d,\n".formatted(i, i, (i % 2 == 0) ? "CONFIRMED" : "FALSE POSITIVE",
					10 + i % 2, 3 + i % 2, 800 - i % 2 * 400, 2 + i % 2));
		}
		try (Upload upload = this.datasets.receive(MadeTables.stream(table.toString()), "leaks.csv")) {
			assertProblem(ProblemKind.UNUSABLE, "no_usable_column", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("the report says why");
			assertThat(upload.report().leakAudit()).isNotNull()
				.extracting(LeakAudit::flagged)
				.isEqualTo(List.of("koi_period", "koi_duration", "koi_depth", "koi_prad"));
		}
	}

	@Test
	void tablesToScoreAreNotAudited() {
		try (Upload upload = this.datasets.receiveToScore(RealTables.open(RealTables.KEPLER), "koi.csv")) {
			assertThat(upload.report().leakAudit()).isNull();
		}
	}

	@Test
	void moreObjectsThanNeededDoNotChangeWhatIsFound() {
		int objects = 3 * LeakAudit.MAX_OBJECTS;
		Random random = new Random(5);
		float[][] values = new float[2][objects];
		Verdict[] verdicts = new Verdict[objects];
		String[] stars = new String[objects];
		for (int i = 0; i < objects; i++) {
			verdicts[i] = Verdict.values()[random.nextInt(3)];
			stars[i] = "star " + i;
			values[0][i] = random.nextFloat();
			values[1][i] = verdicts[i].ordinal() + 0.6f * random.nextFloat();
		}
		LeakAudit audit = LeakSearch.of(List.of("noise", "leak"), values, verdicts, stars);
		assertThat(audit.objects()).isEqualTo(LeakAudit.MAX_OBJECTS);
		assertThat(audit.flagged()).containsExactly("leak");
		assertThat(audit.columns()).extracting(AuditedColumn::column).containsExactly("leak", "noise");
	}

	private TableReport report(String table) {
		try (Upload upload = this.datasets.receive(MadeTables.stream(table), "table.csv")) {
			return upload.report();
		}
	}

	private static LeakAudit audit(TableReport report) {
		LeakAudit audit = report.leakAudit();
		assertThat(audit).isNotNull();
		return audit;
	}

	private static LeakAudit audit(ObjectTable table, List<String> columns) {
		Verdict[] verdicts = Arrays.stream(table.labels())
			.map((label) -> table.mission().verdict(label).orElseThrow())
			.toArray(Verdict[]::new);
		return LeakSearch.of(columns, table.values(), verdicts, table.stars());
	}

	private static IgnoredColumn ignored(TableReport report, String column) {
		return report.ignored().stream().filter((ignored) -> ignored.column().equals(column)).findFirst().orElseThrow();
	}

	/** The columns that hold nothing but numbers, the label aside. */
	private static List<String> numeric(String file) {
		CsvTable table = CsvTable.open(RealTables.open(file), TableLimits.DEFAULTS);
		List<String> columns = new ArrayList<>(table.columns());
		for (CsvRow row = table.next(); row != null; row = table.next()) {
			List<String> cells = row.cells();
			columns.removeIf((column) -> CellCode.isText(CellCode.of(cells.get(table.column(column)))));
		}
		return columns;
	}

	private ObjectTable table(String file, List<String> columns) {
		try (Upload upload = this.datasets.receive(RealTables.open(file), file)) {
			this.datasets.keep(upload);
			return this.datasets.load(upload.ref(), upload.report().mission(), columns, () -> {
			});
		}
	}

	private static String renamed(String file, Map<String, String> names) {
		String text = text(file);
		int header = text.indexOf('\n', text.lastIndexOf("\n#") + 1) + 1;
		int end = text.indexOf('\n', header);
		List<String> columns = new ArrayList<>(List.of(text.substring(header, end).split(",")));
		columns.replaceAll((column) -> names.getOrDefault(column, column));
		return String.join(",", columns) + text.substring(end);
	}

	private static String text(String file) {
		try (InputStream raw = RealTables.open(file)) {
			return new String(raw.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
