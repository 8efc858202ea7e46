package io.exoscout.transit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dips that are there beyond doubt, but are few. */
class FewTransitShapeTests {

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

}
