package io.exoscout.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Compared with Commons CSV. */
class CsvScannerTests {

	/** More of them, ten million say, are asked for by a property. */
	private static final int INPUTS = Integer.getInteger("exoscout.csv.inputs", 200_000);

	private static final String ALPHABET = "a,\"\n \r";

	private static final String[] PIECES = { "a", "12.5", ",", ",", ",,", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "\"",
			" ", "\t", "\u2003", "\f", "é", "😀", "\u0000", "x y", "\"a,b\"", "\"a\nb\"", ";", "|" };

	/** Everything there is to say of a text: cells and lines, and how it ended. */
	private static List<String> scanned(Reader text, char separator) throws IOException {
		List<String> said = new ArrayList<>();
		CsvScanner scanner = new CsvScanner(text, separator, Long.MAX_VALUE);
		try {
			for (CsvCells next = scanner.next(); next != null; next = scanner.next()) {
				String[] cells = next.toArray(new String[0]);
				said.add(scanner.line() + " " + inside(cells, scanner.linesInside()) + Arrays.toString(cells));
			}
			said.add("end " + scanner.line());
		}
		catch (CsvScanner.BrokenQuoting ex) {
			said.add("broken " + scanner.line());
		}
		return said;
	}

	private static String inside(String[] cells, long lines) {
		long expected = Arrays.stream(cells).flatMapToInt(String::chars).filter((c) -> c == '\n').count();
		return (lines == expected) ? "" : "not " + lines + " lines inside ";
	}

	private static List<String> parsed(String text, char separator) throws IOException {
		List<String> said = new ArrayList<>();
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setIgnoreEmptyLines(true)
			.setIgnoreSurroundingSpaces(true)
			.get();
		try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
			try {
				for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext();) {
					String[] cells = records.next().values();
					said.add(parser.getCurrentLineNumber() + " " + Arrays.toString(cells));
				}
				said.add("end " + parser.getCurrentLineNumber());
			}
			catch (UncheckedIOException ex) {
				assertThat(ex).hasCauseInstanceOf(CSVException.class);
				said.add("broken " + parser.getCurrentLineNumber());
			}
		}
		return said;
	}

	private static void assertSame(String text, char separator) throws IOException {
		assertSame(text, new StringReader(text), separator);
	}

	private static void assertSame(String text, Reader reader, char separator) throws IOException {
		List<String> scanned = scanned(reader, separator);
		List<String> parsed = parsed(text, separator);
		if (!scanned.equals(parsed)) {
			assertThat(scanned).as("<%s> separated by '%s'", text.replace("\r", "\\r").replace("\n", "\\n"), separator)
				.isEqualTo(parsed);
		}
	}

	@Test
	void everyShortTextIsReadAlike() throws IOException {
		int length = ALPHABET.length();
		for (int size = 0; size <= 6; size++) {
			int all = (int) Math.pow(length, size);
			for (int text = 0; text < all; text++) {
				StringBuilder characters = new StringBuilder();
				for (int rest = text, i = 0; i < size; i++, rest /= length) {
					characters.append(ALPHABET.charAt(rest % length));
				}
				assertSame(characters.toString(), ',');
				assertSame(characters.toString(), new SlowReader(characters.toString()), ',');
			}
		}
	}

	@ParameterizedTest
	@ValueSource(chars = { ',', ';', '|', '\t', ' ' })
	void anyTextIsReadAlike(char separator) throws IOException {
		Random random = new Random(separator);
		for (int input = 0; input < INPUTS / 5; input++) {
			StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(30); i > 0; i--) {
				String piece = PIECES[random.nextInt(PIECES.length)];
				text.append(piece.equals(",") ? separator : piece);
			}
			assertSame(text.toString(), separator);
			assertSame(text.toString(), new SlowReader(text.toString()), separator);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8191, 8192, 8193, 16384, 20000, 28672, 32767, 32768, 32769, 65536 })
	void whereTheBufferEndsMakesNoDifference(int place) throws IOException {
		Random random = new Random(place);
		for (int round = 0; round < 200; round++) {
			StringBuilder text = new StringBuilder("x".repeat(random.nextInt(5))).append('\n');
			String line = "1,2.5,  3 ,\"a\"\n";
			while (text.length() < place - 20) {
				text.append((round % 2 == 0) ? line : "z");
			}
			for (int i = 0; i < 25; i++) {
				text.append(PIECES[random.nextInt(PIECES.length)]);
			}
			text.append(line);
			assertSame(text.toString(), ',');
		}
	}

	@Test
	void cellsStayWhenMoreIsRead() throws IOException {
		String text = "\"a \"\"b\"\" \",1.5\n".repeat(20_000);
		CsvScanner scanner = new CsvScanner(new StringReader(text), ',', Long.MAX_VALUE);
		List<CsvCells> records = new ArrayList<>();
		for (CsvCells cells = scanner.next(); cells != null; cells = scanner.next()) {
			cells.strip();
			records.add(cells);
		}
		assertThat(records).hasSize(20_000).allMatch(List.of("a \"b\"", "1.5")::equals);
	}

	/** A long record is not begun anew for every few characters of it. */
	@Test
	void longRecordsAreReadInReasonableTime() throws IOException {
		String cell = "x,".repeat(1 << 20);
		CsvScanner scanner = new CsvScanner(new SlowReader(cell), ',', Long.MAX_VALUE);
		assertThat(scanner.next()).hasSize((1 << 20) + 1);
	}

	/** Gives one character at a time, and sometimes none. */
	private static final class SlowReader extends FilterReader {

		private boolean none;

		SlowReader(String text) {
			super(new StringReader(text));
		}

		@Override
		public int read(char[] target, int offset, int length) throws IOException {
			this.none = !this.none;
			return this.none ? 0 : super.read(target, offset, Math.min(1, length));
		}

	}

}
