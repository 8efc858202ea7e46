package io.exoscout.trainer.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StarBootstrapTests {

	/** So many stars with so many rows each. */
	private static String[] stars(int stars, int rowsEach) {
		return IntStream.range(0, stars * rowsEach).mapToObj((row) -> "star " + row / rowsEach).toArray(String[]::new);
	}

	private static List<int[]> drawn(String[] stars, long seed) {
		return new StarBootstrap(stars, seed).draw((weights) -> weights);
	}

	/** How wide the interval of the share of a class is that every second star is of. */
	private static double width(String[] stars, int rowsEach) {
		Interval share = Interval.of(
				new StarBootstrap(stars, 1)
					.draw((weights) -> (double) IntStream.range(0, weights.length)
						.filter((row) -> row / rowsEach % 2 == 0)
						.map((row) -> weights[row])
						.sum() / weights.length)
					.stream()
					.mapToDouble(Double::doubleValue)
					.toArray());
		return share.upper() - share.lower();
	}

	@Test
	void drawsAsManyStarsAsThereAre() {
		assertThat(drawn(stars(50, 1), 1)).hasSize(1000).allMatch((weights) -> IntStream.of(weights).sum() == 50);
	}

	@Test
	void drawsAllRowsOfAStarTogether() {
		String[] stars = { "a", "b", "a", "c", "b", "a" };
		assertThat(drawn(stars, 1)).allMatch((weights) -> weights[0] == weights[2] && weights[2] == weights[5]
				&& weights[1] == weights[4] && weights[0] + weights[1] + weights[3] == 3);
	}

	@Test
	void sameSeedDrawsTheSame() {
		String[] stars = stars(20, 2);
		assertThat(drawn(stars, 7).toArray(new int[0][])).isDeepEqualTo(drawn(stars, 7).toArray(new int[0][]));
		assertThat(drawn(stars, 7).get(0)).isNotEqualTo(drawn(stars, 8).get(0));
	}

	@Test
	void orderOfRowsDoesNotMatter() {
		List<int[]> forth = drawn(new String[] { "a", "b", "b", "c" }, 3);
		List<int[]> back = drawn(new String[] { "c", "b", "b", "a" }, 3);
		assertThat(IntStream.range(0, 1000)).allMatch((i) -> forth.get(i)[0] == back.get(i)[3]
				&& forth.get(i)[1] == back.get(i)[1] && forth.get(i)[3] == back.get(i)[0]);
	}

	@Test
	void spreadsAsFarAsChanceDoes() {
		double standardError = Math.sqrt(0.5 * 0.5 / 400);
		assertThat(width(stars(400, 1), 1)).isCloseTo(2 * 1.96 * standardError, within(0.01));
	}

	@Test
	void fourRowsOfAStarTellNoMoreThanOne() {
		assertThat(width(stars(100, 4), 4)).isCloseTo(2 * width(stars(400, 1), 1), within(0.02));
	}

	@Test
	void drawsLargeTablesLessOften() {
		assertThat(new StarBootstrap(stars(50_000, 1), 1).resamples()).isEqualTo(1000);
		assertThat(new StarBootstrap(stars(100_000, 2), 1).resamples()).isEqualTo(250);
		String[] million = new String[1_000_000];
		Arrays.fill(million, "star");
		assertThat(new StarBootstrap(million, 1).resamples()).isEqualTo(100);
	}

	@Test
	void intervalCutsTwoAndAHalfPercentOffEitherSide() {
		double[] drawn = IntStream.rangeClosed(0, 1000).mapToDouble((i) -> 1000 - i).toArray();
		assertThat(Interval.of(drawn).lower()).isCloseTo(25, within(1e-9));
		assertThat(Interval.of(drawn).upper()).isCloseTo(975, within(1e-9));
	}

	@Test
	void intervalBoundsAreInterpolated() {
		assertThat(Interval.of(new double[] { 1, 0 }).upper()).isCloseTo(0.975, within(1e-12));
	}

	@Test
	void intervalCanBeMovedOntoTheFigure() {
		double[] drawn = new double[101];
		Arrays.setAll(drawn, (i) -> 0.2 + i / 1000.0);
		Interval moved = Interval.around(0.1, drawn);
		assertThat(moved.lower()).isCloseTo(0.1 - 0.0475, within(1e-9));
		assertThat(moved.upper()).isCloseTo(0.1 + 0.0475, within(1e-9));
		assertThat(Interval.around(0.01, drawn).lower()).isZero();
	}

}
