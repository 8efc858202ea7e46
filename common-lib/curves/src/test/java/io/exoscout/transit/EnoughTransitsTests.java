package io.exoscout.transit;

import java.util.stream.IntStream;

import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.TrapezoidFit;
import io.exoscout.transit.fit.Weighted;
import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How much of a planet has to be seen. */
class EnoughTransitsTests {

	private static final double CADENCE = 10.0 / 1440;

	private static final double DURATION = 0.15;

	/** With a gap from 1013 to 1014. */
	private static MadeCurve planet(double period, double epoch) {
		return MadeCurve.quiet(26, CADENCE, 500e-6, 3).transits(period, epoch, DURATION, 0.003);
	}

	private static TransitSignal first(MadeCurve curve, SearchOptions options) {
		return TransitSearch.search(curve.curve(), options, SearchWatch.NOBODY).signals().get(0);
	}

	@Test
	void twoTransitsAreEnoughWhereThereCanBeNoThird() {
		TransitSignal signal = first(planet(15.02, 1003.35), new SearchOptions(null, 14.0, 16.0, 1, null, 1));
		assertThat(signal.diagnostics()).containsEntry("transits_expected", 2.0);
		assertThat(signal.verdict().reasons()).isEmpty();
	}

	@Test
	void twoTransitsAreNotEnoughWhereAThirdOneMayBeInAGap() {
		TransitSignal signal = first(planet(12.6, 1000.9), new SearchOptions(null, 12.0, 13.0, 1, null, 1));
		assertThat(signal.period()).isCloseTo(12.6, within(0.01));
		assertThat(signal.transits()).isEqualTo(2);
		assertThat(signal.verdict().reasons()).contains("transits");
	}

	@Test
	void twoTransitsBeyondDoubtAreEnoughThoughAThirdOneLiesInAGap() {
		MadeCurve curve = MadeCurve.quiet(26, CADENCE, 500e-6, 3).transits(12.6, 1000.9, DURATION, 0.006);
		TransitSignal signal = first(curve, new SearchOptions(null, 12.0, 13.0, 1, null, 1));
		assertThat(signal.transits()).isEqualTo(2);
		assertThat(signal.diagnostics()).containsEntry("transits_expected", 3.0);
		assertThat(signal.diagnostics().get("mes")).isGreaterThan(50);
		assertThat(signal.verdict().reasons()).isEmpty();
	}

	/** The end of the curve cuts a third one. */
	@Test
	void twoWholeTransitsAreNotDoubtedSinceMoreWasSeen() {
		TransitSignal signal = first(planet(12, 1002.97), new SearchOptions(null, 11.5, 12.5, 1, null, 1));
		assertThat(signal.transits()).isEqualTo(3);
		assertThat(signal.diagnostics()).containsEntry("transits_expected", 3.0)
			.containsEntry("whole_transits", 2.0)
			.containsEntry("whole_expected", 2.0);
		assertThat(signal.verdict().reasons()).isEmpty();
	}

	@Test
	void transitsBesideGapsDoNotCountAsWhole() {
		MadeCurve curve = MadeCurve.quiet(26, CADENCE, 500e-6, 3).transits(6.3, 1002.1, DURATION, 0.002);
		SearchOptions options = new SearchOptions(null, 6.0, 6.6, 1, null, 1);
		assertThat(first(curve, options).verdict().reasons()).isEmpty();
		// two of four end where a gap begins
		MadeCurve cut = curve.without((time) -> time > 1002.17 && time < 1003 || time > 1008.47 && time < 1009.3);
		TransitSignal signal = first(cut, options);
		assertThat(signal.transits()).isEqualTo(4);
		assertThat(signal.diagnostics()).containsEntry("whole_transits", 2.0);
		assertThat(signal.verdict().reasons()).contains("whole_transits");
	}

	@Test
	void shortGapsBeforeAndAfterATransitAreAsBadAsALongOne() {
		MadeCurve cut = planet(6.3, 1002.1).without((time) -> {
			double away = Math.abs(time - ((time < 1005) ? 1002.1 : 1008.4));
			return away > 0.095 && away < 0.16;
		});
		TransitSignal signal = first(cut, new SearchOptions(null, 6.0, 6.6, 1, null, 1));
		assertThat(signal.transits()).isEqualTo(4);
		assertThat(signal.diagnostics()).containsEntry("whole_transits", 2.0);
	}

	/** As where a fifth or a third of the points are flagged. */
	@Test
	void transitsOfWhichPointsAreMissingHereAndThereAreWhole() {
		MadeCurve curve = planet(6.3, 1002.1)
			.without((time) -> Math.floorMod(Math.round((time - 1000) / CADENCE), 10) % 3 == 1);
		TransitSignal signal = first(curve, new SearchOptions(null, 6.0, 6.6, 1, null, 1));
		assertThat(signal.diagnostics()).containsEntry("whole_transits", 4.0);
		assertThat(signal.verdict().reasons()).isEmpty();
	}

	/** Dips that are no trapezoids, but so much like them that two of them would do. */
	@Test
	void ofTwoTransitsOneThatEndsInAGapConfirmsNothing() {
		MadeCurve curve = planet(15.02, 1003.35).transits(15.02, 1003.32, 0.03, 0.0025);
		SearchOptions options = new SearchOptions(null, 14.0, 16.0, 1, null, 1);
		assertThat(first(curve, options).diagnostics().get("trapezoid_chi_square")).isBetween(2.0, 4.0);
		assertThat(first(curve, options).verdict().reasons()).doesNotContain("trapezoid_chi_square");
		MadeCurve cut = curve.without((time) -> time > 1018.42 && time < 1019.3);
		assertThat(first(cut, options).diagnostics()).containsEntry("whole_transits", 1.0);
		assertThat(first(cut, options).verdict().reasons()).contains("trapezoid_chi_square");
	}

	@Test
	void whatIsLongerThanHalfOfTheFiltersWindowIsLeftOfATrend() {
		MadeCurve curve = MadeCurve.quiet(26, CADENCE, 500e-6, 3).transits(3.21, 1001.5, DURATION, 0.0015);
		SearchOptions narrow = new SearchOptions(0.25, 3.0, 3.4, 1, null, 1);
		assertThat(first(curve, narrow).verdict().reasons()).contains("duration_over_window");
		assertThat(first(curve, new SearchOptions(null, 3.0, 3.4, 1, null, 1)).verdict().reasons()).isEmpty();
	}

	@Test
	void whatIsBeyondDoubtIsNotLeftOfATrend() {
		MadeCurve curve = planet(3.21, 1001.5);
		TransitSignal signal = first(curve, new SearchOptions(0.28, 3.0, 3.4, 1, null, 1));
		assertThat(signal.diagnostics().get("duration_over_window")).isGreaterThan(0.5);
		assertThat(signal.verdict().reasons()).isEmpty();
	}

	/** Or nobody would see that it lies beside them; two stars may well have a planet. */
	@Test
	void aFalseAlarmIsLeftOutButForTheNeighbourhoodOfTransitsAndTwoStarsAre() {
		double[] times = IntStream.range(0, 1000).mapToDouble((i) -> i * CADENCE).toArray();
		double[] weights = IntStream.range(0, 1000).mapToDouble((i) -> 4).toArray();
		EarlierSignals known = new EarlierSignals(times, CADENCE);
		TransitEphemeris dip = TransitEphemeris.single(3, DURATION);
		TransitEphemeris transit = TransitEphemeris.single(5, DURATION);
		TransitEphemeris eclipse = TransitEphemeris.single(6, DURATION);
		Trapezoid shape = new Trapezoid(0.003, DURATION, 0.1);
		known.add(new TrapezoidFit(dip, shape, new double[5], 1), VerdictKind.FALSE_ALARM);
		known.add(new TrapezoidFit(transit, shape, new double[5], 1), VerdictKind.CANDIDATE);
		known.add(new TrapezoidFit(eclipse, shape, new double[5], 1), VerdictKind.FALSE_POSITIVE);
		double[] fluxes = new double[times.length];
		Weighted searched = known.without(fluxes, weights);
		Weighted beside = known.beside(fluxes, weights);
		int inDip = (int) Math.round(3 / CADENCE);
		int inTransit = (int) Math.round(5 / CADENCE);
		assertThat(searched.weights()[inDip]).isZero();
		assertThat(searched.weights()[inTransit]).isEqualTo(4);
		assertThat(beside.weights()[inDip]).isEqualTo(4);
		assertThat(beside.weights()[inTransit]).isEqualTo(4);
		int inEclipse = (int) Math.round(6 / CADENCE);
		assertThat(searched.weights()[inEclipse]).isZero();
		assertThat(beside.weights()[inEclipse]).isZero();
		assertThat(weights).containsOnly(4);
		assertThat(searched.fluxes()[inTransit]).isEqualTo(beside.fluxes()[inTransit]).isCloseTo(0.003, within(1e-9));
		assertThat(beside.fluxes()[inDip]).isZero();
	}

}
