package io.exoscout.transit.vet;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.TrapezoidFit;
import io.exoscout.transit.fit.Weighted;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two transits, and a star that dips at other times, too. */
class RivalsTests {

	private static final double CADENCE = 1.0 / 48;

	private static final Trapezoid SHAPE = new Trapezoid(0.003, 0.2, 0.1);

	private static final TransitEphemeris OWN = new TransitEphemeris(60.3, 20.7, 0.2);

	/** Other dips, as deep. */
	private static Subject subject(double... middles) {
		Random random = new Random(2);
		double[] times = IntStream.range(0, (int) (100 / CADENCE)).mapToDouble((i) -> i * CADENCE).toArray();
		double[] fluxes = Arrays.stream(times)
			.map((time) -> SHAPE.flux(OWN.away(time)) + 3e-4 * random.nextGaussian()
					+ Arrays.stream(middles).map((middle) -> SHAPE.flux(time - middle)).sum())
			.toArray();
		double[] weights = new double[times.length];
		Arrays.fill(weights, 1 / 9e-8);
		Weighted points = new Weighted(times, fluxes, weights);
		TrapezoidFit fit = new TrapezoidFit(OWN, SHAPE, new double[5], 1);
		return new Subject(points, points, fluxes, new boolean[times.length], fit, 1, CADENCE, 1, StarSize.SUN, false,
				1, VerdictKind.FALSE_ALARM, 0, null);
	}

	private static double share(Runnable check, double... middles) {
		Subject subject = subject(middles);
		return Rivals.share(subject, Events.of(subject.points(), OWN, SHAPE, 1, CADENCE), check);
	}

	/** So many dips, 1.7 days and some more apart, none beside a transit. */
	private static double[] dips(int count) {
		Random random = new Random(3);
		return IntStream.range(0, count)
			.mapToDouble((i) -> 1 + 1.7 * i + 0.5 * random.nextDouble())
			.filter((middle) -> Math.abs(OWN.away(middle)) > 0.6)
			.toArray();
	}

	@Test
	void anotherPlanetIsNoDoubtOfOne() {
		int[] looked = new int[1];
		assertThat(share(() -> looked[0]++, 9.1, 40.3, 71.5)).isLessThan(Rivals.STRONG);
		assertThat(looked[0]).isPositive();
	}

	/** That would take as long as the third power of their number. */
	@Test
	void noPlanetIsLookedForWhereAStarDipsMoreThanFortyTimes() {
		int[] looked = new int[1];
		assertThat(share(() -> looked[0]++, dips(50))).isGreaterThan(Rivals.STRONG);
		assertThat(looked[0]).isZero();
	}

	@Test
	void oneIsLookedForWhereItDipsLessOften() {
		int[] looked = new int[1];
		assertThat(share(() -> looked[0]++, dips(30))).isGreaterThan(Rivals.STRONG);
		assertThat(looked[0]).isPositive();
	}

	@Test
	void whatIsThrownWhileItLooksEndsIt() {
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> share(() -> {
			throw new CancellationException();
		}, 9.1, 40.3, 71.5));
	}

}
