package io.exoscout.transit;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.problem.ProblemException;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class TransitSearchTests {

	private static final double CADENCE = 10.0 / 1440;

	private static final MadeCurve PLANET = MadeCurve.quiet(26, CADENCE, 500e-6, 1)
		.transits(3.21, 1001.5, 0.125, 0.003);

	private static final SearchResult FOUND = search(PLANET, SearchOptions.defaults());

	@Test
	void oneTimeFarFromTheOthersIsSaidAtOnce() {
		double[] times = IntStream.range(0, 200).mapToDouble((i) -> (i == 0) ? 0 : 2_459_000 + i / 48.0).toArray();
		double[] fluxes = new double[times.length];
		Arrays.fill(fluxes, 1);
		LightCurve curve = new LightCurve(TimeSystem.BJD, times, fluxes, null, new int[times.length], null);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> TransitSearch.check(curve, SearchOptions.defaults()))
			.returns(ErrorCode.TOO_COSTLY, ProblemException::code)
			.withMessageContaining("times in seconds");
	}

	@Test
	void aTransitIsFoundAndMeasured() {
		TransitSignal signal = first(FOUND);
		assertThat(signal.verdict().reasons()).isEmpty();
		assertThat(signal.period()).isCloseTo(3.21, within(1e-3));
		assertThat(signal.epoch()).isCloseTo(1001.5, within(5e-3));
		assertThat(signal.depthPpm()).isCloseTo(3000, within(150.0));
		assertThat(signal.durationHours()).isCloseTo(3, within(0.2));
		assertThat(signal.radiusRatio()).isCloseTo(Math.sqrt(0.003), within(0.006));
		assertThat(Math.abs(signal.period() - 3.21)).isLessThan(4 * signal.periodError());
	}

	@Test
	void noiseHoldsNoSignal() {
		SearchResult result = search(MadeCurve.quiet(26, CADENCE, 500e-6, 2), SearchOptions.defaults());
		assertThat(result.signals()).isEmpty();
		assertThat(result.ended()).isEqualTo("nothing_significant");
	}

	@Test
	void roundedFluxesHoldThePlanetAndNothingElse() {
		MadeCurve quiet = MadeCurve.quiet(26, CADENCE, 30e-6, 1).rounded(1e-4);
		assertThat(search(quiet, SearchOptions.defaults()).signals()).isEmpty();
		SearchResult result = search(
				MadeCurve.quiet(26, CADENCE, 30e-6, 1).transits(3.21, 1001.5, 0.125, 0.005).rounded(1e-4),
				SearchOptions.defaults());
		assertThat(first(result).verdict().reasons()).isEmpty();
		assertThat(first(result).period()).isCloseTo(3.21, within(1e-3));
		assertThat(first(result).depthPpm()).isCloseTo(5000, within(100.0));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 3, 5, 7 })
	void noPeriodIsInventedForOneTransit(long seed) {
		SearchResult result = search(MadeCurve.quiet(26, CADENCE, 1e-3, seed).transits(500, 1003 + seed, 0.29, 0.0023),
				SearchOptions.defaults());
		assertThat(first(result).singleEvent()).isTrue();
	}

	@Test
	void oneJumpDuringOneOfManyTransitsHidesNoPlanet() {
		MadeCurve jump = MadeCurve.quiet(26, CADENCE, 500e-6, 6)
			.transits(1.3, 1000.6, 0.1, 0.0015)
			.transits(500, 1000.6 + 6 * 1.3, 0.2, 0.01);
		assertThat(search(jump, SearchOptions.defaults()).candidates()).extracting(TransitSignal::period)
			.anySatisfy((period) -> assertThat(period).isCloseTo(1.3, within(1e-3)));
	}

	@Test
	void twoPlanetsAreTwoSignals() {
		SearchResult result = search(PLANET.transits(7.7, 1004.2, 0.15, 0.002), SearchOptions.defaults());
		assertThat(result.candidates()).extracting(TransitSignal::period)
			.satisfiesExactly((one) -> assertThat(one).isCloseTo(3.21, within(2e-3)),
					(other) -> assertThat(other).isCloseTo(7.7, within(5e-3)));
	}

	@Test
	void oneTransitHasNoPeriod() {
		SearchResult result = search(MadeCurve.quiet(26, CADENCE, 300e-6, 3).transits(500, 1009, 0.3, 0.003),
				SearchOptions.defaults());
		TransitSignal signal = first(result);
		assertThat(signal.singleEvent()).isTrue();
		assertThat(signal.period()).isNull();
		assertThat(signal.epoch()).isCloseTo(1009, within(0.01));
		assertThat(signal.transits()).isEqualTo(1);
	}

	@Test
	void eclipsesOfTwoDepthsAreTwoStarsAtTheirWholePeriod() {
		SearchResult result = search(MadeCurve.quiet(26, CADENCE, 500e-6, 4)
			.transits(3, 1001, 0.125, 0.02)
			.transits(3, 1002.5, 0.125, 0.012), SearchOptions.defaults());
		assertThat(first(result).period()).isCloseTo(3, within(1e-3));
		assertThat(first(result).verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
		assertThat(first(result).verdict().reasons()).contains("secondary_excess");
	}

	@Test
	void atHalfOfTheirPeriodTwoStarsAreFoundOutToo() {
		SearchOptions half = new SearchOptions(null, 1.0, 2.0, 1, null, 1);
		SearchResult result = search(MadeCurve.quiet(26, CADENCE, 500e-6, 4)
			.transits(3, 1001, 0.125, 0.02)
			.transits(3, 1002.5, 0.125, 0.012), half);
		assertThat(first(result).period()).isCloseTo(1.5, within(1e-3));
		assertThat(first(result).verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
		assertThat(first(result).verdict().reasons()).contains("odd_even_sigma");
	}

	@Test
	void spotsDoNotHideATransitOrEatIt() {
		SearchResult result = search(PLANET.spots(1.9, 0.01), SearchOptions.defaults());
		assertThat(first(result).period()).isCloseTo(3.21, within(1e-3));
		assertThat(first(result).depthPpm()).isCloseTo(3000, within(150.0));
		assertThat(result.grid().windowDays()).isLessThan(1);
	}

	@Test
	void spotsAreNoCandidate() {
		MadeCurve star = MadeCurve.quiet(26, CADENCE, 300e-6, 5).spots(0.61, 0.02);
		assertThat(search(star, SearchOptions.defaults()).candidates()).isEmpty();
	}

	@Test
	void theGridIsSaidAndKept() {
		SearchOptions options = new SearchOptions(1.0, 2.0, 5.0, 1, new StarSize(0.5, 0.5, 3800), 1);
		SearchResult result = search(PLANET, options);
		assertThat(result.grid().periodMin()).isCloseTo(2, within(0.01)).isLessThanOrEqualTo(2);
		assertThat(result.grid().periodMax()).isEqualTo(5, within(1e-9));
		assertThat(result.grid().windowDays()).isEqualTo(1);
		assertThat(result.grid().starRadius()).isEqualTo(0.5);
		assertThat(Arrays.stream(result.periodogram().periods())).allMatch((period) -> period > 1.99 && period < 5.01);
	}

	@Test
	void aPeriodThatCanNotBeSeenTwiceIsRefused() {
		SearchOptions options = new SearchOptions(null, null, 200.0, 6, null, 1);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> search(PLANET, options))
			.withMessageContaining("period_max is 200.0")
			.withMessageContaining("seen twice");
	}

	@Test
	void whatTheWatchThrowsEndsTheSearch() {
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> TransitSearch.search(PLANET.curve(), SearchOptions.defaults(), (share, message) -> {
				if (share > 0.02) {
					throw new CancellationException();
				}
			}));
	}

	@Test
	void anyNumberOfThreadsGivesTheSame() {
		SearchOptions many = new SearchOptions(null, null, null, 6, null, 16);
		assertThat(search(PLANET, many).signals()).isEqualTo(FOUND.signals());
	}

	@Test
	void theScaleOfTheFluxDoesNotMatter() {
		assertThat(
				TransitSearch.search(PLANET.curve(0, 12345.6), SearchOptions.defaults(), SearchWatch.NOBODY).signals())
			.isEqualTo(FOUND.signals());
	}

	@Test
	void whatTimesCountFromMovesTheEpochAlone() {
		TransitSignal moved = first(
				TransitSearch.search(PLANET.curve(4096, 1), SearchOptions.defaults(), SearchWatch.NOBODY));
		TransitSignal signal = first(FOUND);
		assertThat(moved.diagnostics()).isEqualTo(signal.diagnostics());
		assertThat(moved.period()).isEqualTo(signal.period());
		assertThat(moved.epoch()).isCloseTo(signal.epoch() + 4096, within(1e-9));
	}

	@Test
	void theModelIsTheTrapezoid() {
		TransitSignal signal = first(FOUND);
		assertThat(signal.model(signal.epoch() + 2 * signal.period())).isEqualTo(1 - signal.depthPpm() / 1e6);
		assertThat(signal.model(signal.epoch() + signal.period() / 2)).isEqualTo(1);
	}

	private static SearchResult search(MadeCurve curve, SearchOptions options) {
		return TransitSearch.search(curve.curve(), options, SearchWatch.NOBODY);
	}

	private static TransitSignal first(SearchResult result) {
		assertThat(result.signals()).isNotEmpty();
		return result.signals().get(0);
	}

}
