package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.header.ColumnNames;
import io.exoscout.header.SchemaDetector;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** The archive's own tables, read as they were downloaded. */
class RealTablesTests extends StoredTables {

	@ParameterizedTest
	@CsvSource({ "kepler-koi-cumulative-2025-10-04.csv,KEPLER,9564,9564,49",
			"kepler-koi-dr25-2025-10-04.csv,KEPLER,8054,8054,49",
			"kepler-koi-candidates-only-2025-10-05.csv,KEPLER,1969,1969,49",
			"kepler-koi-all-140-columns-subset-2019-04-17.csv,KEPLER,1699,1699,140",
			"kepler-koi-candidates-153-columns-resaved.csv,KEPLER,1979,1979,153",
			"kepler-koi-kaggle-2017-bom.csv,KEPLER,9564,9564,50", "tess-toi-2025-10-04.csv,TESS,7703,7703,65",
			"tess-toi-26-columns-2025-10-04.csv,TESS,7703,7703,26", "k2-k2pandc-2025-10-04.csv,K2,4004,1806,94" })
	void everyTableIsUnderstood(String file, Mission mission, long rows, long objects, int columns) {
		try (Upload upload = receive(file)) {
			TableReport report = upload.report();
			assertThat(report.mission()).isEqualTo(mission);
			assertThat(report.rows()).isEqualTo(rows);
			assertThat(report.objects()).isEqualTo(objects);
			assertThat(report.columns()).isEqualTo(columns);
			assertThat(report.used().size() + report.ignored().size()).isEqualTo(columns);
			assertThat(report.used()).containsAll(ArchiveColumns.core(mission));
			assertThat(report.ignored()).extracting(IgnoredColumn::reason)
				.doesNotContain("not part of the feature set", "not numeric");
			assertThat(upload.ref().rows()).isEqualTo(rows);
			assertThat(upload.ref().filename()).isEqualTo(file);
		}
	}

	@Test
	void countsTheLabels() {
		assertThat(labels(RealTables.KEPLER))
			.isEqualTo(Map.of("FALSE POSITIVE", 4839L, "CONFIRMED", 2746L, "CANDIDATE", 1979L));
		assertThat(labels(RealTables.TESS))
			.isEqualTo(Map.of("PC", 4679L, "FP", 1197L, "CP", 684L, "KP", 583L, "APC", 462L, "FA", 98L));
		assertThat(labels(RealTables.K2))
			.isEqualTo(Map.of("CANDIDATE", 976L, "CONFIRMED", 580L, "FALSE POSITIVE", 242L, "REFUTED", 8L));
	}

	@Test
	void readsFromTheCommentsWhenTheTableWasMade() {
		try (Upload upload = receive(RealTables.KEPLER); Upload resaved = receive(RealTables.KEPLER_2017)) {
			assertThat(upload.ref().downloaded()).isEqualTo("2025-10-04T07:34:55");
			assertThat(resaved.ref().downloaded()).isNull();
		}
	}

	@Test
	void usesTheCleanMeasurementsOfTheDefaultKeplerTable() {
		try (Upload upload = receive(RealTables.KEPLER)) {
			assertThat(upload.report().used()).containsExactlyInAnyOrder("koi_period", "koi_impact", "koi_duration",
					"koi_depth", "koi_prad", "koi_teq", "koi_insol", "koi_model_snr", "koi_steff", "koi_slogg",
					"koi_srad", "koi_kepmag");
			assertThat(upload.report().ignored()).contains(new IgnoredColumn("koi_depth_err1", "uncertainty", ""),
					new IgnoredColumn("koi_teq_err1", "empty", "no cell holds a number"),
					new IgnoredColumn("koi_teq_err2", "empty", "no cell holds a number"));
		}
	}

	@Test
	void theSameTableIsTheSameHoweverItWasSaved() {
		byte[] sent = RealTables.bytes(RealTables.KEPLER);
		String text = new String(sent, StandardCharsets.UTF_8);
		String body = text.substring(text.indexOf("\nkepid,") + 1);
		String reference = sha256(text);
		assertThat(sha256(body)).isEqualTo(reference);
		assertThat(sha256("# another day\n# User preference: *\n" + body)).isEqualTo(reference);
		assertThat(sha256(text.replace("\n", "\r\n"))).isEqualTo(reference);
		assertThat(sha256("\uFEFF" + text)).isEqualTo(reference);
		assertThat(sha256(body.stripTrailing())).isEqualTo(reference);
		assertThat(sha256(MadeTables.gzip(sent))).isEqualTo(reference);
		assertThat(sha256(body.replace("K00752.01", "K00752.02"))).isNotEqualTo(reference);
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.TESS, RealTables.TESS_26_COLUMNS })
	void toiStaysText(String file) {
		ObjectReader reader = ObjectReader.open(RealTables.open(file), Mission.TESS, List.of("pl_orbper"),
				TableLimits.DEFAULTS);
		List<String> objects = Stream.generate(reader::next)
			.takeWhile((object) -> object != null)
			.map(ObjectRow::object)
			.toList();
		assertThat(objects).hasSize(7703).contains("1000.01").doesNotHaveDuplicates();
	}

	@Test
	void k2RowsWithNumberSignsStayWhole() {
		CsvTable table = CsvTable.open(RealTables.open(RealTables.K2), TableLimits.DEFAULTS);
		int dec = table.column("dec");
		List<CsvRow> rows = Stream.generate(table::next).takeWhile((row) -> row != null).toList();
		assertThat(rows).hasSize(4004);
		List<CsvRow> signed = rows.stream()
			.filter((row) -> row.cells().stream().anyMatch((cell) -> cell.contains("#")))
			.toList();
		assertThat(signed).hasSize(23).allMatch((row) -> !row.cells().get(dec).isEmpty());
		assertThat(rows.get(0).line()).isEqualTo(100);
	}

	@Test
	void k2IsOneObjectPerPlanetWithTheFirstFilledValues() {
		try (Upload upload = receive(RealTables.K2)) {
			this.datasets.keep(upload);
			ObjectTable table = this.datasets.load(upload.ref(), Mission.K2, List.of("st_teff", "st_logg"), () -> {
			});
			assertThat(table.size()).isEqualTo(1806);
			assertThat(Set.of(table.objects())).hasSize(1806);
			assertThat(missing(table, 0)).isBetween(0.20, 0.22);
			assertThat(missing(table, 1)).isBetween(0.28, 0.30);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			confirmed-planets-pscomppars-2025-11-16.csv | PSCompPars,disposition,default_flag
			kepler-tce-dr24-autovetter.csv | threshold crossing events,koi_period,koi_depth
			kepler-tce-dr25-robovetter-output.txt | separated by blanks,commas,koi_period
			""")
	void lookAlikesAreRefusedNamingWhatIsMissing(String file, String words) {
		InputStream raw = RealTables.open(file);
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema", () -> this.datasets.receive(raw, file))
			.contains(words.split(","));
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER_CANDIDATES, RealTables.KEPLER_153_COLUMNS })
	void candidatesCanBePredictedOnButNotTrainedOn(String file) {
		try (Upload upload = receive(file)) {
			for (Target target : Target.values()) {
				assertProblem(ProblemKind.UNUSABLE, "one_class", () -> upload.requireTrainable(target, false))
					.contains("CANDIDATE", "prediction");
			}
			assertThat(upload.report().used()).containsAll(ArchiveColumns.core(Mission.KEPLER));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.KEPLER_DR25, RealTables.KEPLER_140_COLUMNS,
			RealTables.KEPLER_2017, RealTables.TESS, RealTables.TESS_26_COLUMNS, RealTables.K2 })
	void labelledTablesCanBeTrainedOn(String file) {
		try (Upload upload = receive(file)) {
			for (Target target : Target.values()) {
				upload.requireTrainable(target, false);
			}
		}
	}

	@Test
	void predictionTablesAreRecognisedWithoutTheirLabels() {
		for (String file : List.of(RealTables.KEPLER, RealTables.TESS, RealTables.TESS_26_COLUMNS, RealTables.K2)) {
			CsvTable table = CsvTable.open(RealTables.open(file), TableLimits.DEFAULTS);
			Mission mission = SchemaDetector.detect(table.columns(), ColumnNames.of(table.columns()).told()).mission();
			List<String> unlabelled = table.columns()
				.stream()
				.filter((column) -> !column.equals(mission.labelColumn()))
				.toList();
			assertThat(SchemaDetector.detect(unlabelled, ColumnNames.of(unlabelled).told()).mission())
				.isEqualTo(mission);
		}
	}

	@Test
	void whichK2CellsAreEmptySaysLittleAboutTheLabel() {
		List<String> features = ArchiveColumns.features(Mission.K2);
		try (Upload upload = receive(RealTables.K2)) {
			this.datasets.keep(upload);
			ObjectTable table = this.datasets.load(upload.ref(), Mission.K2, features, () -> {
			});
			for (int column = 0; column < features.size(); column++) {
				double planets = missing(table, column, Verdict.PLANET);
				double others = missing(table, column, Verdict.NOT_PLANET);
				assertThat(Math.abs(planets - others)).as(features.get(column)).isLessThan(0.15);
			}
		}
	}

	private static double missing(ObjectTable table, int column) {
		return IntStream.range(0, table.size()).filter((i) -> Float.isNaN(table.values()[column][i])).count()
				/ (double) table.size();
	}

	private static double missing(ObjectTable table, int column, Verdict verdict) {
		int[] some = IntStream.range(0, table.size())
			.filter((i) -> table.mission().verdict(table.labels()[i]).orElseThrow() == verdict)
			.toArray();
		return IntStream.of(some).filter((i) -> Float.isNaN(table.values()[column][i])).count() / (double) some.length;
	}

	private Map<String, Long> labels(String file) {
		try (Upload upload = receive(file)) {
			return upload.report().labels();
		}
	}

	private Upload receive(String file) {
		return this.datasets.receive(RealTables.open(file), file);
	}

	private String sha256(String text) {
		return sha256(text.getBytes(StandardCharsets.UTF_8));
	}

	private String sha256(byte[] bytes) {
		InputStream raw = new ByteArrayInputStream(bytes);
		try (Upload upload = this.datasets.receive(raw, "table.csv")) {
			return upload.ref().sha256();
		}
	}

}
