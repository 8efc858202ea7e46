package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.archive.LabelMap;
import io.exoscout.body.ArrivingBody;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.form.TableTranslation;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Tables the way people's tools save them. */
class TableFormsTests extends StoredTables {

	private static final String TABLE = MadeTables.kepler(40);

	@AfterEach
	void leavesNothingInTheSpool() throws IOException {
		try (Stream<Path> files = Files.list(this.directory.resolve("spool"))) {
			assertThat(files).isEmpty();
		}
	}

	/** One table, saved in many ways. */
	enum SavedForm {

		SEMICOLONS((table) -> table.replace(',', ';')), TABS((table) -> table.replace(',', '\t')),
		BARS((table) -> table.replace(',', '|')), DECIMAL_COMMAS((table) -> numbers(table.replace(',', ';'), ';')),
		DECIMAL_COMMAS_WITH_TABS((table) -> numbers(table.replace(',', '\t'), '\t')),
		DECLARED((table) -> "sep=;\r\n" + table.replace(',', ';').replace("\n", "\r\n")),
		DECLARED_COMMA((table) -> "sep=,\n" + table), WRAPPED((table) -> table.replaceAll("(?m)^(.+)$", "\"$1\"")),
		QUOTED((table) -> quoted(table, ",")), QUOTED_SEMICOLONS((table) -> quoted(table, ";")),
		INDEX((table) -> numbered(table, "", 0)), UNNAMED((table) -> numbered(table, "Unnamed: 0", 0)),
		ROW_NAMES((table) -> numbered(table, null, 1)), TRAILING_COMMAS((table) -> table.replace("\n", ",\n")),
		TRAILING_COMMAS_IN_ROWS((table) -> table.replace("\n", ",\n").replaceFirst(",\n", "\n")),
		EMPTY_COLUMNS((table) -> table.replace("\n", ",,,\n")),
		NOTICE((table) -> "*** Read this, please ***\n" + table),
		TITLE_LINES((table) -> "Kepler objects of interest\n\n# made\nall of them,,,,,,,,\n" + table),
		BLANKS((table) -> table.replace(",", " , ").replace("\n", " \n ")), MARK((table) -> "\uFEFF" + table),
		CR((table) -> table.replace('\n', '\r')), CRLF((table) -> table.replace("\n", "\r\n"));

		private final UnaryOperator<String> written;

		SavedForm(UnaryOperator<String> written) {
			this.written = written;
		}

		String of(String table) {
			return this.written.apply(table);
		}

	}

	@ParameterizedTest
	@EnumSource
	void theSameContentIsTheSameDataset(SavedForm form) {
		try (Upload upload = receive(form.of(TABLE))) {
			assertThat(upload.ref().sha256()).isEqualTo(Digests.sha256(bytes(TABLE)));
			assertThat(upload.ref().sentSha256()).isEqualTo(Digests.sha256(bytes(form.of(TABLE))));
		}
	}

	@ParameterizedTest
	@EnumSource
	void theFullTableOfTheArchiveIsTheSameDatasetHoweverItIsSaved(SavedForm form) {
		String body = body(RealTables.KEPLER);
		assertSame(form.of(body), body);
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.TESS, RealTables.TESS_26_COLUMNS, RealTables.K2,
			RealTables.KEPLER_140_COLUMNS })
	void blanksThatASpreadsheetDroppedFromTheEndsOfRowsComeBack(String file) {
		String body = body(file);
		assertSame(body.replaceAll("(?m),+$", ""), body);
	}

	@ParameterizedTest
	@CsvSource({ RealTables.KEPLER + ",0", RealTables.KEPLER + ",4", RealTables.KEPLER + ",20",
			RealTables.KEPLER + ",44", RealTables.TESS + ",3", RealTables.TESS + ",50" })
	void aCellThatIsLostInTheMiddleIsNoticed(String file, int column) {
		String[] lines = body(file).split("\n");
		List<String> cells = new ArrayList<>(List.of(lines[1000].split(",", -1)));
		cells.remove(column);
		lines[1000] = String.join(",", cells);
		assertProblem(ProblemKind.INVALID, "ragged_row",
				() -> this.datasets.receiveToScore(MadeTables.stream(String.join("\n", lines) + "\n"), file))
			.contains("Line 1001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[%s]", "{\"count\": 2, \"results\": [%s]}" })
	void jsonRecordsAreTheSameDataset(String frame) {
		String records = records(TABLE, ",\n");
		assertSame(frame.formatted(records), TABLE);
		assertSame(frame.formatted(records.replace("\n", "")), TABLE);
	}

	@Test
	void linesOfJsonAreTheSameDataset() {
		assertSame(records(TABLE, "\n"), TABLE);
	}

	@Test
	void theLayoutsOfPandasAreTheSameDataset() {
		assertSame(split(TABLE), TABLE);
		assertSame(byColumns(TABLE, true), TABLE);
		assertSame(byColumns(TABLE, false), TABLE);
		assertSame(byIndex(TABLE), TABLE);
	}

	@Test
	void namesFirstAndThenListsOfCellsAreTheSameDataset() {
		String rows = split(TABLE).replaceFirst(".*\"data\": \\[", "").replaceFirst("]}$", "");
		String names = Stream.of(MadeTables.KEPLER_HEADER.split(","))
			.collect(Collectors.joining("\",\"", "[\"", "\"]"));
		assertSame("[" + names + "," + rows + "]", TABLE);
	}

	@Test
	void theFullTableOfTheArchiveIsTheSameDatasetAsJson() {
		String body = body(RealTables.KEPLER);
		assertSame("[" + records(body, ",") + "]", body);
		assertSame(byColumns(body, true), body);
		assertSame(split(body), body);
	}

	@Test
	void nullIsABlankCellAndTheColumnsAreAllNamesThatOccur() throws IOException {
		String sent = "[{\"koi_period\": 1.50, \"koi_depth\": null, \"koi_prad\": 1},\n"
				+ "{\"koi_prad\": -2.5e-1, \"koi_duration\": \"a, \\\"b\\\"\", \"koi_period\": NaN, \"x\": [1, {\"y\": 2}]}]";
		assertThat(translated(sent))
			.isEqualTo("koi_period,koi_depth,koi_prad,koi_duration,x\n1.50,,1,,\nNaN,,-2.5e-1,\"a, \"\"b\"\"\",\n");
	}

	/** A table of the archive without its comments. */
	private static String body(String file) {
		String text = new String(RealTables.bytes(file), StandardCharsets.UTF_8);
		return text.lines().dropWhile((line) -> line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
	}

	private void assertSame(String sent, String table) {
		try (Upload upload = this.datasets.receiveToScore(MadeTables.stream(sent), "table")) {
			assertThat(upload.ref().sha256()).isEqualTo(Digests.sha256(bytes(table)));
		}
	}

	/** What is written of a table, of whatever mission. */
	private String translated(String sent) throws IOException {
		Spool spool = new Spool(this.directory.resolve("spool"));
		ArrivingBody.Whole body = spool.write(new ByteArrayInputStream(bytes(sent)), TableLimits.DEFAULTS);
		try {
			Path table = TableTranslation.of(body, spool, TableLimits.DEFAULTS, LabelMap.NONE).write().file();
			String text = Files.readString(table);
			Files.delete(table);
			return text;
		}
		finally {
			Files.delete(body.file());
		}
	}

	private static List<String[]> cells(String table) {
		CsvTable csv = CsvTable.open(MadeTables.stream(table), TableLimits.DEFAULTS);
		List<String[]> cells = new ArrayList<>();
		cells.add(csv.columns().toArray(String[]::new));
		for (CsvRow row = csv.next(); row != null; row = csv.next()) {
			cells.add(row.cells().toArray(String[]::new));
		}
		return cells;
	}

	private static String value(String cell) {
		return cell.isEmpty() ? "null" : cell.matches("-?(0|[1-9]\\d*)(\\.\\d+)?(e[-+]\\d+)?") ? cell
				: "\"" + cell.replace("\"", "\\\"") + "\"";
	}

	private static String records(String table, String between) {
		List<String[]> cells = cells(table);
		return cells.stream().skip(1).map((row) -> record(cells.get(0), row)).collect(Collectors.joining(between));
	}

	private static String record(String[] names, String[] row) {
		return IntStream.range(0, row.length)
			.mapToObj((i) -> "\"" + names[i] + "\": " + value(row[i]))
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private static String split(String table) {
		List<String[]> cells = cells(table);
		return "{\"columns\": " + Stream.of(cells.get(0)).collect(Collectors.joining("\",\"", "[\"", "\"]"))
				+ ", \"index\": [0, 1], \"data\": ["
				+ cells.stream()
					.skip(1)
					.map((row) -> Stream.of(row).map(TableFormsTests::value).collect(Collectors.joining(",", "[", "]")))
					.collect(Collectors.joining(","))
				+ "]}";
	}

	private static String byColumns(String table, boolean keyed) {
		List<String[]> cells = cells(table);
		return IntStream.range(0, cells.get(0).length)
			.mapToObj((column) -> "\"" + cells.get(0)[column] + "\": "
					+ IntStream.range(1, cells.size())
						.mapToObj((row) -> (keyed ? "\"" + (row - 1) + "\": " : "") + value(cells.get(row)[column]))
						.collect(Collectors.joining(",", keyed ? "{" : "[", keyed ? "}" : "]")))
			.collect(Collectors.joining(",\n", "{", "}"));
	}

	private static String byIndex(String table) {
		List<String[]> cells = cells(table);
		return IntStream.range(1, cells.size())
			.mapToObj((row) -> "\"" + (row - 1) + "\": " + record(cells.get(0), cells.get(row)))
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String numbers(String table, char separator) {
		return table.replaceAll(
				"(?<=(^|\n|" + separator + "))(-?\\d*)\\.(\\d+(?:e[-+]\\d+)?)(?=(" + separator + "|\n|$))", "$2,$3");
	}

	private static String quoted(String table, String separator) {
		return table.lines()
			.map((line) -> Stream.of(line.split(",", -1))
				.collect(Collectors.joining("\"" + separator + "\"", "\"", "\"\n")))
			.collect(Collectors.joining());
	}

	private static String numbered(String table, String name, int first) {
		List<String> lines = table.lines().toList();
		StringBuilder numbered = new StringBuilder((name == null) ? "" : name + ",").append(lines.get(0)).append('\n');
		for (int i = 1; i < lines.size(); i++) {
			numbered.append(i - 1 + first).append(',').append(lines.get(i)).append('\n');
		}
		return numbered.toString();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private Upload receive(String text) {
		return receive(bytes(text));
	}

	private Upload receive(byte[] sent) {
		return this.datasets.receive(new ByteArrayInputStream(sent), "table.csv");
	}

}
