package io.exoscout.cleaning;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Times in these tests are days. */
class CleanerTests {

	private static final double MISSING = Double.NaN;

	@Test
	void fillsGapsWithTheMeanOfWhatCameBefore() {
		Cleaner cleaner = cleaner(Imputation.MEAN, false, 0);
		assertThat(next(cleaner, "a", 0, MISSING)).containsExactly(MISSING);
		next(cleaner, "a", 1, 2);
		next(cleaner, "b", 2, 6);
		assertThat(next(cleaner, "a", 3, MISSING)).containsExactly(4);
	}

	@Test
	void fillsGapsWithTheMedianOfWhatCameBefore() {
		Cleaner cleaner = cleaner(Imputation.MEDIAN, false, 0);
		next(cleaner, "a", 0, 100);
		next(cleaner, "a", 1, 1);
		next(cleaner, "a", 2, 2);
		assertThat(next(cleaner, "a", 3, MISSING)).containsExactly(2);
	}

	@Test
	void fillsGapsByTheirOwnKeyAsLongAsItHasValues() {
		Cleaner cleaner = cleaner(Imputation.LAST, true, 0);
		next(cleaner, "a", 0, 1);
		next(cleaner, "b", 1, 2);
		assertThat(next(cleaner, "a", 2, MISSING)).containsExactly(1);
		assertThat(next(cleaner, "c", 3, MISSING)).containsExactly(2);
	}

	@Test
	void fillsGapsWithZeroOrLeavesThem() {
		assertThat(next(cleaner(Imputation.ZERO, false, 0), "a", 0, MISSING)).containsExactly(0);
		assertThat(next(cleaner(Imputation.NONE, false, 0), "a", 0, MISSING)).containsExactly(MISSING);
	}

	@Test
	void saysWhichEventsAGapDrops() {
		Cleaner cleaner = cleaner(Imputation.DROP, false, 0);
		assertThat(cleaner.inputs("a", 0, new double[] { MISSING }, new double[1])).isFalse();
		assertThat(cleaner.inputs("a", 0, new double[] { 1 }, new double[1])).isTrue();
	}

	@Test
	void windowsHoldTheEventItselfAndWhatItsKeyHadBefore() {
		Cleaner cleaner = cleaner(Imputation.NONE, false, 0, RollingStatistic.values());
		assertThat(next(cleaner, "a", 0, 4)).containsExactly(4, 4, 4, 4, 0);
		assertThat(next(cleaner, "b", 1, 9)).containsExactly(9, 9, 9, 9, 0);
		assertThat(next(cleaner, "a", 2, 2)).containsExactly(2, 3, 2, 4, 1);
		// the first is three days ago, which is no longer in
		assertThat(next(cleaner, "a", 3, 6)).containsExactly(6, 4, 2, 6, 2);
		assertThat(next(cleaner, "a", 4, MISSING)).containsExactly(MISSING, 4, 2, 6, 2);
		assertThat(next(cleaner, "a", 9, MISSING)).containsExactly(MISSING, MISSING, MISSING, MISSING, MISSING);
	}

	@Test
	void windowsOfAnEventOutOfOrderEndWithItself() {
		Cleaner cleaner = cleaner(Imputation.NONE, false, 0, RollingStatistic.MEAN, RollingStatistic.MAX);
		next(cleaner, "a", 10, 1);
		next(cleaner, "a", 12, 100);
		assertThat(next(cleaner, "a", 11, 3)).containsExactly(3, 2, 3);
		assertThat(next(cleaner, "a", 12, 7)).containsExactly(7, 111 / 4.0, 100);
	}

	@Test
	void lagsGiveWhatTheKeyHadBefore() {
		Cleaner cleaner = cleaner(Imputation.NONE, false, 2, RollingStatistic.MAX);
		assertThat(cleaner.names()).containsExactly("x_lag2", "x_lag2_max_P3D");
		assertThat(next(cleaner, "a", 0, 1)).containsExactly(MISSING, MISSING);
		assertThat(next(cleaner, "b", 0, 50)).containsExactly(MISSING, MISSING);
		assertThat(next(cleaner, "a", 1, 5)).containsExactly(MISSING, MISSING);
		assertThat(next(cleaner, "a", 2, 3)).containsExactly(1, 1);
		assertThat(next(cleaner, "a", 3, 4)).containsExactly(5, 5);
		assertThat(next(cleaner, "a", 4, 0)).containsExactly(3, 5);
	}

	@Test
	void lagNeverShowsTheEventItself() {
		Cleaner cleaner = cleaner(Imputation.MEAN, false, 1, RollingStatistic.MEAN);
		next(cleaner, "a", 0, 1);
		double[] one = new double[2];
		double[] other = new double[2];
		cleaner.inputs("a", day(1), new double[] { 5 }, one);
		cleaner.inputs("a", day(1), new double[] { -70 }, other);
		assertThat(one).isEqualTo(other);
	}

	@Test
	void aFullWindowReachesLessFarBackAndSaysSo() {
		Cleaner cleaner = cleaner(Imputation.NONE, false, 0, RollingStatistic.MIN);
		for (int i = 0; i < TimeWindow.MOST + 3; i++) {
			cleaner.add("a", i, new double[] { i }, 0);
		}
		assertThat(cleaner.cut()).isEqualTo(3);
		double[] inputs = new double[2];
		cleaner.inputs("a", TimeWindow.MOST + 3, new double[] { MISSING }, inputs);
		assertThat(inputs[1]).isEqualTo(3);
	}

	private static double[] next(Cleaner cleaner, String key, int day, double value) {
		double[] inputs = new double[cleaner.names().size()];
		cleaner.inputs(key, day(day), new double[] { value }, inputs);
		cleaner.add(key, day(day), new double[] { value }, day(day - 2));
		return inputs;
	}

	private static long day(int day) {
		return Duration.ofDays(day).toMillis();
	}

	private static Cleaner cleaner(Imputation impute, boolean byKey, int lag, RollingStatistic... rolling) {
		List<RollingWindow> windows = List.of(rolling)
			.stream()
			.map((statistic) -> new RollingWindow(Duration.ofDays(3), statistic))
			.toList();
		return new Cleaner(List.of(new StreamFeature("x", List.of(), impute, byKey, windows, lag)));
	}

}
