package io.exoscout.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.exoscout.astronomy.AstronomyAnswer;
import io.exoscout.astronomy.AstronomyTable;
import io.exoscout.body.CanonicalBody;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRecords;
import io.exoscout.json.SentRows;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import io.exoscout.web.CsvColumn;

/**
 * Measures how fast a table is written and read back in each of the forms of astronomers,
 * compared with plain CSV.
 */
public final class FormBenchmark {

	private static final int ROWS = 100_000;

	private static final int ROUNDS = 5;

	private static final List<CsvColumn<Scored>> COLUMNS = List.of(new CsvColumn<>("row", Scored::row),
			new CsvColumn<>("object", Scored::object), new CsvColumn<>("class", (scored) -> "CONFIRMED"),
			new CsvColumn<>("probability", Scored::probability),
			new CsvColumn<>("probability_false_positive", (scored) -> 1 - scored.probability()),
			new CsvColumn<>("information", (scored) -> 1.0), new CsvColumn<>("period", Scored::period),
			new CsvColumn<>("depth", Scored::depth), new CsvColumn<>("ra", Scored::ra),
			new CsvColumn<>("link", (scored) -> "https://example.org/overview/" + scored.object()));

	private FormBenchmark() {
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments a file to keep the result in, if it is to be kept
	 */
	public static void main(String[] arguments) throws IOException {
		List<String> lines = new ArrayList<>();
		lines.add(text("A table of %,d rows and %d columns, Java %d, one thread; medians of %d rounds.", ROWS,
				COLUMNS.size(), Runtime.version().feature(), ROUNDS));
		lines.add("");
		lines.add("| Form | Written | Read | Size |");
		lines.add("|---|---|---|---|");
		List<Scored> rows = rows();
		Path file = Files.createTempFile("exoscout-forms-", "");
		try {
			double[] csv = {};
			for (AnswerFormat format : List.of(AnswerFormat.CSV, AnswerFormat.VOTABLE, AnswerFormat.FITS,
					AnswerFormat.ECSV, AnswerFormat.IPAC)) {
				double[] rates = rates(format, rows, file);
				csv = (csv.length == 0) ? rates : csv;
				lines.add(text("| %s | %,.0f rows/s, %.2f × CSV | %,.0f rows/s, %.2f × CSV | %.1f MB |", format.name(),
						rates[0], rates[0] / csv[0], rates[1], rates[1] / csv[1], Files.size(file) / 1e6));
			}
		}
		finally {
			Files.delete(file);
		}
		String result = String.join(System.lineSeparator(), lines);
		System.out.println(result);
		if (arguments.length == 1) {
			new KeptResult("forms").keep(result, Path.of(arguments[0]));
		}
	}

	/**
	 * What a model says of a row.
	 *
	 * @param row its place
	 * @param object its name
	 * @param probability of its class
	 * @param period in days
	 * @param depth in ppm
	 * @param ra in degrees
	 */
	private record Scored(long row, String object, double probability, float period, float depth, float ra) {
	}

	private static List<Scored> rows() {
		Random random = new Random(1);
		List<Scored> rows = new ArrayList<>();
		for (int i = 1; i <= ROWS; i++) {
			rows.add(new Scored(i, text("K%05d.01", i), random.nextDouble(), random.nextFloat() * 100,
					random.nextFloat() * 1000, random.nextFloat() * 360));
		}
		return rows;
	}

	/** Rows a second, written and read. */
	private static double[] rates(AnswerFormat format, List<Scored> rows, Path file) throws IOException {
		long[] written = new long[ROUNDS];
		long[] read = new long[ROUNDS];
		// one more, which does not count
		for (int round = -1; round < ROUNDS; round++) {
			long began = System.nanoTime();
			write(format, rows, Files.newOutputStream(file));
			long between = System.nanoTime();
			long count = (format == AnswerFormat.CSV) ? csv(file) : astronomy(file);
			long ended = System.nanoTime();
			if (count != ROWS) {
				throw new IOException("%s has %d rows".formatted(format, count));
			}
			if (round >= 0) {
				written[round] = between - began;
				read[round] = ended - between;
			}
		}
		return new double[] { ROWS * 1e9 / median(written), ROWS * 1e9 / median(read) };
	}

	private static void write(AnswerFormat format, List<Scored> rows, OutputStream out) throws IOException {
		if (format == AnswerFormat.CSV) {
			CsvAnswer<Scored> answer = new CsvAnswer<>(COLUMNS, out);
			for (Scored row : rows) {
				answer.write(row);
			}
			answer.finish();
			return;
		}
		AstronomyAnswer<Scored> answer = new AstronomyAnswer<>(format, "forms", List.of(), COLUMNS, out);
		for (Scored row : rows) {
			answer.write(row);
		}
		answer.finish();
	}

	private static long csv(Path file) throws IOException {
		long rows = -1;
		try (CsvRecords records = new CsvRecords(CanonicalBody.of(Files.newInputStream(file), TableLimits.DEFAULTS), 1,
				TableLimits.DEFAULTS, ',')) {
			for (String[] cells = records.next(); cells != null; cells = records.next()) {
				rows++;
			}
		}
		return rows;
	}

	private static long astronomy(Path file) throws IOException {
		String head;
		try (InputStream in = Files.newInputStream(file)) {
			head = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
		}
		long count = 0;
		try (SentRows rows = AstronomyTable.of(file, head, 1, TableLimits.DEFAULTS).orElseThrow().open()) {
			while (rows.next() != null) {
				count++;
			}
		}
		return count;
	}

	private static long median(long[] times) {
		long[] sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
