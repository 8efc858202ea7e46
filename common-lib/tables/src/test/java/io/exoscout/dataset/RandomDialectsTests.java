package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.exoscout.archive.LabelMap;
import io.exoscout.body.ArrivingBody;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.form.TableTranslation;

import static org.assertj.core.api.Assertions.assertThat;

/** Made tables, written in every way that comes to mind and read back. */
class RandomDialectsTests {

	private static final String[] TEXTS = { "", "CANDIDATE", "K00752.01", "a, b", "a; b", "x|y", "1,2,13", "5\" disc",
			"\"quoted\"", "two\nlines", "#1", "Łódź", "é", "q1_q17_dr25", "2018-08-16" };

	private static final List<String> NAMES = List.of("kepid", "kepoi_name", "koi_comment", "koi_period", "koi_depth",
			"koi_prad", "koi_teq", "ra", "koi_datalink_dvr");

	@TempDir
	Path directory;

	static IntStream seeds() {
		return IntStream.range(0, 200);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aTableIsReadBackEqualFromEveryDialect(int seed) throws IOException {
		Random random = new Random(seed);
		List<List<String>> rows = rows(random);
		char separator = ",;\t|".charAt(random.nextInt(4));
		boolean decimalComma = separator != ',' && random.nextBoolean();
		boolean index = random.nextInt(3) == 0;
		String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
		boolean allQuoted = random.nextBoolean();
		boolean endings = random.nextInt(4) == 0;
		StringBuilder text = new StringBuilder((random.nextInt(4) == 0) ? "sep=" + separator + end : "");
		for (int i = 0; i < rows.size(); i++) {
			List<String> cells = new ArrayList<>(rows.get(i));
			if (index) {
				cells.add(0, (i == 0) ? "" : String.valueOf(i - 1));
			}
			if (endings) {
				cells.add("");
			}
			text.append(cells.stream()
				.map((cell) -> quoted(decimalComma ? withComma(cell) : cell, separator, allQuoted))
				.collect(Collectors.joining(String.valueOf(separator)))).append(end);
		}
		Charset charset = (random.nextInt(4) == 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
		assertThat(read(text.toString().getBytes(charset))).isEqualTo(rows);
	}

	private List<List<String>> read(byte[] sent) throws IOException {
		Spool spool = new Spool(this.directory);
		ArrivingBody.Whole body = spool.write(new ByteArrayInputStream(sent), TableLimits.DEFAULTS);
		TableTranslation translation = TableTranslation.of(body, spool, TableLimits.DEFAULTS, LabelMap.NONE);
		Path file = translation.plain() ? body.file() : translation.write().file();
		List<List<String>> rows = new ArrayList<>();
		try (CsvTable table = CsvTable.open(Files.newInputStream(file), TableLimits.DEFAULTS)) {
			rows.add(table.columns());
			for (CsvRow row = table.next(); row != null; row = table.next()) {
				rows.add(List.copyOf(row.cells()));
			}
		}
		return rows;
	}

	private static List<List<String>> rows(Random random) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(NAMES);
		int count = 3 + random.nextInt(60);
		for (int i = 0; i < count; i++) {
			rows.add(List.of(String.valueOf(10_000_000 + random.nextInt(1000)), "K%05d.01".formatted(i),
					TEXTS[random.nextInt(TEXTS.length)], number(random), number(random), number(random),
					String.valueOf(random.nextInt(3000)), "%.6f".formatted(random.nextDouble() * 360),
					TEXTS[random.nextInt(TEXTS.length)]));
		}
		return rows;
	}

	private static String number(Random random) {
		double value = Math.exp(20 * random.nextDouble() - 10);
		return switch (random.nextInt(5)) {
			case 0 -> "";
			case 1 -> String.format(Locale.ROOT, "%.4e", -value);
			case 2 -> String.format(Locale.ROOT, "%.3f", value);
			default -> String.format(Locale.ROOT, "%.5f", value);
		};
	}

	private static String withComma(String cell) {
		return cell.matches("-?\\d+\\.\\d+(e[-+]\\d+)?") ? cell.replace('.', ',') : cell;
	}

	private static String quoted(String cell, char separator, boolean always) {
		boolean needed = cell.indexOf(separator) >= 0 || cell.indexOf('\n') >= 0 || cell.startsWith("\"");
		return (needed || always) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}

}
