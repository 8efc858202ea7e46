package io.exoscout.series;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class WhiteningTests {

	private static final int LENGTH = 20_000;

	/** A star that swings: x = 1.5·x₁ − 0.7·x₂ + noise, about 1000. */
	private static double[] star() {
		Random random = new Random(11);
		double[] flux = new double[LENGTH];
		for (int i = 0; i < LENGTH; i++) {
			double one = (i > 0) ? flux[i - 1] - 1000 : 0;
			double two = (i > 1) ? flux[i - 2] - 1000 : 0;
			flux[i] = 1000 + 1.5 * one - 0.7 * two + random.nextGaussian();
		}
		return flux;
	}

	private static double[] times(int length) {
		return IntStream.range(0, length).mapToDouble((i) -> i * 0.02).toArray();
	}

	private static Whitening whiten(double[] flux, int order) {
		return Whitening.of(TimeGrid.of(times(flux.length), flux), flux.length, order);
	}

	@Test
	void findsTheWeightsThatTheStarWasMadeWith() {
		Whitening whitened = whiten(star(), 2);
		assertThat(whitened.weights()).containsExactly(new double[] { 1.5, -0.7 }, within(0.02));
		assertThat(whitened.mean()).isCloseTo(1000, within(0.1));
	}

	@Test
	void whatIsLeftIsTheNoise() {
		Whitening whitened = whiten(star(), 2);
		assertThat(whitened.left()).isCloseTo(1, within(0.02));
		assertThat(whitened.scatter()).isGreaterThan(2);
		assertThat(whitened.correlation()).isGreaterThan(0.8);
		assertThat(whitened.correlationLeft()).isCloseTo(0, within(0.02));
	}

	@Test
	void theOrderIsFoundWhereNoneIsAskedFor() {
		assertThat(whiten(star(), 0).order()).isBetween(2, 6);
	}

	@Test
	void gapsAreKeptAndNothingIsToldAcrossThem() {
		double[] flux = star();
		flux[5000] = Double.NaN;
		Whitening whitened = whiten(flux, 2);
		assertThat(whitened.residuals()).hasSize(LENGTH);
		assertThat(Arrays.copyOfRange(whitened.residuals(), 4999, 5004)).satisfies((around) -> {
			assertThat(around[0]).isNotNaN();
			assertThat(Arrays.copyOfRange(around, 1, 4)).containsOnly(Double.NaN);
			assertThat(around[4]).isNotNaN();
		});
		assertThat(whitened.whitened()).isEqualTo(LENGTH - 2 - 3);
	}

	@Test
	void residualsStandWherePointsWereSent() {
		double[] flux = star();
		double[] inOrder = whiten(flux, 2).residuals();
		double[] times = times(LENGTH);
		double[] backTimes = IntStream.range(0, LENGTH).mapToDouble((i) -> times[LENGTH - 1 - i]).toArray();
		double[] backFlux = IntStream.range(0, LENGTH).mapToDouble((i) -> flux[LENGTH - 1 - i]).toArray();
		double[] backwards = Whitening.of(TimeGrid.of(backTimes, backFlux), LENGTH, 2).residuals();
		assertThat(backwards[LENGTH - 1 - 777]).isCloseTo(inOrder[777], within(1e-9));
	}

	@Test
	void aTransitIsSeenWhereItBeginsAndEnds() {
		double[] flux = star();
		for (int i = 8000; i < 8006; i++) {
			flux[i] -= 20;
		}
		double[] residuals = whiten(flux, 2).residuals();
		assertThat(residuals[8000]).isLessThan(-15);
		assertThat(residuals[8006]).isGreaterThan(15);
	}

	@Test
	void aConstantLeavesNothing() {
		double[] flux = new double[100];
		Arrays.fill(flux, 12.5);
		Whitening whitened = whiten(flux, 3);
		assertThat(whitened.left()).isZero();
		assertThat(whitened.correlationLeft()).isZero();
	}

	@Test
	void tooFewPointsAreToldHowManyAreNeeded() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> whiten(Arrays.copyOf(star(), 30), 10))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_FEW_POINTS))
			.withMessageContaining("needs 55");
	}

	/** What has no neighbour, beside a gap, is no part of what neighbours share. */
	@Test
	void neighboursShareNoMoreThanAll() {
		Random random = new Random(7);
		double[] times = IntStream.range(0, 2000)
			.filter((i) -> i < 500 || i >= 600)
			.mapToDouble((i) -> i * 0.0204)
			.toArray();
		double[] flux = Arrays.stream(times)
			.map((time) -> 1 + 0.01 * Math.sin(time) + 1e-4 * random.nextGaussian())
			.toArray();
		assertThat(Whitening.of(TimeGrid.of(times, flux), 2000, 2).correlation()).isBetween(0.999, 1.0);
	}

}
