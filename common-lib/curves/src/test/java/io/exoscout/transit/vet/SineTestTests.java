package io.exoscout.transit.vet;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.transit.fit.TransitEphemeris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Stars made up, some of which turn. */
class SineTestTests {

	private static final double CADENCE = 0.0204;

	private static final double AMPLITUDE = 0.01;

	private static double[] times(double days) {
		double[] times = new double[(int) (days / CADENCE)];
		for (int i = 0; i < times.length; i++) {
			times[i] = i * CADENCE;
		}
		return times;
	}

	/**
	 * Spots that come and go: a sine whose amplitude and phase are forgotten after some
	 * days.
	 */
	private static double[] spotted(double[] times, double period, double forgets, long seed) {
		Random random = new Random(seed);
		double kept = Math.exp(-CADENCE / forgets);
		double fresh = Math.sqrt(1 - kept * kept);
		double sine = random.nextGaussian();
		double cosine = random.nextGaussian();
		double[] fluxes = new double[times.length];
		for (int i = 0; i < fluxes.length; i++) {
			sine = kept * sine + fresh * random.nextGaussian();
			cosine = kept * cosine + fresh * random.nextGaussian();
			double angle = 2 * Math.PI * times[i] / period;
			fluxes[i] = AMPLITUDE * (sine * Math.sin(angle) + cosine * Math.cos(angle)) + 3e-4 * random.nextGaussian();
		}
		return fluxes;
	}

	/** Changes without a period, forgotten after some days. */
	private static double[] wandering(double[] times, double forgets, long seed) {
		return spotted(times, Double.POSITIVE_INFINITY, forgets, seed);
	}

	private static SineTest test(double[] times, double[] fluxes, double period) {
		TransitEphemeris ephemeris = new TransitEphemeris(period, 0.3, 0.1);
		boolean[] left = new boolean[times.length];
		ephemeris.mark(times, 0.65, CADENCE / 2, left);
		return SineTest.of(times, fluxes, left, ephemeris);
	}

	@ParameterizedTest
	@CsvSource({ "27,1.158,20", "27,3.1,20", "80,1.158,20", "80,1.9,40", "400,1.158,20", "400,4.3,60", "1460,0.61,8",
			"1460,1.158,20", "1460,1.9,40", "1460,4.3,60", "1460,9.2,100", "1460,9.2,1000" })
	void aStarThatTurnsIsFoundOutHoweverLongItIsWatched(double days, double period, double forgets) {
		double[] times = times(days);
		for (long seed = 1; seed <= 3; seed++) {
			SineTest test = test(times, spotted(times, period, forgets, seed), period);
			assertThat(test.factor()).isEqualTo(1);
			assertThat(test.significance()).isGreaterThan(15);
			assertThat(test.prominence()).isGreaterThan(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1460,1.158,20", "1460,4.3,60", "400,1.9,40" })
	void itsAmplitudeIsThatOfItsSpots(double days, double period, double forgets) {
		double[] times = times(days);
		assertThat(test(times, spotted(times, period, forgets, 4), period).amplitude())
			.isCloseTo(AMPLITUDE * Math.sqrt(2), within(0.35 * AMPLITUDE));
	}

	@ParameterizedTest
	@CsvSource({ "27,1.158", "80,1.9", "400,1.158", "400,4.3", "1460,0.61", "1460,1.9", "1460,4.3", "1460,9.2" })
	void aStarThatChangesWithoutAPeriodIsNotTakenForOneThatTurns(double days, double period) {
		double[] times = times(days);
		int prominent = 0;
		for (long seed = 1; seed <= 10; seed++) {
			prominent += (test(times, wandering(times, 3, seed), period).prominence() > 2) ? 1 : 0;
		}
		assertThat(prominent).isLessThanOrEqualTo((days > 300) ? 0 : 3);
	}

	/** Two sectors, the first of which goes on for five hours in the next stretch. */
	@Test
	void aSlowTrendInTheLastHoursBeforeAGapIsNoSine() {
		double cadence = 1.0 / 144;
		double[] times = IntStream.range(0, (int) (54.467 / cadence))
			.mapToDouble((i) -> i * cadence + ((i * cadence > 27.467) ? 300 : 0))
			.toArray();
		Random random = new Random(6);
		double[] fluxes = Arrays.stream(times).map((time) -> 1e-2 * time + 3e-4 * random.nextGaussian()).toArray();
		SineTest test = test(times, fluxes, 1.3);
		assertThat(test.significance()).isLessThan(8);
		assertThat(test.amplitude()).isLessThan(1e-3);
	}

	@Test
	void ofNoiseThereIsNoSine() {
		double[] times = times(1460);
		Random random = new Random(5);
		double[] fluxes = random.doubles(times.length, -1e-3, 1e-3).toArray();
		SineTest test = test(times, fluxes, 1.3);
		assertThat(test.significance()).isLessThan(8);
		assertThat(test.amplitude()).isLessThan(3e-5);
		assertThat(test.prominence()).isLessThan(1.3);
	}

}
