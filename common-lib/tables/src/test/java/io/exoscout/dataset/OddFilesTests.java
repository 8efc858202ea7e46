package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.exoscout.body.TableLimits;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.Digests;
import io.exoscout.store.DirectoryBlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is read with a note, what is refused, and on which line. */
class OddFilesTests {

	private static final String HEADER = "kepid,kepoi_name,koi_disposition,koi_period,koi_duration,koi_depth,koi_prad";

	@TempDir
	Path directory;

	private Datasets datasets;

	@BeforeEach
	void start() {
		this.datasets = datasets(TableLimits.DEFAULTS);
	}

	@AfterEach
	void leavesNothingInTheSpool() throws IOException {
		try (Stream<Path> files = Files.list(this.directory.resolve("spool"))) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void windows1252IsReadWhereTheBytesAreNoUtf8EvenFarInside() {
		String table = MadeTables.kepler(3000) + "9,K9.01 “é” €,CANDIDATE,0.5,1,2,3,4,5\n";
		String sha256 = Digests.sha256(table.getBytes(StandardCharsets.UTF_8));
		try (Upload upload = receive(table.getBytes(Charset.forName("windows-1252")))) {
			assertThat(upload.ref().sha256()).isEqualTo(sha256);
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("4 byte(s) are not UTF-8")
					&& note.contains("line 3002") && note.contains("Windows-1252"));
		}
	}

	@Test
	void bytesOfNoKnownTextAreRefusedNamingTheLine() {
		byte[] table = (MadeTables.kepler(20) + "\u0081").getBytes(StandardCharsets.ISO_8859_1);
		assertProblem(ProblemKind.INVALID, "not_utf8", () -> receive(table)).contains("Line 22", "Windows-1252");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM" })
	void utf16IsTheSameDataset(String charset) {
		String table = MadeTables.kepler(40);
		try (Upload upload = receive(table.getBytes(Charset.forName(charset)))) {
			assertThat(upload.ref().sha256()).isEqualTo(Digests.sha256(table.getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Test
	void oneTableInAZipArchiveIsRead() {
		byte[] table = MadeTables.kepler(40).getBytes(StandardCharsets.UTF_8);
		byte[] sent = zip(Map.of("koi/koi.csv", table, "__MACOSX/koi/._koi.csv", new byte[100]));
		try (Upload upload = receive(sent)) {
			assertThat(upload.ref().sha256()).isEqualTo(Digests.sha256(table));
			assertThat(upload.ref().sentSha256()).isEqualTo(Digests.sha256(sent));
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("koi/koi.csv"));
		}
	}

	@Test
	void twoFilesInAZipArchiveAreRefused() {
		byte[] table = MadeTables.kepler(40).getBytes(StandardCharsets.UTF_8);
		assertProblem(ProblemKind.UNUSABLE, "several_files", () -> receive(zip(Map.of("a.csv", table, "b.csv", table))))
			.contains("a.csv", "b.csv");
	}

	@Test
	void aZipBombIsStopped() {
		byte[] sent = zip(Map.of("a.csv", "a,b\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8)));
		Datasets small = datasets(new TableLimits(DataSize.ofMegabytes(1), 20, 100, 1000, 1000, 1000));
		assertProblem(ProblemKind.TOO_LARGE, "table_too_large",
				() -> small.receive(new ByteArrayInputStream(sent), "a.zip"));
	}

	@Test
	void spreadsheetsAreNamed() {
		byte[] xlsx = zip(Map.of("[Content_Types].xml", new byte[10]));
		assertProblem(ProblemKind.UNUSABLE, "spreadsheet", () -> receive(xlsx)).contains("CSV");
		byte[] ods = zip(Map.of("mimetype",
				"application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII)));
		assertProblem(ProblemKind.UNUSABLE, "spreadsheet", () -> receive(ods));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					%PDF-1.4 | pdf_file
					\u00D0\u00CF\u0011\u00E0 | spreadsheet
					\u0080\u0004\u0095 | python_object
					\u0093NUMPY\u0001 | python_object
					PAR1\u0015x | parquet_file
					ARROW1\u0000x | arrow_file
					SQLite format 3\u0000x | database_file
					\u0089HDF\\r\\n | hdf5_file
					BZh91AY&SY | packed_file
					<!DOCTYPE html><html><body>Login</body></html> | html_page
					<html lang="en"> | html_page
					<?xml version="1.0"?><root/> | xml_file
					<VOTABLE version="1.3"> | votable_file
					<pre>ERROR<br>Error Type: UserError<br>Message: Unknown column KOI</pre> | archive_error
					ERROR<br>Message: ORA-00904 | archive_error
					ORA-00904: "KOI": invalid identifier | archive_error
					<vot:VOTABLE xmlns:vot="x"><INFO value='ERROR' name='QUERY_STATUS'><![CDATA[no such table]]></INFO> | archive_error
					""")
	void whatIsNoTableIsNamed(String sent, String code) {
		byte[] bytes = sent.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
		assertProblem(ProblemKind.UNUSABLE, code, () -> receive(bytes));
		assertProblem(ProblemKind.UNUSABLE, code, () -> receive(MadeTables.gzip(bytes)));
	}

	@Test
	void aMatrixIsNamedHoweverManyColumnsItHas() {
		String flux = IntStream.range(0, 70_000).mapToObj((i) -> "flux_" + i).collect(Collectors.joining(","));
		String numbers = IntStream.range(0, 3000).mapToObj(String::valueOf).collect(Collectors.joining(","));
		assertProblem(ProblemKind.UNUSABLE, "light_curve_matrix", () -> receive(flux + "\n1,2\n")).contains("70000");
		assertProblem(ProblemKind.UNUSABLE, "light_curve_matrix", () -> receive(numbers + "\n1,2\n"));
		assertProblem(ProblemKind.UNUSABLE, "light_curve_matrix",
				() -> receive((numbers + "\n1,2\n").replace(',', '\t')));
	}

	@Test
	void decimalCommasAreDecidedByAllCells() throws IOException {
		String header = HEADER.replace(',', ';') + "\n";
		// three digits behind the comma, as for thousands, until a late row tells
		String rows = "1;K1;CANDIDATE;1,234;2,345;100;1,000\n".repeat(5000);
		try (Upload upload = receive(header + rows + "2;K2;CANDIDATE;1,5;1.234,25;2,5E-03;1\n");
				ObjectReader objects = upload.objects(List.of("koi_period", "koi_duration", "koi_depth"))) {
			assertThat(Objects.requireNonNull(objects.next()).values()).containsExactly(1.234f, 2.345f, 100);
			ObjectRow last = null;
			for (ObjectRow row = objects.next(); row != null; row = objects.next()) {
				last = row;
			}
			assertThat(Objects.requireNonNull(last).values()).containsExactly(1.5f, 1234.25f, 0.0025f);
		}
	}

	@Test
	void aListOfSectorsIsNoDecimalComma() throws IOException {
		String table = HEADER.replace(',', ';') + ";sectors\n" + "1;K1;CANDIDATE;1.5;2.5;100.5;1.1;1,2\n"
				+ "1;K2;CANDIDATE;1.5;2.5;100.5;1.1;1,2,3\n";
		try (Upload upload = receive(table)) {
			assertThat(Files.readString(upload.file())).contains(",\"1,2\"\n", ",\"1,2,3\"\n", ",1.5,2.5,100.5,1.1,");
		}
	}

	@Test
	void oneCommaInACellIsASlipWhereCommasSeparate() throws IOException {
		String table = HEADER + "\n1,K1,CANDIDATE,\"1,5\",2,3,4\n";
		try (Upload upload = receive(table)) {
			assertThat(Files.readString(upload.file())).isEqualTo(table);
		}
	}

	@Test
	void aCellThatCouldBeTwoNumbersIsBlankAndSaidSo() throws IOException {
		String table = HEADER.replace(',', ';')
				+ "\n1;K1;CANDIDATE;1,5;2,5;1.234;1,1\n1;K2;CANDIDATE;1,5;2,5;12,5;1,1\n";
		try (Upload upload = receive(table)) {
			assertThat(Files.readString(upload.file())).contains("1,K1,CANDIDATE,1.5,2.5,,1.1\n");
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.contains("koi_depth") && note.contains("line 2: \"1.234\""));
		}
	}

	@Test
	void aNamelessColumnWithContentIsRefusedNamingIt() {
		assertProblem(ProblemKind.INVALID, "blank_column",
				() -> receive(HEADER.replace("koi_duration", "")
						+ ",koi_duration\n1,K1,CANDIDATE,1,,3,4,5\n1,K1,CANDIDATE,1,x,3,4,5\n"))
			.contains("Column 5", "\"x\" on line 3");
		// numbers of stars are no index
		assertProblem(ProblemKind.INVALID, "blank_column",
				() -> receive(HEADER.replaceFirst("kepid", "") + "\n10797460,K1,CANDIDATE,1,2,3,4\n"))
			.contains("Column 1", "10797460");
	}

	@Test
	void aRowThatLacksACellInTheMiddleIsRefusedNamingTheLine() {
		String table = "# one\nsep=;\n" + MadeTables.kepler(100).replace(',', ';').replaceFirst("1050;", "");
		ProblemException problem = catchThrowableOfType(ProblemException.class, () -> receive(table));
		assertThat(problem.code()).isEqualTo(ErrorCode.RAGGED_ROW);
		assertThat(problem.errors()).extracting(InputError::line).containsExactly(54L);
	}

	@Test
	void aRowWithOneCellTooManyIsRefusedThoughItsLastIsBlank() {
		String table = MadeTables.kepler(100).replaceAll(",290.1\n", ",\n").replaceFirst("1050,", "1050,x,");
		assertProblem(ProblemKind.INVALID, "ragged_row", () -> receive(table)).contains("Line 52", "10 cells");
	}

	@Test
	void aLastLineOfAnotherKindIsRefused() {
		assertProblem(ProblemKind.INVALID, "ragged_row", () -> receive(MadeTables.kepler(100) + "continued below\n"))
			.contains("Line 102");
	}

	@Test
	void rowsThatAllLackACellAreReadOnlyWhereLabelsStandInTheirPlace() {
		String table = MadeTables.kepler(100).replaceAll(",290.1\n", "\n");
		try (Upload upload = receive(table)) {
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("100 row(s) lack their last cells"));
		}
		assertProblem(ProblemKind.INVALID, "ragged_row",
				() -> receive(MadeTables.kepler(100).replaceAll("\n\\d+,", "\n")));
	}

	@Test
	void aDownloadThatBrokeOffIsSaid() throws IOException {
		String table = MadeTables.kepler(100);
		try (Upload upload = receive(table.substring(0, table.length() - "5,290.1\n".length()))) {
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.contains("middle of line 101") && note.contains("\"1.\""));
			assertThat(Files.readString(upload.file())).endsWith(",\n").doesNotContain(",1.,");
		}
	}

	@Test
	void rowsWithANumberInFrontOrACommaAtTheEndAreNotGuessedAt() {
		String header = "koi_period,koi_duration,koi_depth,koi_prad,ra\n";
		assertProblem(ProblemKind.INVALID, "ragged_row",
				() -> receive(header + "1,1.5,2,100,3,\n2,1.6,3,200,4,\n3,1.7,4,300,5,\n"))
			.contains("can not be told");
	}

	@Test
	void linesInNotesAreThoseOfTheFileAsSent() {
		String table = "# made\nsep=;\n\n# more\n" + HEADER.replace(',', ';')
				+ "\n1;\"K\n1\";CANDIDATE;1;2;3;4\n\n2;K2;CANDIDATE;inf;2;3;4\n";
		try (Upload upload = receive(table)) {
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("line 9: \"inf\""));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[{"koi_period": 1}, {"koi_period":                  | broken_json
			[{"koi_period": 1}, {"koi_period" 2}]                | broken_json
			[{"koi_period": 1, "koi_period": 2}]                 | duplicate_column
			[{"a": 1}, 2]                                        | json_without_table
			[[1, 2], [3, 4]]                                     | json_without_table
			{"a": [{"b": 1}], "c": [{"d": 2}]}                   | json_without_table
			{"a": {"x": 1, "y": 2}, "b": {"x": 1, "z": 2}}       | json_without_table
			{"a": {"x": 1, "y": 2}, "b": {"x": 1}}               | json_without_table
			{"a": [1, 2], "b": [1]}                              | json_without_table
			{"a": [1], "b": [1, 2]}                              | json_without_table
			{"a": {"b": {"c": 1}}, "d": 1}                       | json_without_table
			{}                                                   | json_without_table
			[{}, {}]                                             | json_without_table
			[{"a": 1}] [{"a": 1}]                                | json_without_table
			""")
	void jsonThatIsBrokenOrNoTableIsRefused(String sent, String code) {
		ProblemException problem = catchThrowableOfType(ProblemException.class, () -> receive(sent));
		assertThat(problem).isNotNull();
		assertThat(problem.code().id()).isEqualTo(code);
	}

	@Test
	void hostileJsonIsRefusedInLittleMemory() {
		String deep = "[{\"a\": " + "[".repeat(100_000);
		assertProblem(ProblemKind.TOO_LARGE, "json_too_large", () -> receive(deep));
		InputStream cell = MadeTables.repeated("[{\"a\": \"", 'x', 50L << 20, "\"}]");
		assertProblem(ProblemKind.TOO_LARGE, "json_too_large", () -> this.datasets.receive(cell, "a.json"));
		String names = IntStream.range(0, 5000).mapToObj((i) -> "{\"c" + i + "\": 1}").collect(Collectors.joining(","));
		assertProblem(ProblemKind.TOO_LARGE, "too_many_columns", () -> receive("[" + names + "]"));
		String columns = IntStream.range(0, 5000)
			.mapToObj((i) -> "\"c" + i + "\": [1]")
			.collect(Collectors.joining(",", "{", "}"));
		assertProblem(ProblemKind.TOO_LARGE, "too_many_columns", () -> receive(columns));
	}

	@Test
	void aSmallFileDoesNotGrowWithoutBoundWhenItIsWrittenAnew() {
		String names = IntStream.range(0, 1000).mapToObj((i) -> "\"k" + i + "\": 1").collect(Collectors.joining(","));
		String sent = "[{" + names + "}" + ",{}".repeat(10_000) + "]";
		Datasets small = datasets(new TableLimits(DataSize.ofMegabytes(1), 2000, 100, 100_000, 1000, 1000));
		assertProblem(ProblemKind.TOO_LARGE, "table_too_large", () -> small.receive(MadeTables.stream(sent), "a.json"));
	}

	@Test
	void aSentenceOfQuotesBeforeTheHeaderIsPassedOver() {
		String table = MadeTables.kepler(20);
		try (Upload upload = receive("\"Note\": see \"the\" manual; or | not\n" + table)) {
			assertThat(upload.ref().sha256()).isEqualTo(Digests.sha256(table.getBytes(StandardCharsets.UTF_8)));
		}
	}

	private Datasets datasets(TableLimits limits) {
		return new Datasets(new DirectoryBlobStore(this.directory.resolve("blobs")), limits,
				this.directory.resolve("spool"));
	}

	private Upload receive(String text) {
		return receive(text.getBytes(StandardCharsets.UTF_8));
	}

	private Upload receive(byte[] sent) {
		return this.datasets.receive(new ByteArrayInputStream(sent), "table.csv");
	}

	private static byte[] zip(Map<String, byte[]> files) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(packed)) {
			for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

}
