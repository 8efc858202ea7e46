package io.exoscout.transit;

import java.util.List;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Two planets in a sector whose middle is missing: of the outer one the second transit
 * ends where the gap begins, and each is in the way of the other.
 */
class TwoPlanetsTests {

	private static final double CADENCE = 10.0 / 1440;

	/** Without what the gap takes. */
	private static LightCurve sector(MadeCurve made) {
		return made.without((time) -> time >= 1012.9 && time <= 1014.1).curve();
	}

	private static MadeCurve noise(long seed) {
		return MadeCurve.quiet(26, CADENCE, 600e-6, seed).spots(11, 0.0008);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void bothAreCandidatesAtTheirOwnPeriods(long seed) {
		LightCurve curve = sector(noise(seed).transits(4.2, 1001.7, 0.13, 0.0042).transits(9.7, 1003.1, 0.18, 0.0021));
		List<TransitSignal> found = TransitSearch.search(curve, SearchOptions.defaults(), SearchWatch.NOBODY).signals();
		assertThat(found).allSatisfy((signal) -> assertThat(signal.verdict().reasons()).isEmpty()).hasSize(2);
		assertThat(found.get(0).period()).isCloseTo(4.2, within(0.002));
		assertThat(found.get(1).period()).isCloseTo(9.7, within(0.02));
	}

	/** The outer one comes after every other transit of the inner one. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void planetsInResonanceAreNoEclipsesOfEachOther(long seed) {
		LightCurve curve = sector(noise(seed).transits(3.1, 1001.7, 0.11, 0.003).transits(6.2, 1002.5, 0.14, 0.0045));
		List<TransitSignal> found = TransitSearch.search(curve, SearchOptions.defaults(), SearchWatch.NOBODY)
			.candidates();
		assertThat(found).extracting(TransitSignal::period)
			.anySatisfy((period) -> assertThat(period).isCloseTo(3.1, within(0.01)))
			.anySatisfy((period) -> assertThat(period).isCloseTo(6.2, within(0.01)));
	}

	/** Its spots are as large as the dips, and come with nearly the same period. */
	@ParameterizedTest
	@ValueSource(doubles = { 5, 10.2 })
	void planetOfASpottedStarIsNoSine(double turn) {
		MadeCurve spotted = MadeCurve.quiet(26, CADENCE, 600e-6, 1).spots(turn, 0.003);
		LightCurve curve = sector(spotted.transits(5.5, 1002.1, 0.13, 0.003));
		assertThat(TransitSearch.search(curve, SearchOptions.defaults(), SearchWatch.NOBODY).signals().get(0))
			.satisfies((signal) -> {
				assertThat(signal.period()).isCloseTo(5.5, within(0.01));
				assertThat(signal.verdict().reasons()).isEmpty();
			});
	}

	@Test
	void secondDipThatComesEachTimeIsAnEclipse() {
		LightCurve curve = sector(noise(1).transits(4.2, 1001.7, 0.13, 0.02).transits(4.2, 1003.8, 0.13, 0.004));
		TransitSignal first = TransitSearch.search(curve, SearchOptions.defaults(), SearchWatch.NOBODY)
			.signals()
			.get(0);
		assertThat(first.diagnostics().get("secondary_recurs")).isCloseTo(1, within(0.2));
		assertThat(first.verdict().reasons()).contains("secondary_excess");
	}

	/** Two stars alike, at half of their period. */
	@Test
	void dipDeeperThanThatOfAnyPlanetIsAStar() {
		LightCurve curve = sector(noise(1).transits(2.1, 1001.7, 0.13, 0.3));
		TransitSignal first = TransitSearch.search(curve, SearchOptions.defaults(), SearchWatch.NOBODY)
			.signals()
			.get(0);
		assertThat(first.verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
		assertThat(first.verdict().reasons()).contains("model_depth_ppm");
	}

}
