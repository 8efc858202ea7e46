package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Objects that a table has under several names, or under none. */
class ManyNamesTests extends StoredTables {

	private static final String HEADER = "kepid,kepoi_name,koi_disposition,koi_period,koi_time0bk,koi_duration,koi_depth,koi_prad,ra,dec\n";

	private static final String FIRST = "9.48803557,170.53875,2.9575,615.8,2.26,291.93423,48.141651\n";

	private static final String SECOND = "54.4183827,162.51384,4.507,874.8,2.83,291.93423,48.141651\n";

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.KEPLER_153_COLUMNS, RealTables.KEPLER_140_COLUMNS,
			RealTables.KEPLER_2017, RealTables.KEPLER_DR25, RealTables.TESS, RealTables.TESS_26_COLUMNS,
			RealTables.K2 })
	void leavesTheArchivesTablesAsTheyAre(String name) throws IOException {
		try (Upload upload = this.datasets.receive(RealTables.open(name), name)) {
			this.datasets.keep(upload);
			ObjectTable table = this.datasets.load(upload.ref(), upload.schema().mission(), List.of(), () -> {
			});
			List<String> objects = new ArrayList<>();
			List<String> stars = new ArrayList<>();
			try (ObjectReader reader = upload.objects(List.of())) {
				for (ObjectRow row = reader.next(); row != null; row = reader.next()) {
					objects.add(row.object());
					stars.add(row.star());
				}
			}
			assertThat(table.objects()).containsExactlyElementsOf(objects);
			assertThat(table.stars()).containsExactlyElementsOf(stars);
			assertThat(upload.report().notes()).noneMatch((note) -> note.contains("under another name"));
		}
	}

	@Test
	void countsAnObjectOfSeveralNamesOnceAndSaysSo() throws IOException {
		String table = HEADER + "10797460,K00752.01,CONFIRMED," + FIRST + "10797460,K00752.02,CONFIRMED," + SECOND
				+ ",,CONFIRMED," + FIRST + "12345671,K99999.01,CONFIRMED," + SECOND;
		try (Upload upload = receive(table)) {
			assertThat(upload.report().notes()).anyMatch((note) -> note.startsWith("2 row(s) repeat an object")
					&& note.contains("row 3, which is the object of row 1"));
			ObjectTable loaded = load(upload);
			assertThat(loaded.objects()).containsExactly("K00752.01", "K00752.02");
			assertThat(loaded.stars()).containsOnly("10797460");
		}
	}

	@Test
	void keepsBothRowsOfAnObjectWhoseLabelsDisagreeOnOneStarAndSaysSo() throws IOException {
		String table = HEADER + "10797460,K00752.01,CONFIRMED," + FIRST + "12345671,K99999.01,FALSE POSITIVE," + FIRST
				+ "12345671,K99999.02,FALSE POSITIVE," + SECOND;
		try (Upload upload = receive(table)) {
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.startsWith("1 of these rows have another label"));
			ObjectTable loaded = load(upload);
			assertThat(loaded.objects()).containsExactly("K00752.01", "K99999.01", "K99999.02");
			assertThat(loaded.stars()).containsOnly("10797460");
		}
	}

	@Test
	void findsNoLeaksInATableThatIsThereTwice() throws IOException {
		String once = Files.readString(RealTables.path(RealTables.TESS));
		String[] lines = once.lines().filter((line) -> !line.startsWith("#")).toArray(String[]::new);
		StringBuilder twice = new StringBuilder(once);
		for (int i = 1; i < lines.length; i++) {
			twice.append("%d.01,%d".formatted(20000 + i, 700000001 + i * 7))
				.append(lines[i].replaceFirst("^[^,]*,[^,]*", ""))
				.append('\n');
		}
		try (Upload one = receive(once); Upload two = receive(twice.toString())) {
			assertThat(Objects.requireNonNull(one.report().leakAudit()).flagged()).isEmpty();
			assertThat(Objects.requireNonNull(two.report().leakAudit()).flagged()).isEmpty();
			assertThat(two.report().notes()).anyMatch((note) -> note.startsWith("7703 row(s) repeat an object"));
		}
	}

	@Test
	void namesTheStarOfANamelessRowByItsPlace() throws IOException {
		String table = HEADER + "10797460,K00752.01,CONFIRMED," + FIRST + ",,CONFIRMED,"
				+ SECOND.replace("291.93423", "291.9343") + "12345671,K99999.01,CONFIRMED,"
				+ SECOND.replace("54.4", "7.4");
		try (Upload upload = receive(table)) {
			// what a catalogue tells apart stays apart, even at one place
			assertThat(load(upload).stars()).hasSize(3).startsWith("10797460", "10797460");
		}
	}

	private Upload receive(String table) {
		return this.datasets.receive(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), "t.csv");
	}

	private ObjectTable load(Upload upload) {
		this.datasets.keep(upload);
		return this.datasets.load(upload.ref(), upload.schema().mission(), List.of(), () -> {
		});
	}

}
