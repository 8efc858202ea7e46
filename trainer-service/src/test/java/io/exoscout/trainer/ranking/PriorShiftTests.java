package io.exoscout.trainer.ranking;

import java.util.Random;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PriorShiftTests {

	private static final Offset<Double> TWO_POINTS = within(0.02);

	/**
	 * Perfectly calibrated probabilities of rows drawn with other shares than the ones
	 * they were calibrated for. Class {@code c} has scores around {@code 1.5 c}.
	 */
	private static double[][] shifted(double[] trained, double[] found, int rows) {
		Random random = new Random(17);
		double[][] probabilities = new double[rows][trained.length];
		for (double[] row : probabilities) {
			double score = 1.5 * draw(found, random) + random.nextGaussian();
			double sum = 0;
			for (int c = 0; c < row.length; c++) {
				row[c] = trained[c] * Math.exp(-Math.pow(score - 1.5 * c, 2) / 2);
				sum += row[c];
			}
			for (int c = 0; c < row.length; c++) {
				row[c] /= sum;
			}
		}
		return probabilities;
	}

	private static int draw(double[] shares, Random random) {
		double left = random.nextDouble();
		for (int c = 0; c < shares.length - 1; c++) {
			left -= shares[c];
			if (left < 0) {
				return c;
			}
		}
		return shares.length - 1;
	}

	@ParameterizedTest
	@CsvSource({ "0.31, 0.75", "0.31, 0.31", "0.5, 0.05", "0.9, 0.2" })
	void recoversKnownShares(double trained, double shifted) {
		double[] before = { 1 - trained, trained };
		PriorShift shift = PriorShift.estimate(() -> {
		}, shifted(before, new double[] { 1 - shifted, shifted }, 10_000), before);
		assertThat(shift.estimated()[1]).isEqualTo(shifted, TWO_POINTS);
		assertThat(shift.converged()).isTrue();
	}

	@Test
	void recoversTheSharesOfSeveralClasses() {
		double[] before = { 0.5, 0.3, 0.2 };
		double[] after = { 0.15, 0.25, 0.6 };
		PriorShift shift = PriorShift.estimate(() -> {
		}, shifted(before, after, 20_000), before);
		assertThat(shift.estimated()).containsExactly(after, TWO_POINTS);
	}

	@Test
	void correctedProbabilitiesAverageToTheEstimatedShares() {
		double[] before = { 0.69, 0.31 };
		double[][] rows = shifted(before, new double[] { 0.25, 0.75 }, 2000);
		PriorShift shift = PriorShift.estimate(() -> {
		}, rows, before);
		double sum = 0;
		for (double[] row : rows) {
			shift.correct(row);
			sum += row[1];
		}
		assertThat(sum / rows.length).isEqualTo(shift.estimated()[1], within(1e-6));
	}

	@Test
	void agreesWithAnExampleByHand() {
		double[][] rows = { { 0.2, 0.8 }, { 0.2, 0.8 }, { 0.2, 0.8 }, { 0.8, 0.2 } };
		PriorShift shift = PriorShift.estimate(() -> {
		}, rows, 0.5, 0.5);
		// the likelihood (0.2 + 0.6 s)³ (0.8 - 0.6 s) is largest at s = 11/12
		assertThat(shift.estimated()).containsExactly(new double[] { 1 / 12.0, 11 / 12.0 }, within(1e-6));
		shift.correct(rows[0]);
		assertThat(rows[0]).containsExactly(new double[] { 0.2 / 9, 8.8 / 9 }, within(1e-6));
	}

	@Test
	void numbersOfRowsDoForShares() {
		double[][] rows = { { 0.2, 0.8 }, { 0.3, 0.7 }, { 0.8, 0.2 } };
		assertThat(PriorShift.estimate(() -> {
		}, rows, 4839, 2746).estimated()).containsExactly(PriorShift.estimate(() -> {
		}, rows, 4839 / 7585.0, 2746 / 7585.0).estimated(), within(1e-12));
	}

	@Test
	void surePredictionsAreCountedAndNoShareBecomesZero() {
		double[][] rows = { { 0, 1 }, { 0, 1 }, { 0, 1 } };
		PriorShift shift = PriorShift.estimate(() -> {
		}, rows, 0.7, 0.3);
		assertThat(shift.estimated()[0]).isEqualTo(1e-6, within(1e-9));
		shift.correct(rows[0]);
		assertThat(rows[0]).containsExactly(0, 1);
	}

	@Test
	void aClassThatWasNotTrainedDoesNoHarm() {
		double[][] rows = { { 0.5, 0.5, 0 }, { 0.9, 0.1, 0 } };
		PriorShift shift = PriorShift.estimate(() -> {
		}, rows, 0.5, 0.5, 0);
		shift.correct(rows[0]);
		assertThat(rows[0]).doesNotContain(Double.NaN);
		assertThat(shift.estimated()[2]).isEqualTo(1e-6, within(1e-9));
	}

	@Test
	void withoutRowsNothingHasShifted() {
		PriorShift shift = PriorShift.estimate(() -> {
		}, new double[0][], 3, 1);
		assertThat(shift.estimated()).containsExactly(0.75, 0.25);
		assertThat(shift.converged()).isTrue();
	}

}
