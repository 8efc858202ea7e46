package io.exoscout.model;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class CalibrationTests {

	private static double[] apply(Calibration calibration, double... probabilities) {
		calibration.apply(probabilities);
		return probabilities;
	}

	@Test
	void noneLeavesEveryBitAsItIs() {
		// they do not sum to 1: nothing is divided either
		assertThat(apply(Calibration.NONE, 0.1 + 0.2, 0, 1e-300)).containsExactly(0.1 + 0.2, 0, 1e-300);
		assertThat(Calibration.NONE.method()).isEqualTo("none");
	}

	@Test
	void offsetsMoveTheLogOdds() {
		double[] moved = apply(new Calibration(1, List.of(-0.5, 0.5)), 0.5, 0.5);
		assertThat(moved[1]).isEqualTo(1 / (1 + Math.exp(-1)), within(1e-12));
	}

	@Test
	void slopeStretchesTheLogOdds() {
		double[] doubled = apply(new Calibration(2, List.of(0.0, 0.0)), 0.2, 0.8);
		// odds of 4 become odds of 16, but for what keeps a probability of 0 finite
		assertThat(doubled[1]).isEqualTo(16 / 17.0, within(2e-4));
	}

	@Test
	void severalClassesSumToOne() {
		double[] three = apply(new Calibration(0.8, List.of(0.1, -0.4, 0.2)), 0.7, 0, 0.3);
		assertThat(three[0] + three[1] + three[2]).isEqualTo(1, within(1e-15));
		assertThat(three[1]).isBetween(0.0005, 0.002);
	}

	@Test
	void sureProbabilitiesStayFinite() {
		assertThat(apply(new Calibration(50, List.of(30.0, -30.0)), 0, 1)).containsExactly(new double[] { 0, 1 },
				within(1e-12));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.7, 1, 1.4 })
	void keepsTheRankingOfTwoClasses(double slope) {
		Calibration calibration = new Calibration(slope, List.of(0.3, -0.2));
		double before = -1;
		for (double logit = -20; logit <= 20; logit += 0.01) {
			double p = apply(calibration, 1 / (1 + Math.exp(logit)), 1 / (1 + Math.exp(-logit)))[1];
			assertThat(p).isGreaterThan(before);
			before = p;
		}
	}

	@Test
	void refusesAnotherNumberOfClasses() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> apply(new Calibration(1, List.of(0.1, -0.1)), 0.2, 0.3, 0.5))
			.withMessageContaining("2 classes, not 3");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void refusesSlopesThatTurnOrBreakTheRanking(double slope) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(slope, List.of(0.0, 0.0)));
	}

}
