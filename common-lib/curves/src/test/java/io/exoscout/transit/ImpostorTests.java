package io.exoscout.transit;

import java.util.List;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Stars that look like planets, and planets that looked like stars. */
class ImpostorTests {

	private static final double CADENCE = 2.0 / 1440;

	private static List<TransitSignal> signals(LightCurve curve, SearchOptions options) {
		return TransitSearch.search(curve, options, SearchWatch.NOBODY).signals();
	}

	private static List<TransitSignal> signals(LightCurve curve) {
		return signals(curve, SearchOptions.defaults());
	}

	/**
	 * What a trend leaves of a quick star looks like dips a fifth as wide as its turn.
	 */
	@ParameterizedTest
	@CsvSource({ "0.41440,0.00855,5.436,2.725", "0.41184,0.00608,1.075,0.356", "0.41580,0.00819,2.905,4.563",
			"0.41114,0.02204,5.341,2.437", "0.40858,0.01565,0.980,0.067", "2.99833,0.05019,1.539,2.589",
			"0.44281,0.01902,1.978,0.096" })
	void starThatTurnsIsNoPlanet(double period, double amplitude, double phase, double halfPhase) {
		LightCurve curve = MadeCurve.quiet(26, CADENCE, 500e-6, 1)
			.spots(period, amplitude, phase)
			.spots(period / 2, amplitude / 2, halfPhase)
			.curve();
		assertThat(signals(curve)).noneMatch((signal) -> signal.verdict().isCandidate());
	}

	/** It is found at twice its period. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.28, 0.355, 0.39 })
	void planetQuickerThanWhatIsSearchedHasItsOwnPeriod(double period) {
		LightCurve curve = MadeCurve.quiet(26, CADENCE, 300e-6, 1).transits(period, 1000.2, 0.05, 0.0009).curve();
		List<TransitSignal> found = signals(curve);
		assertThat(found).hasSize(1);
		assertThat(found.get(0).period()).isCloseTo(period, within(1e-4));
		assertThat(found.get(0).verdict().isCandidate()).isTrue();
	}

	@Test
	void periodOutsideOfThoseAskedForIsSaid() {
		LightCurve curve = MadeCurve.quiet(26, CADENCE, 300e-6, 1).transits(3.3, 1001.2, 0.12, 0.002).curve();
		for (SearchOptions asked : List.of(new SearchOptions(null, 4.0, null, 1, null, 1),
				new SearchOptions(null, null, 2.0, 1, null, 1))) {
			assertThat(signals(curve, asked).get(0).diagnostics().get("better_period_days")).isCloseTo(3.3,
					within(1e-2));
		}
		assertThat(signals(curve).get(0).diagnostics()).doesNotContainKey("better_period_days");
	}

	/** Of a V half of the disc is before the star at most. */
	@Test
	void deepEclipseOfTheFormOfAVIsOfAStar() {
		LightCurve curve = MadeCurve.quiet(26, CADENCE, 500e-6, 1).eclipses(3.3, 1001.2, 0.18, 0.09).curve();
		TransitSignal first = signals(curve).get(0);
		assertThat(first.verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
		assertThat(first.verdict().reasons()).contains("full_depth_ppm");
	}

	@Test
	void flatTransitOfTheSameDepthMayBeOfAPlanetOfASmallStar() {
		LightCurve curve = MadeCurve.quiet(26, CADENCE, 500e-6, 1).transits(3.3, 1001.2, 0.08, 0.07).curve();
		assertThat(signals(curve).get(0).verdict().reasons()).doesNotContain("full_depth_ppm", "model_depth_ppm");
	}

	/** Around the middle of the secondary ones the others are masked. */
	@Test
	void secondaryEclipsesAreOfTheSamePairOfStars() {
		LightCurve curve = MadeCurve.quiet(26, CADENCE, 500e-6, 1)
			.eclipses(3.1, 1001.2, 0.2, 0.3)
			.eclipses(3.1, 1002.75, 0.2, 0.1)
			.curve();
		List<TransitSignal> found = signals(curve);
		assertThat(found.subList(0, 2)).allSatisfy((signal) -> {
			assertThat(signal.period()).isCloseTo(3.1, within(1e-3));
			assertThat(signal.verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
		});
		assertThat(found.get(1).verdict().reasons()).contains("period_off_earlier");
	}

	/**
	 * Exposures fall into the same places of each transit, which are not alike before and
	 * after its middle.
	 */
	@Test
	void strongTransitThatIsSampledUnevenlyIsNoFalseAlarm() {
		double cadence = 29.4244 / 1440;
		LightCurve curve = MadeCurve.quiet(80, cadence, 80e-6, 1)
			.transits(207.01 * cadence, 1001.2, 0.13, 0.0075)
			.curve();
		assertThat(signals(curve).get(0).verdict().reasons()).doesNotContain("asymmetry_sigma", "asymmetry_share");
	}

}
