package io.exoscout.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.body.Spool;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RowStoreTests {

	private static final RowStore.Wanted WANTED = new RowStore.Wanted(Mission.KEPLER,
			List.of("koi_period", "koi_depth"));

	@TempDir
	Path directory;

	private static ObjectRow row(long number) {
		return new ObjectRow(number, "Kö %d".formatted(number), (number % 2 == 0) ? "" : "star " + number, "CONFIRMED",
				new float[] { number, (number % 3 == 0) ? Float.NaN : -0f });
	}

	private RowStore filled(int rows, long most) {
		RowStore store = new RowStore(new Spool(this.directory), WANTED, most);
		for (int i = 1; i <= rows; i++) {
			store.add(row(i), row(i).values());
		}
		store.end();
		return store;
	}

	private static List<ObjectRow> read(RowStore store) {
		List<ObjectRow> rows = new ArrayList<>();
		IntStream.range(0, store.parts()).mapToObj(store::part).forEach(rows::addAll);
		return rows;
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.toList();
		}
	}

	private static void assertRows(List<ObjectRow> rows, int count) {
		assertThat(rows).hasSize(count);
		for (int i = 0; i < count; i++) {
			ObjectRow expected = row(i + 1);
			assertThat(rows.get(i)).returns(expected.row(), ObjectRow::row)
				.returns(expected.object(), ObjectRow::object)
				.returns(expected.star(), ObjectRow::star)
				.returns("", ObjectRow::label);
			assertThat(rows.get(i).values()).containsExactly(expected.values());
		}
	}

	@Test
	void givesRowsAgainInTheirOrderAsOftenAsTheyAreWanted() throws IOException {
		try (RowStore store = filled(1300, Long.MAX_VALUE)) {
			assertRows(read(store), 1300);
			assertRows(read(store), 1300);
			assertThat(store.size()).isEqualTo(1300);
			assertThat(store.parts()).isEqualTo(3);
			assertThat(files()).isEmpty();
		}
	}

	@Test
	void keepsManyInTheSpoolAndLeavesNothingThere() throws IOException {
		try (RowStore store = filled(5000, 60_000)) {
			assertRows(read(store), 5000);
			assertRows(store.part(store.parts() - 1), 5000 % RowStore.TOGETHER, store);
		}
		assertThat(files()).isEmpty();
	}

	private static void assertRows(List<ObjectRow> last, int count, RowStore store) {
		assertThat(last).hasSize(count);
		assertThat(last.get(count - 1).row()).isEqualTo(store.size());
	}

	@Test
	void hasNoPartsWithoutRows() {
		try (RowStore store = filled(0, 1)) {
			assertThat(store.parts()).isZero();
		}
	}

	@Test
	void saysThatThereIsNoRoomInTheSpool() throws IOException {
		try (RowStore store = new RowStore(new Spool(this.directory), WANTED, 1)) {
			Files.delete(this.directory);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> {
				for (int i = 1; i <= RowStore.TOGETHER; i++) {
					store.add(row(i), row(i).values());
				}
			}).returns(ProblemKind.UNAVAILABLE, ProblemException::kind);
		}
	}

}
