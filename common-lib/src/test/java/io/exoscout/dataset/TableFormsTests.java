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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Tables the way people's tools save them. */
class TableFormsTests {

	private static final String TABLE = MadeTables.kepler(40);

	@TempDir
	Path directory;

	private Datasets datasets;

	@BeforeEach
	void start() {
		this.datasets = new Datasets(new DirectoryBlobStore(this.directory.resolve("blobs")), TableLimits.DEFAULTS,
				this.directory.resolve("spool"));
	}

	@AfterEach
	void leavesNothingInTheSpool() throws IOException {
		try (Stream<Path> files = Files.list(this.directory.resolve("spool"))) {
			assertThat(files).isEmpty();
		}
	}

	/** One table, saved in many ways. */
	enum Form {

		SEMICOLONS((table) -> table.replace(',', ';')), TABS((table) -> table.replace(',', '\t')),
		BARS((table) -> table.replace(',', '|')), DECIMAL_COMMAS((table) -> numbers(table.replace(',', ';'), ';')),
		DECIMAL_COMMAS_WITH_TABS((table) -> numbers(table.replace(',', '\t'), '\t')),
		DECLARED((table) -> "sep=;\r\n" + table.replace(',', ';').replace("\n", "\r\n")),
		DECLARED_COMMA((table) -> "sep=,\n" + table), QUOTED((table) -> quoted(table, ",")),
		QUOTED_SEMICOLONS((table) -> quoted(table, ";")), INDEX((table) -> numbered(table, "", 0)),
		UNNAMED((table) -> numbered(table, "Unnamed: 0", 0)), ROW_NAMES((table) -> numbered(table, null, 1)),
		TRAILING_COMMAS((table) -> table.replace("\n", ",\n")),
		TRAILING_COMMAS_IN_ROWS((table) -> table.replace("\n", ",\n").replaceFirst(",\n", "\n")),
		EMPTY_COLUMNS((table) -> table.replace("\n", ",,,\n")),
		NOTICE((table) -> "*** Read this, please ***\n" + table),
		TITLE_LINES((table) -> "Kepler objects of interest\n\n# made\nall of them,,,,,,,,\n" + table),
		BLANKS((table) -> table.replace(",", " , ").replace("\n", " \n ")), MARK((table) -> "\uFEFF" + table),
		CR((table) -> table.replace('\n', '\r')), CRLF((table) -> table.replace("\n", "\r\n"));

		private final UnaryOperator<String> written;

		Form(UnaryOperator<String> written) {
			this.written = written;
		}

		String of(String table) {
			return this.written.apply(table);
		}

	}

	@ParameterizedTest
	@EnumSource
	void theSameContentIsTheSameDataset(Form form) {
		try (Upload upload = receive(form.of(TABLE))) {
			assertThat(upload.ref().sha256()).isEqualTo(Digests.sha256(bytes(TABLE)));
			assertThat(upload.ref().sentSha256()).isEqualTo(Digests.sha256(bytes(form.of(TABLE))));
		}
	}

	@ParameterizedTest
	@EnumSource
	void theFullTableOfTheArchiveIsTheSameDatasetHoweverItIsSaved(Form form) {
		String text = new String(RealTables.bytes(RealTables.KEPLER), StandardCharsets.UTF_8);
		String body = text.substring(text.indexOf("\nkepid,") + 1);
		try (Upload upload = receive(form.of(body))) {
			assertThat(upload.ref().sha256()).isEqualTo(Digests.sha256(bytes(body)));
		}
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
