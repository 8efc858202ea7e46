package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.objects.ObjectTable;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.Digests;
import io.exoscout.store.DirectoryBlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DatasetsTests {

	private static final String NOT_MEASURED = "The columns were looked up, but not measured for leaks: that takes 200 "
			+ "decided objects, at least 30 planets and as many others.";

	@TempDir
	Path directory;

	private Path spool;

	private Datasets datasets;

	@BeforeEach
	void start() {
		this.spool = this.directory.resolve("spool");
		this.datasets = datasets(TableLimits.DEFAULTS);
	}

	@AfterEach
	void leavesNothingInTheSpool() throws IOException {
		try (Stream<Path> files = Files.list(this.spool)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void reportsWhatWasUnderstood() {
		try (Upload upload = receive("# made\n" + MadeTables.kepler(20))) {
			TableReport report = upload.report();
			assertThat(report.mission()).isEqualTo(Mission.KEPLER);
			assertThat(report.rows()).isEqualTo(20);
			assertThat(report.objects()).isEqualTo(20);
			assertThat(report.columns()).isEqualTo(9);
			assertThat(report.used()).containsExactly("koi_period", "koi_duration", "koi_depth", "koi_prad");
			assertThat(report.ignored()).extracting(IgnoredColumn::column, IgnoredColumn::reason)
				.containsExactly(tuple("kepid", "identifier"), tuple("kepoi_name", "identifier"),
						tuple("koi_disposition", "label"), tuple("koi_score", "label leak"),
						tuple("ra", "position on the sky"));
			assertThat(report.labels()).containsOnly(Map.entry("CONFIRMED", 10L), Map.entry("FALSE POSITIVE", 10L));
			assertThat(report.notes()).containsExactly(NOT_MEASURED);
		}
	}

	@Test
	void refersToTheCanonicalBody() {
		String body = MadeTables.kepler(3);
		String sent = "\uFEFF# made\r\n" + body.replace("\n", "\r\n");
		try (Upload upload = receive(sent, "../../x.csv")) {
			assertThat(upload.ref()).isEqualTo(new DatasetRef(Digests.sha256(body.getBytes(StandardCharsets.UTF_8)),
					"x.csv", body.length(), 3, 9, null, Digests.sha256(sent.getBytes(StandardCharsets.UTF_8))));
		}
	}

	@Test
	void keepsATableOnceAndReadsItAgain() throws IOException {
		String body = MadeTables.kepler(2000);
		DatasetRef ref;
		try (Upload upload = receive(body)) {
			ref = upload.ref();
			this.datasets.keep(upload);
			this.datasets.keep(upload);
		}
		try (InputStream kept = this.datasets.open(ref)) {
			assertThat(kept.readAllBytes()).asString().isEqualTo(body);
		}
		ObjectTable table = this.datasets.load(ref, Mission.KEPLER, List.of("koi_depth", "koi_model_snr"), () -> {
		});
		assertThat(table.size()).isEqualTo(2000);
		assertThat(table.rows()).hasSize(2000).endsWith(2000L);
		assertThat(table.objects()).startsWith("K00001.01");
		assertThat(table.stars()).startsWith("1000");
		assertThat(table.labels()).startsWith("CONFIRMED", "FALSE POSITIVE");
		assertThat(table.values()[0]).hasSize(2000).startsWith(100, 103);
		assertThat(table.values()[1]).containsOnly(Float.NaN);
	}

	@Test
	void namesEmptyConstantAndTextColumns() {
		String table = """
				koi_period,koi_duration,koi_depth,koi_prad,koi_teq,koi_steff,koi_slogg,koi_other
				1,1,5,2,,5700 K,NaN,1
				2,2,5.0,2,,5800,,2
				3,3,5e0,2,,,,3
				""";
		try (Upload upload = receive(table)) {
			assertThat(upload.report().used()).containsExactly("koi_period", "koi_duration");
			assertThat(upload.report().ignored()).containsExactly(
					new IgnoredColumn("koi_depth", "constant", "every filled cell is 5.0"),
					new IgnoredColumn("koi_prad", "constant", "every filled cell is 2.0"),
					new IgnoredColumn("koi_teq", "empty", "no cell holds a number"),
					new IgnoredColumn("koi_steff", "not numeric",
							"1 cell(s) hold text, the first on line 2: \"5700 K\""),
					new IgnoredColumn("koi_slogg", "empty", "no cell holds a number"),
					new IgnoredColumn("koi_other", "not part of the feature set", ""));
		}
	}

	@Test
	void notesCellsThatHoldNoFiniteNumberNamingTheLineAsSent() {
		String table = "# one\n# two\n" + MadeTables.KEPLER_HEADER + "\n"
				+ "1,K1,CONFIRMED,,1,1,1,1,\n2,K2,CONFIRMED,,2,inf,2,2,\n3,K3,CONFIRMED,,2,1e999,3,3,\n";
		try (Upload upload = receive(table)) {
			assertThat(upload.report().notes()).containsExactly("Column koi_duration: 2 cell(s) hold no finite number "
					+ "and count as missing, the first on line 5: \"inf\".", NOT_MEASURED);
		}
	}

	@Test
	void notesUnknownLabelsRepeatedNamesAndMissingNames() {
		String table = MadeTables.KEPLER_HEADER + "\n1,K1,CONFIRMED,,1,1,1,1,\n2,K1,$where,,2,2,2,2,\n3,,,,3,3,3,3,\n";
		try (Upload upload = receive(table)) {
			assertThat(upload.report().labels()).containsOnlyKeys("CONFIRMED", TableReport.OTHER, TableReport.BLANK);
			assertThat(upload.report().notes()).hasSize(4)
				.anyMatch((note) -> note.contains("1 row(s) have no kepoi_name"))
				.anyMatch((note) -> note.contains("\"K1\" on line 3"))
				.anyMatch((note) -> note.contains("\"$where\""));
		}
	}

	@Test
	void countsK2LabelsPerPlanet() {
		String table = "pl_name,hostname,default_flag,disposition,pl_orbper\n"
				+ "a b,a,1,CONFIRMED,1\na b,a,0,CONFIRMED,1\nc b,c,1,REFUTED,2\n";
		try (Upload upload = receive(table)) {
			assertThat(upload.report().rows()).isEqualTo(3);
			assertThat(upload.report().objects()).isEqualTo(2);
			assertThat(upload.report().labels()).containsEntry("CONFIRMED", 1L).containsEntry("REFUTED", 1L);
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("3 rows were merged into 2"));
		}
	}

	@Test
	void unpacksGzip() {
		byte[] packed = MadeTables.gzip(MadeTables.kepler(5).getBytes(StandardCharsets.UTF_8));
		try (Upload upload = this.datasets.receive(new ByteArrayInputStream(packed), "koi.csv.gz")) {
			assertThat(upload.report().rows()).isEqualTo(5);
		}
	}

	@Test
	void acceptsTablesThatCanBeTrainedOn() {
		try (Upload upload = receive(MadeTables.kepler(20))) {
			upload.requireTrainable(Target.PLANET, false);
			upload.requireTrainable(Target.DISPOSITION, false);
		}
	}

	@Test
	void refusesToTrainOnOneClass() {
		try (Upload upload = receive(MadeTables.kepler(20).replace("FALSE POSITIVE", "CANDIDATE"))) {
			assertProblem(ProblemKind.UNUSABLE, "one_class", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("CONFIRMED 10", "CANDIDATE 10", "prediction");
		}
	}

	@Test
	void refusesToTrainOnAHandfulOfRowsOrStars() {
		try (Upload upload = receive(MadeTables.kepler(8))) {
			assertProblem(ProblemKind.UNUSABLE, "too_few_rows", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("CONFIRMED 4", "5 stars");
		}
		try (Upload upload = receive(MadeTables.kepler(40).replaceAll("(?m)^\\d+,", "7,"))) {
			assertProblem(ProblemKind.UNUSABLE, "too_few_rows", () -> upload.requireTrainable(Target.PLANET, false));
		}
	}

	@Test
	void refusesToTrainWithoutLabelColumn() {
		try (Upload upload = receive(MadeTables.kepler(20).replace("koi_disposition", "my_labels"))) {
			assertProblem(ProblemKind.UNUSABLE, "no_label_column", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("koi_disposition", "prediction");
		}
	}

	@Test
	void trainsWithoutStarColumnAndSaysHowStarsAreTold() {
		String table = MadeTables.kepler(20).replace("kepid", "my_star");
		try (Upload upload = receive(table)) {
			upload.requireTrainable(Target.PLANET, false);
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.contains("kepid") && note.contains("the number in kepoi_name"));
		}
		try (Upload upload = receive(table.replace("kepoi_name", "my_name"))) {
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.contains("kepid") && note.contains("not at all"));
		}
	}

	@Test
	void refusesToTrainWithoutColumns() {
		try (Upload upload = receive(MadeTables.kepler(20))) {
			assertProblem(ProblemKind.UNUSABLE, "no_usable_column", () -> upload.requireTrainable(Target.PLANET, true))
				.contains("exclude_features");
		}
	}

	@Test
	void refusesTablesWithoutRows() {
		assertProblem(ProblemKind.UNUSABLE, "no_rows", () -> receive(MadeTables.KEPLER_HEADER + "\n"));
	}

	@Test
	void refusesUnknownTablesBeforeReadingThem() {
		assertProblem(ProblemKind.UNUSABLE, "unknown_schema", () -> receive("a,b\n1,2\n"));
	}

	@Test
	void refusesUploadsThatBreakOff() {
		InputStream broken = new SequenceInputStream(MadeTables.stream(MadeTables.kepler(9)), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("connection reset by peer");
			}

		});
		assertProblem(ProblemKind.INVALID, "upload_interrupted", () -> this.datasets.receive(broken, "x"))
			.doesNotContain("peer");
	}

	@Test
	void namesWhatIsWrongWithTheBytesBeforeWhatIsWrongWithARow() {
		String twice = MadeTables.kepler(5000).replaceFirst("(?m)^kepid", "kepid,kepid") + "\0";
		assertProblem(ProblemKind.INVALID, "not_text", () -> receive(twice));
	}

	@Test
	void understandsALongTableWithRowsOfOtherLengths() {
		String table = MadeTables.kepler(5000);
		String[] lines = table.split("\n");
		lines[4000] = lines[4000] + ",,";
		try (Upload upload = receive(String.join("\n", lines) + "\n"); Upload plain = receive(table)) {
			assertThat(upload.ref().sha256()).isEqualTo(plain.ref().sha256());
			assertThat(upload.report().rows()).isEqualTo(5000);
		}
	}

	@Test
	void refusesTrainingTablesThatAreTooLargeForMemory() {
		try (Upload upload = receive(MadeTables.kepler(50))) {
			this.datasets.keep(upload);
			// one less than for two columns, and names of 1225 characters
			Datasets small = datasets(new TableLimits(DataSize.ofMegabytes(1), 20, 100, 1000, 1000, 1324));
			assertProblem(ProblemKind.TOO_LARGE, "too_many_objects",
					() -> small.load(upload.ref(), Mission.KEPLER, List.of("koi_depth", "koi_prad"), () -> {
					}))
				.contains("50 objects", "1324 values");
			try (Upload again = small.receive(MadeTables.stream(MadeTables.kepler(50)), null)) {
				assertProblem(ProblemKind.TOO_LARGE, "too_many_objects",
						() -> again.requireTrainable(Target.PLANET, false));
			}
		}
	}

	@Test
	void loadsTheArchivesScoreBesideTheColumns() {
		try (Upload upload = receive(MadeTables.kepler(50).replaceFirst(",0.5,", ",,"))) {
			this.datasets.keep(upload);
			// no room for a third column: the score does not count as one
			Datasets small = datasets(new TableLimits(DataSize.ofMegabytes(1), 20, 100, 1000, 50, 1325));
			ObjectTable table = small.load(upload.ref(), Mission.KEPLER, List.of("koi_depth", "koi_prad"), () -> {
			});
			assertThat(table.columns()).containsExactly("koi_depth", "koi_prad");
			assertThat(table.values()).hasDimensions(2, 50);
			assertThat(table.archiveScores()).hasSize(50).startsWith(Float.NaN, 0.5f);
		}
	}

	@Test
	void tablesWithoutAScoreOfTheArchivesHaveNone() {
		String table = "tid,toi,tfopwg_disp,pl_orbper,pl_trandurh,pl_trandep,pl_rade\n1,100.01,CP,1.5,2,100,1\n";
		try (Upload upload = receive(table)) {
			this.datasets.keep(upload);
			assertThat(this.datasets.load(upload.ref(), Mission.TESS, List.of("pl_orbper"), () -> {
			}).archiveScores()).containsExactly(Float.NaN);
		}
	}

	@Test
	void removesWhatACrashLeftInTheSpool() throws IOException {
		FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
		Path upload = Files.writeString(this.spool.resolve("upload-1"), "x");
		Files.setLastModifiedTime(upload, longAgo);
		Path draft = Files.writeString(this.spool.resolve("exoscout-draft-1"), "x");
		Files.setLastModifiedTime(draft, longAgo);
		Path other = Files.writeString(this.spool.resolve("other"), "x");
		Files.setLastModifiedTime(other, longAgo);
		datasets(TableLimits.DEFAULTS);
		assertThat(upload).doesNotExist();
		assertThat(draft).doesNotExist();
		assertThat(other).exists();
		Files.delete(other);
	}

	private Datasets datasets(TableLimits limits) {
		return new Datasets(new DirectoryBlobStore(this.directory.resolve("blobs")), limits, this.spool);
	}

	private Upload receive(String table) {
		return receive(table, "table.csv");
	}

	private Upload receive(String table, String filename) {
		return this.datasets.receive(MadeTables.stream(table), filename);
	}

}
