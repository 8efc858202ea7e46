package io.exoscout.leak;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.exoscout.csv.CellCode;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnBinsTests {

	@Test
	void numbersAreCutAtQuantiles() {
		float[] values = new float[6400];
		IntStream.range(0, values.length).forEach((i) -> values[i] = (i * 7919) % 6400);
		ColumnBins bins = ColumnBins.of(values);
		assertThat(sizes(bins)).hasSize(65).endsWith(0).startsWith(100).filteredOn((size) -> size != 100).hasSize(1);
		assertThat(IntStream.range(0, values.length)).allMatch((i) -> bins.of()[i] == (int) values[i] / 100);
	}

	@Test
	void aFrequentValueAndTheBlanksHaveBinsToThemselves() {
		float[] values = new float[1000];
		IntStream.range(0, 1000).forEach((i) -> values[i] = (i < 300) ? 0 : (i < 500) ? Float.NaN : i - 750.5f);
		ColumnBins bins = ColumnBins.of(values);
		assertThat(alone(bins, 0, 300)).isTrue();
		assertThat(alone(bins, 300, 500)).isTrue();
		assertThat(bins.of()[749]).isNotEqualTo(bins.of()[751]);
	}

	@Test
	void bothZerosAreOneValue() {
		float[] values = new float[100];
		IntStream.range(0, 100).forEach((i) -> values[i] = (i % 2 == 0) ? -0f : 0f);
		assertThat(ColumnBins.of(values).of()).containsOnly(0);
	}

	@Test
	void rareTextsShareABin() {
		float[] values = new float[1000];
		IntStream.range(0, 1000).forEach((i) -> values[i] = CellCode.of((i < 500) ? "often " + i % 64 : "once " + i));
		ColumnBins bins = ColumnBins.of(values);
		assertThat(bins.count()).isEqualTo(65);
		assertThat(alone(bins, 500, 1000)).isTrue();
	}

	@Test
	void anEmptyColumnIsOneBin() {
		float[] values = new float[9];
		Arrays.fill(values, Float.NaN);
		assertThat(ColumnBins.of(values)).satisfies((bins) -> assertThat(bins.of()).containsOnly(0));
	}

	private static Integer[] sizes(ColumnBins bins) {
		Integer[] sizes = new Integer[bins.count()];
		Arrays.fill(sizes, 0);
		IntStream.of(bins.of()).forEach((bin) -> sizes[bin]++);
		return sizes;
	}

	/** Whether these objects share a bin with one another and nobody else. */
	private static boolean alone(ColumnBins bins, int from, int to) {
		return IntStream.range(0, bins.of().length)
			.allMatch((i) -> (bins.of()[i] == bins.of()[from]) == (from <= i && i < to));
	}

}
