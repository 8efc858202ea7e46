package io.exoscout.objects;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceSortTests {

	private static long[] keys(int count, int... numbers) {
		Random random = new Random(count);
		return IntStream.range(0, count)
			.mapToLong((place) -> PlaceSort
				.key((numbers.length > 0) ? numbers[random.nextInt(numbers.length)] : random.nextInt(), place))
			.toArray();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 2047, 2048, 2049, 100_000 })
	void sortsAsComparingDoes(int count) {
		long[] keys = keys(count);
		long[] compared = keys.clone();
		Arrays.sort(compared);
		PlaceSort.sort(keys, count);
		assertThat(keys).isEqualTo(compared);
	}

	@Test
	void keepsEqualNumbersInTheOrderOfTheirPlaces() {
		long[] keys = keys(10_000, Integer.MIN_VALUE, -1, 0, 1, 1 << 11, 1 << 22, Integer.MAX_VALUE);
		long[] compared = keys.clone();
		Arrays.sort(compared);
		PlaceSort.sort(keys, keys.length);
		assertThat(keys).isEqualTo(compared);
	}

	@Test
	void leavesWhatIsBehindTheCountAlone() {
		long[] keys = keys(5000);
		long[] before = keys.clone();
		PlaceSort.sort(keys, 3000);
		assertThat(Arrays.copyOfRange(keys, 3000, 5000)).isEqualTo(Arrays.copyOfRange(before, 3000, 5000));
		assertThat(Arrays.copyOf(keys, 3000)).isSorted();
	}

	@Test
	void tellsThePlaceAndTheNumberOfAKey() {
		long key = PlaceSort.key(-7, 12);
		assertThat(PlaceSort.place(key)).isEqualTo(12);
		assertThat(PlaceSort.alike(key, PlaceSort.key(-7, 13))).isTrue();
		assertThat(PlaceSort.alike(key, PlaceSort.key(7, 12))).isFalse();
	}

}
