package io.exoscout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvAnswerTests {

	private static final String CHARACTERS = "aZ09 ,\"'\n\r\t#!.-_:/%=+@;|~é漢\u00a0";

	private static final List<CsvColumn<Object[]>> COLUMNS = List.of(new CsvColumn<>("first", (line) -> line[0]),
			new CsvColumn<>("second, quoted", (line) -> line[1]), new CsvColumn<>("third", (line) -> line[2]));

	private static Object cell(Random random) {
		return switch (random.nextInt(10)) {
			case 0 -> random.nextInt(2000) - 1000;
			case 1 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
			case 2 -> random.nextFloat();
			case 3 -> random.nextBoolean();
			case 4 -> random.nextLong() >> random.nextInt(64);
			case 5 -> Math.rint(random.nextGaussian() * 1e8) / 1e6;
			case 6 -> Float.intBitsToFloat(random.nextInt());
			case 7 -> (float) (random.nextInt(10_000_000) / Math.pow(10, random.nextInt(9)));
			default -> text(random);
		};
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(5); i > 0; i--) {
			text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
		}
		return text.toString();
	}

	/** As cells of a line of its own each, which the first column would not be. */
	private static String[] written(Object[] numbers) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		List<CsvColumn<Object>> columns = List.of(new CsvColumn<>("none", (number) -> "0"),
				new CsvColumn<>("number", (number) -> number));
		CsvAnswer<Object> answer = new CsvAnswer<>(columns, out);
		answer.write(answer.lines(List.of(numbers)));
		answer.finish();
		return out.toString(StandardCharsets.UTF_8).split("\r\n0,|\r\n");
	}

	private static Object shown(Object cell) {
		return (cell instanceof String text) ? CsvText.safe(text) : cell;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "=1+1|'=1+1", "-1|'-1", "\uFF1D1|'\uFF1D1", "\u200B=1|'\u200B=1", "a;=1+1|a;'=1+1",
					"a;b;@x|a;b;'@x", ";\u200B\uFF0B1|;'\u200B\uFF0B1", "a; b-c|a; b-c", "K1=2|K1=2", "\u6F22|\u6F22" })
	void noTextBecomesAFormulaWhateverSeparatesCells(String text, String written) {
		assertThat(CsvText.safe(text)).isEqualTo(written);
	}

	@Test
	void writesWhatCommonsCsvWrites() throws IOException {
		Random random = new Random(4);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CsvAnswer<Object[]> answer = new CsvAnswer<>(COLUMNS, out);
		StringWriter expected = new StringWriter();
		CSVPrinter printer = new CSVPrinter(expected, CSVFormat.RFC4180);
		printer.printRecord("first", "second, quoted", "third");
		for (int i = 0; i < 50_000; i++) {
			Object[] line = { cell(random), (random.nextInt(9) == 0) ? null : cell(random), cell(random) };
			answer.write(line);
			printer.printRecord(shown(line[0]), shown(line[1]), shown(line[2]));
		}
		answer.finish();
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
	}

	@Test
	void writesEveryProbabilityOfSixDecimalsAsItIs() throws IOException {
		Object[] numbers = IntStream.rangeClosed(0, 1_000_000).mapToObj((i) -> i / 1e6).toArray();
		assertThat(Arrays.copyOfRange(written(numbers), 1, numbers.length + 1))
			.isEqualTo(Arrays.stream(numbers).map(Object::toString).toArray());
	}

	@Test
	void writesAMillionFloatsAsTheyAre() throws IOException {
		Random random = new Random(5);
		Object[] numbers = IntStream.range(0, 1_000_000).mapToObj((i) -> switch (i % 4) {
			case 0 -> (float) (random.nextDouble() * 360 - 90);
			case 1 -> (float) Math.exp(random.nextDouble() * 25 - 8);
			case 2 -> Math.round(random.nextDouble() * 1e7) / 1e5f;
			default -> Float.intBitsToFloat(random.nextInt());
		}).toArray();
		assertThat(Arrays.copyOfRange(written(numbers), 1, numbers.length + 1))
			.isEqualTo(Arrays.stream(numbers).map(Object::toString).toArray());
	}

}
