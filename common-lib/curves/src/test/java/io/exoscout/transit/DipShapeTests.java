package io.exoscout.transit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dips that look little like transits. */
class DipShapeTests {

	private static final double CADENCE = 10.0 / 1440;

	private static final double DURATION = 0.15;

	private static final SearchOptions ONE = new SearchOptions(null, 8.0, 9.0, 1, null, 1);

	private static MadeCurve quiet() {
		return MadeCurve.quiet(26, CADENCE, 1e-3, 3);
	}

	private static TransitSignal first(MadeCurve curve) {
		return TransitSearch.search(curve.curve(), ONE, SearchWatch.NOBODY).signals().get(0);
	}

	/** By up to half an hour, as those of Kepler-9 and TOI-216 do. */
	@Test
	void transitsThatComeEarlyAndLateAreThoseOfAPlanet() {
		TransitSignal signal = first(quiet().transits(500, 1003, DURATION, 0.01)
			.transits(500, 1011.53, DURATION, 0.01)
			.transits(500, 1020, DURATION, 0.01));
		assertThat(signal.transits()).isEqualTo(3);
		assertThat(signal.diagnostics().get("mes")).isGreaterThan(50);
		assertThat(signal.verdict().reasons()).isEmpty();
	}

	/** In its middle all light is there. */
	@Test
	void aDipThatIsNoTrapezoidIsNoTransit() {
		TransitSignal signal = first(quiet().transits(8.5, 1002.92, 0.08, 0.01).transits(8.5, 1003.08, 0.08, 0.01));
		assertThat(signal.transits()).isEqualTo(3);
		assertThat(signal.verdict().reasons()).contains("misfit_share");
	}

	/** Nobody said how large the star is; but a dip of 20 hours tells. */
	@Test
	void whatLastsSoLongAsOnlyAGiantWouldTakeIsTooLargeForAPlanet() {
		MadeCurve longDips = MadeCurve.quiet(26, CADENCE, 3e-3, 3).transits(8.5, 1003, 0.8, 0.006);
		TransitSignal signal = first(longDips);
		assertThat(signal.diagnostics().get("mes")).isLessThan(50);
		assertThat(signal.diagnostics().get("planet_radius_by_duration")).isGreaterThan(22);
		assertThat(signal.verdict().reasons()).contains("planet_radius_by_duration");
		TransitSignal shorter = first(MadeCurve.quiet(26, CADENCE, 3e-3, 3).transits(8.5, 1003, 0.2, 0.006));
		assertThat(shorter.verdict().reasons()).isEmpty();
	}

	/** Dips that come now and then, and not from the star's light being covered. */
	@Test
	void aFitOfSomeTransitsThatLeavesMoreThanNoiseIsDoubted() {
		MadeCurve ragged = MadeCurve.quiet(26, CADENCE, 1e-3, 3)
			.transits(4.2, 1001.7, 0.13, 0.0015)
			.transits(8.4, 1001.68, 0.02, 0.016)
			.transits(8.4, 1005.93, 0.02, 0.016);
		TransitSignal signal = TransitSearch
			.search(ragged.curve(), new SearchOptions(null, 4.0, 4.4, 1, null, 1), SearchWatch.NOBODY)
			.signals()
			.get(0);
		assertThat(signal.transits()).isGreaterThan(3);
		assertThat(signal.diagnostics().get("trapezoid_chi_square")).isGreaterThan(6);
		assertThat(signal.diagnostics().get("mes")).isLessThan(50);
		assertThat(signal.verdict().reasons()).contains("trapezoid_chi_square");
	}

}
