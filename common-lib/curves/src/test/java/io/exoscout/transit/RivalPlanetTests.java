package io.exoscout.transit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Planets of which each was seen twice and that are as deep as each other, and stars that
 * dip again and again.
 */
class RivalPlanetTests {

	private static final double CADENCE = 10.0 / 1440;

	private static final double DURATION = 0.15;

	/** So long apart that no transit of one and one of another seem a planet. */
	private static final SearchOptions LONG = new SearchOptions(null, 12.78, 15.32, 4, null, 1);

	/** Epoch and period of each. */
	private static final double[][] PLANETS = { { 1003.35, 15.02 }, { 1006.31, 13.08 }, { 1009.73, 14.21 } };

	private static SearchResult found(int planets, double depth, long seed) {
		MadeCurve curve = quiet(seed);
		for (double[] planet : Arrays.copyOf(PLANETS, planets)) {
			curve = curve.transits(planet[1], planet[0], DURATION, depth);
		}
		return TransitSearch.search(curve.curve(), LONG, SearchWatch.NOBODY);
	}

	private static MadeCurve quiet(long seed) {
		return MadeCurve.quiet(26, CADENCE, 500e-6, seed);
	}

	private static void assertPlanets(SearchResult result, int planets) {
		for (double[] planet : Arrays.copyOf(PLANETS, planets)) {
			assertThat(result.candidates())
				.as("%s days: %s", planet[1],
						result.signals().stream().map((signal) -> signal.verdict().reasons()).toList())
				.anyMatch((signal) -> signal.period() != null && Math.abs(signal.period() / planet[1] - 1) < 2e-3);
		}
		assertThat(result.signals()).hasSize(planets);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.002, 0.003 })
	void twoPlanetsThatAreAlikeAreTwoCandidates(double depth) {
		for (long seed = 1; seed <= 2; seed++) {
			SearchResult result = found(2, depth, seed);
			assertPlanets(result, 2);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.002, 0.003 })
	void threePlanetsThatAreAlikeAreThreeCandidates(double depth) {
		for (long seed = 1; seed <= 2; seed++) {
			assertPlanets(found(3, depth, seed), 3);
		}
	}

	/** Each dip is as deep as the planet's transits and comes once, so nothing tells. */
	@Test
	void aDipThatNoOtherRepeatsIsDoubtOfTwo() {
		MadeCurve curve = quiet(4).transits(13.9, 1004.1, DURATION, 0.003).transits(500, 1010.3, DURATION, 0.003);
		TransitSignal signal = TransitSearch.search(curve.curve(), LONG, SearchWatch.NOBODY).signals().get(0);
		assertThat(signal.verdict().reasons()).contains("rival_share");
	}

	/** Dips of all depths, of which two happen to be alike. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void twoOfManyDipsAreNoPlanet(long seed) {
		Random random = new Random(seed);
		MadeCurve curve = quiet(seed).transits(13.9, 1004.1, DURATION, 0.003);
		for (double middle : new double[] { 1001.6, 1007.2, 1009.9, 1012.1, 1015.8, 1020.7, 1023.4 }) {
			curve = curve.transits(500, middle + 0.5 * random.nextDouble(),
					DURATION * (0.6 + 0.8 * random.nextDouble()), 0.0015 + 0.0015 * random.nextDouble());
		}
		List<TransitSignal> signals = TransitSearch.search(curve.curve(), LONG, SearchWatch.NOBODY).signals();
		assertThat(signals.get(0).verdict().kind()).isEqualTo(VerdictKind.FALSE_ALARM);
		assertThat(signals.get(0).verdict().reasons()).contains("rival_share");
	}

}
