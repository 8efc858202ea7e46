package io.exoscout.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The archive's KOI table made longer: its rows again and again, each time with other
 * names, periods, epochs and places, so that all objects differ while blanks, digits and
 * labels are those of real rows.
 */
final class StretchedTable {

	private static final List<String> CHANGED = List.of("koi_period", "koi_time0bk", "ra", "dec");

	/** The field of Kepler, in degrees. */
	private static final double[][] FIELD = { { 279.8, 301.8 }, { 36.5, 52.4 } };

	private StretchedTable() {
	}

	/**
	 * Makes one.
	 * @param table of the archive
	 * @param rows how many
	 */
	static byte[] of(byte[] table, int rows) throws IOException {
		try (CSVParser parser = CSVParser.parse(new StringReader(new String(table, StandardCharsets.UTF_8)),
				CSVFormat.RFC4180.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get())) {
			List<String> names = parser.getHeaderNames();
			List<CSVRecord> records = parser.getRecords();
			ByteArrayOutputStream stretched = new ByteArrayOutputStream();
			try (CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(stretched, StandardCharsets.UTF_8),
					CSVFormat.RFC4180)) {
				printer.printRecord(names);
				SplittableRandom random = new SplittableRandom(1);
				for (int row = 0; row < rows; row++) {
					CSVRecord record = records.get(row % records.size());
					for (String name : names) {
						printer.print(cell(name, record.get(name), row, random));
					}
					printer.println();
				}
			}
			return stretched.toByteArray();
		}
	}

	private static String cell(String name, String cell, int row, SplittableRandom random) {
		return switch (name) {
			case "kepid" -> Integer.toString(20_000_001 + 2 * (row / 9 * 5 + row % 9 / 2));
			case "kepoi_name" -> "K%05d.%02d".formatted(row / 90, 1 + row % 90);
			default ->
				(CHANGED.contains(name) && !cell.isEmpty()) ? number(name, Double.parseDouble(cell), random) : cell;
		};
	}

	private static String number(String name, double value, SplittableRandom random) {
		double changed = switch (name) {
			case "ra" -> random.nextDouble(FIELD[0][0], FIELD[0][1]);
			case "dec" -> random.nextDouble(FIELD[1][0], FIELD[1][1]);
			default -> value * random.nextDouble(0.7, 1.4);
		};
		return String.format(Locale.ROOT, "%.7f", changed);
	}

}
