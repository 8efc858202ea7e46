package io.exoscout.orchestrator.profile;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Quantiles and histograms of numbers whose distribution is known. */
class ColumnProfileTests {

	private static ColumnProfile profile(float... values) {
		String[] labels = new String[values.length];
		Arrays.setAll(labels, (i) -> (i % 2 == 0) ? "CONFIRMED" : "FALSE POSITIVE");
		return ColumnProfile.of(ArchiveColumns.of(Mission.KEPLER, "koi_period"), values, labels);
	}

	private static float[] numbers(int count) {
		return numbers(count, (i) -> i);
	}

	private static float[] numbers(int count, IntToDoubleFunction number) {
		float[] numbers = new float[count];
		for (int i = 0; i < count; i++) {
			numbers[i] = (float) number.applyAsDouble(i);
		}
		return numbers;
	}

	@Test
	void saysWhatTheColumnIs() {
		assertThat(profile(1, 2)).returns("koi_period", ColumnProfile::column)
			.returns("feature", ColumnProfile::role)
			.returns("d", ColumnProfile::unit);
	}

	@Test
	void quantilesOfEvenlySpacedNumbersAreEvenlySpaced() {
		assertThat(profile(numbers(201)).quantiles())
			.containsExactly(IntStream.rangeClosed(0, 20).mapToDouble((i) -> 10.0 * i).toArray(), within(1e-9));
	}

	@Test
	void blanksCountAsMissingAndNowhereElse() {
		ColumnProfile profile = profile(Float.NaN, 1, Float.NaN, 3);
		assertThat(profile.missing()).isEqualTo(0.5);
		assertThat(profile.quantiles()[20]).isEqualTo(3);
		assertThat(profile.histogram().counts()).containsOnlyKeys("FALSE POSITIVE");
	}

	@Test
	void allBlankHasNoQuantilesAndNoHistogram() {
		ColumnProfile profile = profile(Float.NaN, Float.NaN);
		assertThat(profile.missing()).isEqualTo(1);
		assertThat(profile.quantiles()).isEmpty();
		assertThat(profile.histogram()).isNull();
	}

	@Test
	void everyNumberIsInOneBinWhateverLiesFarOut() {
		float[] values = numbers(1000);
		values[999] = 1e30f;
		values[998] = -1e30f;
		Histogram histogram = profile(values).histogram();
		assertThat(histogram.edges()).hasSize(33);
		assertThat(histogram.counts().values().stream().flatMapToInt(Arrays::stream).sum()).isEqualTo(1000);
		assertThat(histogram.edges()[32]).isLessThan(1000);
	}

	@Test
	void valuesOverOrdersOfMagnitudeAreBinnedByTheirLogarithm() {
		Histogram histogram = profile(numbers(1000, (i) -> Math.pow(10, i / 200.0))).histogram();
		assertThat(histogram.scale()).isEqualTo("log");
		assertThat(histogram.edges()[2] / histogram.edges()[1]).isCloseTo(histogram.edges()[32] / histogram.edges()[31],
				within(1e-9));
	}

	@Test
	void oneValueOnlyHasBinsAroundIt() {
		Histogram histogram = profile(5, 5, 5).histogram();
		assertThat(histogram.edges()[0]).isLessThan(5);
		assertThat(histogram.edges()[32]).isGreaterThan(5);
		assertThat(histogram.counts().get("CONFIRMED")[16]).isEqualTo(2);
	}

	@Test
	void zerosAndNegativesStayLinear() {
		assertThat(profile(-1, 0, 1e6f).histogram().scale()).isEqualTo("linear");
	}

}
