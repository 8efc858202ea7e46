package io.exoscout.learning;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BinnedTableTests {

	private static final int ROWS = 3000;

	private static BinnedTable binned(float[] column) {
		int[] rows = IntStream.range(0, column.length).toArray();
		return BinnedTable.of(new TrainingSet(new float[][] { column }, new int[column.length], 2, rows),
				new FitMonitor());
	}

	private static float[] column(IntToDoubleFunction value) {
		float[] column = new float[ROWS];
		for (int row = 0; row < ROWS; row++) {
			column[row] = (float) value.applyAsDouble(row);
		}
		return column;
	}

	/**
	 * Going left by bin must be going left by value, or prediction is not what was
	 * fitted.
	 */
	private static void requireConsistent(float[] column) {
		BinnedTable table = binned(column);
		for (int bin = 0; bin <= table.cuts()[0].length; bin++) {
			for (int row = 0; row < column.length; row++) {
				int slot = table.bins()[0][row] & 0xFF;
				if (slot != BinnedTable.MISSING) {
					assertThat(column[row] < table.threshold(0, bin)).isEqualTo(slot <= bin);
				}
			}
		}
	}

	@Test
	void binsAgreeWithThresholds() {
		Random random = new Random(1);
		requireConsistent(column((row) -> random.nextGaussian()));
		requireConsistent(column((row) -> Math.exp(20 * random.nextGaussian())));
		requireConsistent(column((row) -> (row % 2 == 0) ? 0 : random.nextInt(1000)));
		requireConsistent(column((row) -> (row % 3 == 0) ? Double.NaN : random.nextInt(9)));
		requireConsistent(column((row) -> 1 + row * 1.2e-7));
	}

	@Test
	void fewDistinctValuesGetABinEach() {
		BinnedTable table = binned(column((row) -> row % 200));
		assertThat(table.cuts()[0]).hasSize(199);
	}

	@Test
	void manyDistinctValuesFillTheBinsEvenly() {
		BinnedTable table = binned(column((row) -> row));
		int[] rows = new int[BinnedTable.SLOTS];
		for (byte slot : table.bins()[0]) {
			rows[slot & 0xFF]++;
		}
		assertThat(Arrays.stream(rows, 0, BinnedTable.MISSING)).allMatch((count) -> count == 11 || count == 12);
	}

	@Test
	void aFrequentValueStandsAlone() {
		float[] column = column((row) -> (row % 2 == 0) ? 0 : row - 1500);
		BinnedTable table = binned(column);
		int zeros = table.bins()[0][0] & 0xFF;
		for (int row = 1; row < ROWS; row += 2) {
			assertThat(table.bins()[0][row] & 0xFF).isNotEqualTo(zeros);
		}
	}

	@Test
	void missingValuesHaveASlotOfTheirOwn() {
		BinnedTable table = binned(column((row) -> (row == 5) ? Double.NaN : row));
		assertThat(table.bins()[0][5] & 0xFF).isEqualTo(BinnedTable.MISSING);
		assertThat(binned(column((row) -> Double.NaN)).cuts()[0]).isEmpty();
	}

}
