package io.exoscout.csv;

import java.io.IOException;
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
	private static List<String> scanned(String text, char separator) throws IOException {
		List<String> said = new ArrayList<>();
		CsvScanner scanner = new CsvScanner(new StringReader(text), separator);
		try {
			for (String[] cells = scanner.next(); cells != null; cells = scanner.next()) {
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
		List<String> scanned = scanned(text, separator);
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
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8191, 8192, 8193, 16384, 20000 })
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

}
