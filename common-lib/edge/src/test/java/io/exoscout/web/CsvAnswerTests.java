package io.exoscout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvAnswerTests {

	private static final String CHARACTERS = "aZ09 ,\"'\n\r\t#!.-_:/%=+@;|~é漢\u00a0";

	private static final List<CsvColumn<Object[]>> COLUMNS = List.of(new CsvColumn<>("first", (line) -> line[0]),
			new CsvColumn<>("second, quoted", (line) -> line[1]), new CsvColumn<>("third", (line) -> line[2]));

	private static Object cell(Random random) {
		return switch (random.nextInt(6)) {
			case 0 -> random.nextInt(2000) - 1000;
			case 1 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
			case 2 -> random.nextFloat();
			case 3 -> random.nextBoolean();
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

	private static Object shown(Object cell) {
		return (cell instanceof String text) ? CsvCell.safe(text) : cell;
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

}
