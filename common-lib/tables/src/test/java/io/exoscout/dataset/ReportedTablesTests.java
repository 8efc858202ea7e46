package io.exoscout.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Files people sent whose form is not the archive's. */
class ReportedTablesTests extends StoredTables {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			04-koi_pandas_index.csv | 300 | 49 | only counts the rows
			05-koi_trailing_comma.csv | 300 | 49 | neither name nor content
			05-koi_trailing_comma_rows_only.csv | 300 | 49 | 300 row(s) end with more separators
			06-koi_german_excel.csv | 300 | 49 | Decimal commas
			22-kepler.json | 300 | 19 | 300 record(s)
			32-koi_notice_line.csv | 300 | 49 | "***PLEASE READ***
			35-koi_pipe.txt | 300 | 49 | vertical bars
			41-koi_excel_dropped_trailing.csv | 300 | 50 | 299 row(s) lack their last cells
			""")
	void areReadAsWhatTheyAreWithANote(String file, long rows, int columns, String note) {
		try (Upload upload = receive(file)) {
			assertThat(upload.report().rows()).isEqualTo(rows);
			assertThat(upload.report().columns()).isEqualTo(columns);
			assertThat(upload.report().used()).containsAll(ArchiveColumns.core(Mission.KEPLER));
			assertThat(upload.report().notes()).anyMatch((found) -> found.contains(note));
		}
	}

	/** Among them objects that somebody made up at the edges of what there is. */
	@ParameterizedTest
	@ValueSource(strings = { "01-exoplanet_data.csv", "03-cumulative.csv", "06-exofop_semicolon.csv",
			"07-exofop_tois.csv", "09-tev_toi-catalog.csv", "11-KOI_renamed.csv", "14-k2_converted.csv",
			"25-sample_batch_prediction.csv", "25-sample_data.csv", "26-keppler_testset1.csv",
			"30-koi_missing_None.csv", "30-koi_two_text_cells.csv", "42-koi_kepid_excel_sci.csv", "54-edge_case.csv",
			"59-tap_no_ids.csv" })
	void areTakenForMeasurements(String file) {
		try (Upload upload = receive(file)) {
			assertThat(upload.predictionProblems()).extracting(ProblemException::code)
				.doesNotContain(ErrorCode.IMPOSSIBLE_VALUES);
		}
	}

	@Test
	void lineEndsOfOldComputersAreRead() {
		try (Upload upload = receive("10-koi_cr_only.csv")) {
			assertThat(upload.report().rows()).isEqualTo(300);
		}
	}

	@Test
	void theSameTableIsTheSameDatasetInEachOfItsForms() {
		String plain;
		try (Upload upload = receive("05-koi_trailing_comma.csv")) {
			plain = upload.ref().sha256();
		}
		for (String file : List.of("04-koi_pandas_index.csv", "05-koi_trailing_comma_rows_only.csv",
				"06-koi_german_excel.csv", "32-koi_notice_line.csv", "35-koi_pipe.txt")) {
			try (Upload upload = receive(file)) {
				assertThat(upload.ref().sha256()).as(file).isEqualTo(plain);
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			23-exoTrain_lfs_pointer.csv | lfs_pointer | git lfs pull
			24-exoTrain_shape.csv | light_curve_matrix | 3198 columns "LABEL", "FLUX.1"
			37-tap_error.csv | archive_error | "ORA-00933: SQL command not properly ended"
			lightcurves/kepler-11442793-kepler90-2009350155506-llc.fits | fits_file | FITS
			""")
	void areNamedForWhatTheyAreWhereTheyAreNoTable(String file, String code, String words) {
		InputStream sent = open(file);
		assertProblem(ProblemKind.UNUSABLE, code, () -> this.datasets.receive(sent, file)).contains(words);
	}

	/** What a spreadsheet made of 5.5411063 is 55.411.063, and 700.776 was 7.00776. */
	@Test
	void numbersWhoseDecimalPointASpreadsheetLostAreBlankAndSaidSo() throws IOException {
		String sent = new String(RealTables.bytes("reported/06-exofop_semicolon.csv"), StandardCharsets.UTF_8)
			.replaceFirst("Period \\(days\\)", "pl_orbper")
			.replaceFirst("Stellar Radius \\(R_Sun\\)", "st_rad")
			.replaceFirst("Source;", "pl_trandurh;")
			.replaceFirst("Comments", "pl_trandep")
			.replaceFirst("Date Modified", "pl_rade");
		try (Upload upload = this.datasets.receiveToScore(MadeTables.stream(sent), "exofop.csv");
				ObjectReader reader = upload.objects(List.of("pl_orbper", "st_rad"))) {
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("\"pl_orbper\"")
					&& note.contains("grouped by points") && note.contains("line 2: \"143.036.914.033.977\""));
			List<float[]> values = Stream.generate(reader::next)
				.takeWhile((row) -> row != null)
				.map(ObjectRow::values)
				.toList();
			assertThat(values).hasSize(300);
			assertThat(values).allMatch((row) -> Float.isNaN(row[0]) || row[0] < 40);
			assertThat(values.get(10)[0]).isEqualTo(0.55680952996049f);
			assertThat(values.get(0)[1]).isEqualTo(0.890774011611938f);
			assertThat(values).allMatch((row) -> Float.isNaN(row[1]) || row[1] < 30);
		}
	}

	private Upload receive(String file) {
		return this.datasets.receive(open(file), file);
	}

	private static InputStream open(String file) {
		return RealTables.open(file.contains("/") ? file : "reported/" + file);
	}

}
