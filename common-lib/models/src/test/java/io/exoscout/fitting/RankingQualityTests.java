package io.exoscout.fitting;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.exoscout.result.ReliabilityBin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** Expected values computed by hand. */
class RankingQualityTests {

	/** The first rows are of the class, the others are not. */
	private static RankingQuality ranking(double[] hits, double... misses) {
		boolean[] positive = new boolean[hits.length + misses.length];
		double[] scores = new double[positive.length];
		for (int row = 0; row < scores.length; row++) {
			positive[row] = row < hits.length;
			scores[row] = positive[row] ? hits[row] : misses[row - hits.length];
		}
		return RankingQuality.of(positive, scores);
	}

	private static double[] hits(double... scores) {
		return scores;
	}

	private static double[] alike(int rows, double score) {
		return IntStream.range(0, rows).mapToDouble((row) -> score).toArray();
	}

	/** Rows whose scores are often equal. */
	private static boolean[] positive(int rows) {
		Random random = new Random(1);
		boolean[] positive = new boolean[rows];
		for (int row = 0; row < rows; row++) {
			positive[row] = random.nextInt(3) == 0;
		}
		return positive;
	}

	private static double[] scores(boolean[] positive) {
		Random random = new Random(2);
		double[] scores = new double[positive.length];
		for (int row = 0; row < scores.length; row++) {
			scores[row] = Math.min(1, (random.nextInt(70) + (positive[row] ? 35 : 0)) / 100.0);
		}
		return scores;
	}

	private static double[] all(RankingQuality figures) {
		return new double[] { figures.rocAuc().orElseThrow(), figures.averagePrecision().orElseThrow(),
				figures.recallAtPrecision(0.97).orElseThrow(), figures.precisionAt(50).orElseThrow(), figures.brier(),
				figures.calibrationError() };
	}

	@Test
	void rocAucCountsTiesHalf() {
		assertThat(ranking(hits(0.9, 0.5), 0.5, 0.1).rocAuc()).hasValue(3.5 / 4);
	}

	@Test
	void averagePrecisionTakesRowsOfEqualScoreTogether() {
		// 1 of 1, then 3 of 4 for two rows at once
		assertThat(ranking(hits(0.9, 0.5, 0.5), 0.5, 0.1).averagePrecision().orElseThrow())
			.isCloseTo((1 + 2 * 3.0 / 4) / 3, within(1e-12));
	}

	@Test
	void undefinedWithoutBothKinds() {
		assertThat(ranking(hits(), 0.5).rocAuc()).isEmpty();
		assertThat(ranking(hits(0.5)).averagePrecision()).isEmpty();
		assertThat(ranking(hits(), 0.5).recallAtPrecision(0.5)).isEmpty();
	}

	@Test
	void recallTakesTheLowestThresholdThatIsPreciseEnough() {
		// precision 1, 1/2, 2/3, 3/4, 3/5, 4/6
		RankingQuality ranking = ranking(hits(0.9, 0.7, 0.6, 0.4), 0.8, 0.5);
		assertThat(ranking.recallAtPrecision(0.75)).hasValue(3.0 / 4);
		assertThat(ranking.recallAtPrecision(0.9)).hasValue(1.0 / 4);
		assertThat(ranking.recallAtPrecision(0.6)).hasValue(1);
	}

	@Test
	void noThresholdCutsThroughRowsOfEqualScore() {
		// cut between them, the best three alone would be all of the class
		assertThat(ranking(hits(0.9, 0.9, 0.9), 0.9, 0.1).recallAtPrecision(0.8)).hasValue(0);
	}

	@Test
	void ninetyNineOfAHundredIsPrecise() {
		assertThat(ranking(alike(99, 0.9), 0.9, 0.1).recallAtPrecision(0.99)).hasValue(1);
	}

	@Test
	void precisionAtTakesTheExpectedShareOfTheLastPlace() {
		// one for sure, and of three alike, one of them of the class, two
		RankingQuality ranking = ranking(hits(0.9, 0.5), 0.5, 0.5, 0.1);
		assertThat(ranking.precisionAt(3).orElseThrow()).isCloseTo((1 + 2.0 / 3) / 3, within(1e-12));
		assertThat(ranking.precisionAt(1)).hasValue(1);
		assertThat(ranking.precisionAt(5)).hasValue(2.0 / 5);
	}

	@Test
	void precisionIsLeftOutBeyondTheLastRow() {
		assertThat(ranking(hits(0.9), 0.5).precisionAt(3)).isEmpty();
	}

	@Test
	void brierIsTheMeanSquaredError() {
		assertThat(ranking(hits(0.8), 0.4).brier()).isCloseTo((0.04 + 0.16) / 2, within(1e-12));
	}

	@Test
	void calibrationErrorIsTheGapPerBin() {
		// two bins of two rows: said 0.9, found 0.5; said 0.1, found 0
		assertThat(ranking(hits(0.9), 0.9, 0.1, 0.1).calibrationError()).isCloseTo((0.4 + 0.1) / 2, within(1e-12));
	}

	@Test
	void binsAreClosedBelowAndCertaintyFallsIntoTheLast() {
		assertThat(ranking(hits(1, 14.0 / 15), 0).reliability()).containsExactly(
				new ReliabilityBin(0, 1.0 / 15, 1, 0, 0), new ReliabilityBin(14.0 / 15, 1, 2, (1 + 14.0 / 15) / 2, 1));
	}

	@Test
	void scoresThatAreNoProbabilitiesCanBeRankedOnly() {
		RankingQuality ranking = ranking(hits(7), -2);
		assertThat(ranking.rocAuc()).hasValue(1);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(ranking::calibrationError);
	}

	@Test
	void refusesRowsWithoutScore() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ranking(hits(0.5), Double.NaN))
			.withMessageContaining("Row 1");
	}

	@Test
	void bothZerosAreOneScore() {
		assertThat(ranking(hits(0.0), -0.0).rocAuc()).hasValue(0.5);
	}

	@Test
	void orderOfRowsDoesNotMatterToTheLastBit() {
		boolean[] positive = positive(500);
		double[] scores = scores(positive);
		boolean[] positiveReversed = new boolean[500];
		double[] scoresReversed = new double[500];
		for (int row = 0; row < 500; row++) {
			positiveReversed[row] = positive[499 - row];
			scoresReversed[row] = scores[499 - row];
		}
		assertThat(all(RankingQuality.of(positiveReversed, scoresReversed)))
			.containsExactly(all(RankingQuality.of(positive, scores)));
	}

	@Test
	void weighingRowsIsRepeatingThem() {
		boolean[] positive = positive(300);
		double[] scores = scores(positive);
		int[] weights = IntStream.range(0, 300).map((row) -> row * 7 % 4).toArray();
		int[] repeated = IntStream.range(0, 300)
			.flatMap((row) -> IntStream.range(0, weights[row]).map((time) -> row))
			.toArray();
		boolean[] positiveRepeated = new boolean[repeated.length];
		for (int i = 0; i < repeated.length; i++) {
			positiveRepeated[i] = positive[repeated[i]];
		}
		double[] scoresRepeated = IntStream.of(repeated).mapToDouble((row) -> scores[row]).toArray();
		assertThat(all(RankingQuality.of(positive, scores).weighted(weights)))
			.containsExactly(all(RankingQuality.of(positiveRepeated, scoresRepeated)));
	}

}
