package io.exoscout.astronomy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.exoscout.body.TableLimits;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class AstronomyAnswerTests {

	private static final List<CsvColumn<Scored>> COLUMNS = List.of(new CsvColumn<>("row", Scored::row),
			new CsvColumn<>("object", Scored::object), new CsvColumn<>("probability", Scored::probability),
			new CsvColumn<>("period", Scored::period), new CsvColumn<>("ra", Scored::ra));

	@TempDir
	Path directory;

	private record Scored(long row, String object, double probability, Float period, Float ra) {
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "JSON", "NDJSON", "CSV" })
	void numbersKeepEveryBit(AnswerFormat format) throws IOException {
		List<Scored> sent = new ArrayList<>();
		Random random = new Random(42);
		for (int i = 1; i <= 500; i++) {
			sent.add(new Scored(i, "K" + "0".repeat(i % 9) + i + ".01, <é> | b", random.nextDouble() / 1e7,
					(i % 3 == 0) ? null : random.nextFloat() * 1000, random.nextFloat() * 360));
		}
		List<SentRow> read = read(format, written(format, sent));
		assertThat(read).hasSize(500);
		for (int i = 0; i < 500; i++) {
			Scored row = sent.get(i);
			List<String> cells = read.get(i).cells();
			assertThat(cells.get(0)).isEqualTo(String.valueOf(row.row()));
			assertThat(Double.parseDouble(cells.get(2))).isEqualTo(row.probability());
			assertThat(blank(cells.get(3)) ? null : Float.valueOf(cells.get(3))).isEqualTo(row.period());
			assertThat(Float.parseFloat(cells.get(4))).isEqualTo(row.ra());
			assertThat(cells.get(1)).startsWith(row.object().substring(0, 4));
		}
	}

	@Test
	void columnsSayWhatTheyAre() throws IOException {
		String votable = new String(written(AnswerFormat.VOTABLE, List.of()), StandardCharsets.UTF_8);
		assertThat(votable).contains("ucd=\"stat.probability\"", "unit=\"d\"", "ucd=\"pos.eq.ra;meta.main\"",
				"<DESCRIPTION>orbital period</DESCRIPTION>", "name=\"note_1\"", "value=\"made\"");
		String ipac = new String(written(AnswerFormat.IPAC, List.of()), StandardCharsets.UTF_8);
		assertThat(ipac.lines().filter((line) -> line.startsWith("|"))).hasSize(4);
	}

	@Test
	void theAnswerToAConeSearchHasTheColumnsItsStandardAsksFor() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		AstronomyAnswer<Scored> answer = AstronomyAnswer.ofCone("cone", COLUMNS, out);
		answer.write(new Scored(1, "K1", 0.5, null, 291.93423f));
		answer.finish();
		String votable = out.toString(StandardCharsets.UTF_8);
		assertThat(votable).containsOnlyOnce("ID_MAIN")
			.containsOnlyOnce("POS_EQ_RA_MAIN")
			.contains("<TD>291.93423</TD>");
	}

	@Test
	void aColumnOfBlankTextsIsOneOfTextsInAVotable() throws IOException {
		List<Scored> rows = List.of(new Scored(1, "", 0.5, null, 1f));
		assertThat(object(written(AnswerFormat.VOTABLE, rows))).contains("datatype=\"char\"", "arraysize=\"*\"");
		assertThat(object(written(AnswerFormat.VOTABLE, List.of()))).contains("datatype=\"char\"", "arraysize=\"*\"");
	}

	@Test
	void aColumnOfBlankTextsHasAWidthInFits() throws IOException {
		String fits = new String(written(AnswerFormat.FITS, List.of(new Scored(1, "", 0.5, null, 1f))),
				StandardCharsets.ISO_8859_1);
		assertThat(fits).contains("TFORM2  = '1A      '");
	}

	private static String object(byte[] votable) {
		return new String(votable, StandardCharsets.UTF_8).lines()
			.filter((line) -> line.contains("<FIELD ") && line.contains("\"object\""))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void anAnswerThatFailedLeavesNothingBehind() throws IOException {
		List<Path> before = left();
		new AstronomyAnswer<>(AnswerFormat.FITS, "t", List.of(), COLUMNS, new ByteArrayOutputStream())
			.write(new Scored(1, "K1", 0.5, null, 1f));
		assertThat(left()).isEqualTo(before);
	}

	private static List<Path> left() throws IOException {
		try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter((file) -> file.getFileName().toString().startsWith("exoscout-answer-")).toList();
		}
	}

	private static boolean blank(String cell) {
		return cell.isEmpty() || cell.equals("NaN");
	}

	private static byte[] written(AnswerFormat format, List<Scored> rows) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		AstronomyAnswer<Scored> answer = new AstronomyAnswer<>(format, "t", List.of("made"), COLUMNS, out);
		for (Scored row : rows) {
			answer.write(row);
		}
		answer.finish();
		return out.toByteArray();
	}

	private List<SentRow> read(AnswerFormat format, byte[] bytes) throws IOException {
		Path file = Files.write(this.directory.resolve(format.id()), bytes);
		String head = new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.UTF_8);
		List<SentRow> read = new ArrayList<>();
		try (SentRows rows = AstronomyTable.of(file, head, 1, TableLimits.DEFAULTS).orElseThrow().open()) {
			for (SentRow row = rows.next(); row != null; row = rows.next()) {
				read.add(row);
			}
		}
		return read;
	}

}
