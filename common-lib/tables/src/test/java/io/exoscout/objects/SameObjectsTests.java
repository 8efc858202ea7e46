package io.exoscout.objects;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SameObjectsTests {

	private static final float NONE = Float.NaN;

	/** Period, epoch, right ascension, declination, and three things measured. */
	private static final float[] FIRST = { 9.488036f, 170.53874f, 291.93423f, 48.141651f, 2.9575f, 615.8f, 2.26f };

	@Test
	void onePlacePeriodAndEpochAreOneObject() {
		assertThat(find(FIRST, with(with(FIRST, 5, 700), 6, 3))).containsExactly(0, 0);
	}

	@Test
	void onePeriodAndNearlyAllThatWasMeasuredAreOneObjectWithoutAPlace() {
		float[] placeless = with(with(FIRST, 2, NONE), 3, NONE);
		assertThat(find(FIRST, with(placeless, 0, 9.4881f), placeless)).containsExactly(0, 0, 0);
		assertThat(find(FIRST, with(placeless, 5, 700))).containsExactly(0, 1);
		assertThat(find(FIRST, with(placeless, 5, NONE))).containsExactly(0, 1);
	}

	@Test
	void anotherPlacePeriodOrEpochIsAnotherObject() {
		assertThat(find(FIRST, with(FIRST, 3, 48.15f))).containsExactly(0, 1);
		assertThat(find(FIRST, with(FIRST, 0, 9.49f))).containsExactly(0, 1);
		assertThat(find(FIRST, with(FIRST, 1, 173f))).containsExactly(0, 1);
	}

	@Test
	void transitsOfAnotherCycleAreThoseOfOneObject() {
		assertThat(find(FIRST, with(FIRST, 1, FIRST[1] + 3 * FIRST[0]))).containsExactly(0, 0);
	}

	@Test
	void rowsWithoutNumbersAreNoObject() {
		float[] blank = new float[FIRST.length];
		Arrays.fill(blank, NONE);
		assertThat(find(blank, blank)).containsExactly(0, 1);
	}

	@Test
	void aMillionEqualRowsAreSoonTold() {
		float[][] rows = new float[1_000_000][];
		Arrays.fill(rows, FIRST);
		assertTimeoutPreemptively(Duration.ofSeconds(30),
				() -> assertThat(find(rows)).containsOnly(0).hasSize(rows.length));
	}

	@Test
	void aMillionRowsOfOnePeriodAreSoonToldToo() {
		float[][] rows = IntStream.range(0, 1_000_000).mapToObj((i) -> {
			float[] row = with(FIRST, 5, i);
			row[3] = i % 90;
			row[4] = i / 90;
			return row;
		}).toArray(float[][]::new);
		assertThatNoException().isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(30), () -> find(rows)));
	}

	private static float[] with(float[] row, int place, float value) {
		float[] changed = row.clone();
		changed[place] = value;
		return changed;
	}

	private static int[] find(float[]... rows) {
		float[][] columns = new float[FIRST.length][rows.length];
		for (int row = 0; row < rows.length; row++) {
			for (int column = 0; column < columns.length; column++) {
				columns[column][row] = rows[row][column];
			}
		}
		return SameObjects.find(columns[0], columns[1], columns[2], columns[3], Arrays.copyOfRange(columns, 4, 7),
				() -> {
				});
	}

}
