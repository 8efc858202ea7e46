package io.exoscout.series;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

class EphemerisTests {

	private static final double PERIOD = 3.52474859;

	private static final long[] SEEN = { 0, 1, 2, 5, 9, 60, 61, 200, 410, 411 };

	private final Random random = new Random(5);

	private double[] times(double error) {
		return LongStream.of(SEEN)
			.mapToDouble((number) -> 2_452_826.628 + PERIOD * number + error * this.random.nextGaussian())
			.toArray();
	}

	private static double[] errors(double error) {
		double[] errors = new double[SEEN.length];
		Arrays.fill(errors, error);
		return errors;
	}

	@Test
	void findsPeriodAndEpochOfExactTimes() {
		Ephemeris ephemeris = Ephemeris.of(times(0), errors(1e-4), 0);
		assertThat(ephemeris.period()).isCloseTo(PERIOD, within(1e-9));
		assertThat(ephemeris.transits()).allSatisfy((seen) -> assertThat(seen.difference()).isCloseTo(0, within(1e-8)));
		assertThat(ephemeris.transits().get(9).number() - ephemeris.transits().get(0).number()).isEqualTo(411);
	}

	@Test
	void exactTimesWithoutErrorsClaimNoCertainty() {
		Ephemeris ephemeris = Ephemeris.of(new double[] { 1, 2, 3, 4 }, null, 0);
		assertThat(ephemeris.periodError()).isCloseTo(1e-9 / Math.sqrt(5), within(1e-15));
		assertThat(ephemeris.error(0)).isPositive();
		assertThat(ephemeris.error(1000)).isGreaterThan(100 * ephemeris.error(0));
	}

	/** A line through times and numbers, fitted by commons-math3. */
	@Test
	void withoutErrorsItIsTheLineThatOthersFit() {
		double[] times = times(0.001);
		SimpleRegression peer = new SimpleRegression();
		for (int i = 0; i < times.length; i++) {
			peer.addData(SEEN[i], times[i] - times[0]);
		}
		Ephemeris ephemeris = Ephemeris.of(times, null, 0);
		assertThat(ephemeris.period()).isCloseTo(peer.getSlope(), within(1e-11));
		assertThat(ephemeris.periodError()).isCloseTo(peer.getSlopeStdErr(), withinPercentage(0.1));
		long first = ephemeris.transits().get(0).number();
		assertThat(ephemeris.time(first)).isCloseTo(times[0] + peer.getIntercept(), within(1e-8));
		assertThat(ephemeris.error(first)).isCloseTo(peer.getInterceptStdErr(), withinPercentage(0.1));
		assertThat(ephemeris.chiSquare()).isNull();
	}

	@Test
	void errorsOfTransitsAreAsLargeAsTheyAreSaidToBe() {
		int inside = 0;
		for (int trial = 0; trial < 400; trial++) {
			Ephemeris ephemeris = Ephemeris.of(times(0.002), errors(0.002), 0);
			long number = ephemeris.transits().get(0).number() + 1000;
			double really = 2_452_826.628 + PERIOD * 1000;
			inside += (Math.abs(ephemeris.time(number) - really) < ephemeris.error(number)) ? 1 : 0;
		}
		// one standard deviation: 68 %
		assertThat(inside / 400.0).isBetween(0.61, 0.75);
	}

	@Test
	void errorsGrowWithTheDistance() {
		Ephemeris ephemeris = Ephemeris.of(times(0.001), errors(0.001), 0);
		long last = ephemeris.transits().get(9).number();
		assertThat(ephemeris.error(last + 100)).isLessThan(ephemeris.error(last + 1000));
		assertThat(ephemeris.error(0)).isLessThan(ephemeris.error(last));
	}

	@Test
	void anEphemerisExpiresAtTheFirstTransitThatIsTooUncertain() {
		Ephemeris ephemeris = Ephemeris.of(times(0.001), errors(0.001), 0);
		long expires = ephemeris.expires(30 / 1440.0);
		assertThat(ephemeris.error(expires)).isGreaterThan(30 / 1440.0);
		assertThat(ephemeris.error(expires - 1)).isLessThanOrEqualTo(30 / 1440.0);
	}

	@Test
	void theNextTransitIsTheFirstAfterATime() {
		Ephemeris ephemeris = Ephemeris.of(times(0), errors(1e-4), 0);
		long next = ephemeris.after(ephemeris.time(7) + 0.001);
		assertThat(next).isEqualTo(8);
	}

	@Test
	void transitsOfAllButOnceArePeriodsOfAGuess() {
		double[] times = { 10, 16, 20 };
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Ephemeris.of(times, null, 0))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.IRREGULAR_SERIES))
			.withMessageContaining("'period'");
		assertThat(Ephemeris.of(times, null, 2).period()).isCloseTo(2, within(1e-9));
	}

	@Test
	void chiSquareSaysWhetherErrorsAreTrue() {
		Ephemeris honest = Ephemeris.of(times(0.001), errors(0.001), 0);
		Ephemeris bold = Ephemeris.of(times(0.01), errors(0.001), 0);
		assertThat(honest.chiSquare() / honest.freedom()).isBetween(0.1, 3.0);
		assertThat(bold.chiSquare() / bold.freedom()).isGreaterThan(10);
	}

	@Test
	void tooFewTransitsHaveNoPeriod() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Ephemeris.of(new double[] { 1, 2 }, null, 0))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_FEW_POINTS))
			.withMessageContaining("3");
		assertThat(Ephemeris.of(new double[] { 1, 3 }, new double[] { 0.1, 0.1 }, 0).period()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 3.3, 3.3035 })
	void gapOverWhichNobodyCanCountIsRefused(double period) {
		double[] errors = { 0.005, 0.005, 0.005, 0.005 };
		double[] times = { 2457000, 2457000 + period, 2457000 + 2 * period, 2460300 };
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Ephemeris.of(times, errors, 0))
			.matches((problem) -> problem.code() == ErrorCode.IRREGULAR_SERIES)
			.withMessageContaining("both fit");
	}

	@Test
	void gapIsCountedByAPeriodThatIsKnownWellEnough() {
		double[] times = { 2457000, 2457003.3, 2457006.6, 2460300 };
		double[] errors = { 0.005, 0.005, 0.005, 0.005 };
		assertThat(Ephemeris.of(times, errors, 3.3001).period()).isCloseTo(3.3, within(1e-4));
		assertThat(Ephemeris.of(times, errors, 3.3033).period()).isCloseTo(3.3033, within(1e-4));
	}

	@Test
	void gapThatMoreTransitsReachOverIsCounted() {
		double[] times = { 0, 3.3, 6.6, 9.9, 13.2, 66, 132, 660, 3300 };
		double[] errors = new double[times.length];
		Arrays.fill(errors, 0.002);
		assertThat(Ephemeris.of(times, errors, 0).period()).isCloseTo(3.3, within(1e-5));
	}

	@Test
	void twoTimesOfOneTransitAreNoPeriod() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Ephemeris.of(new double[] { 2457000, 2457000.003, 2457003.3, 2457006.6 }, null, 0))
			.withMessageContaining("one transit");
	}

	@Test
	void transitThatWasSeenEarlyIsNotToCome() {
		double[] times = { 2457000, 2457003.3, 2457006.6, 2457009.898 };
		Ephemeris ephemeris = Ephemeris.of(times, new double[] { 0.002, 0.002, 0.002, 0.002 }, 0);
		Ephemeris.Transit last = ephemeris.transits().get(3);
		assertThat(last.computed()).isGreaterThan(last.time());
		assertThat(ephemeris.after(last.time())).isEqualTo(last.number() + 1);
	}

}
