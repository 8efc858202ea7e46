package io.exoscout.transit.vet;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.TrapezoidFit;
import io.exoscout.transit.fit.Weighted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A star at column 100 and row 200, and another one five columns beside it. */
class CentroidShiftTests {

	private static final double CADENCE = 1.0 / 144;

	private static final int SIZE = 27 * 144;

	private static final double STAR = 100;

	private static final double OTHER = 105;

	/** The other star's light, in the star's. */
	private static final double SHARE = 0.2;

	private static final TransitEphemeris EVERY = new TransitEphemeris(3.1, 1.3, 0.2);

	private static final Trapezoid DIP = new Trapezoid(0.3, 0.2, 0.2);

	private static double time(int point) {
		return point * CADENCE;
	}

	/** Columns of all light, if one of both dims. */
	private static double[] columns(boolean otherDims, double noise) {
		Random random = new Random(7);
		double[] columns = new double[SIZE];
		for (int i = 0; i < SIZE; i++) {
			double flux = 1 + DIP.flux(EVERY.away(time(i)));
			double star = otherDims ? 1 : flux;
			double other = SHARE * (otherDims ? flux : 1);
			columns[i] = (STAR * star + OTHER * other) / (star + other) + noise * random.nextGaussian();
		}
		return columns;
	}

	private static double[] rows(double noise) {
		Random random = new Random(8);
		double[] rows = new double[SIZE];
		for (int i = 0; i < SIZE; i++) {
			rows[i] = 200 + noise * random.nextGaussian();
		}
		return rows;
	}

	/** What of all light is lost. */
	private static double depth(boolean otherDims) {
		return DIP.depth() * (otherDims ? SHARE : 1) / (1 + SHARE);
	}

	private static Map<String, Double> measured(double depth, CentroidTrack track) {
		double[] times = new double[SIZE];
		boolean[] inTransit = new boolean[SIZE];
		for (int i = 0; i < SIZE; i++) {
			times[i] = time(i);
		}
		EVERY.mark(times, 0.65, CADENCE / 2, inTransit);
		TrapezoidFit fit = new TrapezoidFit(EVERY, new Trapezoid(depth, DIP.duration(), DIP.ingress()), new double[5],
				1);
		Weighted points = new Weighted(times, new double[SIZE], new double[SIZE]);
		Subject subject = new Subject(points, points, new double[SIZE], inTransit, fit, 1, CADENCE, 1, StarSize.SUN,
				false, 1, VerdictKind.FALSE_ALARM, 0, track);
		return CentroidShift.of(subject, EVERY);
	}

	private static boolean passes(Map<String, Double> figures) {
		return CentroidShift.test(figures).orElseThrow().passed();
	}

	@Test
	void aNeighbourThatDimsIsFoundWhereItIs() {
		Map<String, Double> figures = measured(depth(true), new CentroidTrack(columns(true, 1e-3), rows(1e-3)));
		double allLight = (STAR + SHARE * OTHER) / (1 + SHARE);
		assertThat(figures.get("centroid_offset_pixels")).isCloseTo(OTHER - allLight, within(0.05));
		assertThat(figures.get("centroid_shift_sigma")).isGreaterThan(50);
		assertThat(figures.get("centroid_shift_probability")).isLessThan(1e-9);
		assertThat(passes(figures)).isFalse();
	}

	@Test
	void aStarThatDimsBesideANeighbourMovesTheLightAndIsNoFalsePositive() {
		Map<String, Double> figures = measured(depth(false), new CentroidTrack(columns(false, 1e-4), rows(1e-4)));
		assertThat(figures.get("centroid_shift_sigma")).isGreaterThan(50);
		assertThat(figures.get("centroid_offset_pixels")).isCloseTo((STAR + SHARE * OTHER) / (1 + SHARE) - STAR,
				within(0.02));
		assertThat(passes(figures)).isTrue();
	}

	@Test
	void ofNoiseAloneNoShiftIsMade() {
		Map<String, Double> figures = measured(0.001, new CentroidTrack(noise(3), noise(4)));
		assertThat(figures.get("centroid_shift_sigma")).isLessThan(3);
		assertThat(figures.get("centroid_shift_probability")).isGreaterThan(1e-3);
		assertThat(passes(figures)).isTrue();
	}

	private static double[] noise(int seed) {
		Random random = new Random(seed);
		double[] noise = new double[SIZE];
		for (int i = 0; i < SIZE; i++) {
			noise[i] = 50 + 1e-3 * random.nextGaussian();
		}
		return noise;
	}

	@Test
	void errorIsTheScatterOfTheMean() {
		Map<String, Double> figures = measured(0.001, new CentroidTrack(noise(3), noise(4)));
		double points = 8 * DIP.duration() / CADENCE;
		assertThat(figures.get("centroid_shift_error_pixels")).isBetween(1e-3 * Math.sqrt(2 / points),
				4e-3 * Math.sqrt(2 / points));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.05, -0.3 })
	void aStarThatWandersIsFollowed(double pixelsPerDay) {
		double[] columns = columns(true, 1e-3);
		for (int i = 0; i < SIZE; i++) {
			columns[i] += pixelsPerDay * time(i) + 0.2 * Math.sin(time(i) / 4);
		}
		assertThat(measured(depth(true), new CentroidTrack(columns, rows(1e-3))).get("centroid_offset_pixels"))
			.isCloseTo(measured(depth(true), new CentroidTrack(columns(true, 1e-3), rows(1e-3)))
				.get("centroid_offset_pixels"), within(0.2));
	}

	@Test
	void aTelescopeThatTurnsDoesNotCancelTheShift() {
		double[] columns = columns(true, 1e-3);
		double[] rows = rows(1e-3);
		for (int i = SIZE / 2; i < SIZE; i++) {
			double column = columns[i];
			columns[i] = 700 - column;
			rows[i] = 900 - rows[i];
		}
		Map<String, Double> figures = measured(depth(true), new CentroidTrack(columns, rows));
		assertThat(figures).containsEntry("centroid_places", 2.0);
		assertThat(figures.get("centroid_offset_pixels")).isCloseTo(4.17, within(0.1));
	}

	@Test
	void pointsWithoutAPlaceAndOutliersDoNotMatter() {
		double[] columns = columns(true, 1e-3);
		for (int i = 0; i < SIZE; i += 50) {
			columns[i] = (i % 100 == 0) ? Double.NaN : columns[i] + 30 * DIP.shape(EVERY.away(time(i)));
		}
		assertThat(measured(depth(true), new CentroidTrack(columns, rows(1e-3))).get("centroid_offset_pixels"))
			.isCloseTo(4.17, within(0.2));
	}

	@Test
	void whereNobodyKnowsThePlaceNothingIsAsked() {
		double[] unknown = new double[SIZE];
		Arrays.fill(unknown, Double.NaN);
		assertThat(measured(0.01, null)).isEmpty();
		Map<String, Double> figures = measured(0.01, new CentroidTrack(unknown, unknown));
		assertThat(figures).isEmpty();
		assertThat(CentroidShift.test(figures)).isEmpty();
	}

}
