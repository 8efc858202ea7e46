package io.exoscout.lightcurve;

import java.util.Arrays;

import io.exoscout.lightcurve.LightCurve.Centroids;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EvenCadenceTests {

	private static final double MINUTE = 1.0 / 1440;

	/** Two days of a slope at one cadence, then two days at another. */
	private static LightCurve curve(double first, double second, double later) {
		int[] sizes = { (int) Math.round(2 / first), (int) Math.round(2 / second) };
		int size = sizes[0] + sizes[1];
		double[] times = new double[size];
		double[] fluxes = new double[size];
		double[] errors = new double[size];
		int[] segments = new int[size];
		for (int i = 0; i < size; i++) {
			boolean begun = i < sizes[0];
			times[i] = later + (begun ? i * first : 5 + (i - sizes[0]) * second);
			fluxes[i] = 1 + 1e-3 * (times[i] - later);
			errors[i] = 1e-3;
			segments[i] = begun ? 0 : 1;
		}
		return new LightCurve(TimeSystem.BTJD, times, fluxes, errors, segments, new Centroids(fluxes, times));
	}

	@Test
	void curveOfOneCadenceStaysAsItIs() {
		LightCurve curve = curve(2 * MINUTE, 2.2 * MINUTE, 0);
		assertThat(EvenCadence.of(curve)).isSameAs(curve);
	}

	@Test
	void pointsThatAreCloserThanElsewhereBecomeMeans() {
		LightCurve curve = curve(2 * MINUTE, 30 * MINUTE, 1000);
		LightCurve even = EvenCadence.of(curve);
		assertThat(even.cadence()).isCloseTo(30 * MINUTE, within(1e-9));
		assertThat(even.size()).isEqualTo(96 + 96);
		for (int i = 0; i < even.size(); i++) {
			assertThat(even.flux(i)).isCloseTo(1 + 1e-3 * (even.time(i) - 1000), within(1e-9));
		}
		double[] errors = even.errors();
		assertThat(errors[10]).isCloseTo(1e-3 / Math.sqrt(15), within(1e-9));
		assertThat(errors[150]).isCloseTo(1e-3, within(1e-12));
		assertThat(even.centroids().rows()[150]).isEqualTo(even.time(150));
		assertThat(even.segment(95)).isZero();
		assertThat(even.segment(96)).isEqualTo(1);
	}

	@Test
	void meansDoNotDependOnWhatTimesCountFrom() {
		double[] early = EvenCadence.of(curve(2 * MINUTE, 30 * MINUTE, 0)).fluxes();
		double[] late = EvenCadence.of(curve(2 * MINUTE, 30 * MINUTE, 2_457_000)).fluxes();
		assertThat(late).hasSameSizeAs(early);
		for (int i = 0; i < early.length; i++) {
			assertThat(late[i]).isCloseTo(early[i], within(1e-8));
		}
	}

	/** One of a few points here and there, as from the ground, says nothing. */
	@Test
	void fewPointsFarApartChangeNothing() {
		double[] times = new double[1000];
		Arrays.setAll(times, (i) -> (i < 990) ? i * MINUTE : 10 + (i - 990) * 0.3);
		double[] fluxes = new double[1000];
		Arrays.setAll(fluxes, (i) -> 1 + i % 7 * 1e-4);
		LightCurve curve = new LightCurve(TimeSystem.BTJD, times, fluxes, null, new int[1000], null);
		assertThat(EvenCadence.of(curve)).isSameAs(curve);
	}

}
