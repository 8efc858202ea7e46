package io.exoscout.searcher.found;

import java.util.Arrays;
import java.util.Random;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.searcher.found.SearchPlots.FluxPlot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SearchPlotsTests {

	private static final double NOISE = 1e-3;

	/** Half an hour from point to point, nothing but noise. */
	private static final LightCurve LONG = curve(60_000);

	private static final FluxPlot PLOT = FluxPlot.of(LONG, new double[LONG.size()]);

	@Test
	void sampleOfALongCurveHasItsMean() {
		double mean = Arrays.stream(PLOT.sample()).mapToDouble((i) -> PLOT.flat()[i]).average().orElseThrow();
		assertThat(mean).isCloseTo(1, within(5 * NOISE / Math.sqrt(PLOT.sample().length)));
	}

	@Test
	void allThatIsShownLiesDeeperThanTheCurve() {
		double mean = Arrays.stream(PLOT.flat()).average().orElseThrow();
		assertThat(mean).isLessThan(1 - 0.1 * NOISE);
	}

	@Test
	void sampleFoldedByADayHasEveryHour() {
		long[] hours = new long[24];
		Arrays.stream(PLOT.sample()).forEach((i) -> hours[(int) Math.floor((PLOT.times()[i] % 1) * 24 + 1e-3) % 24]++);
		assertThat(Arrays.stream(hours).min().orElseThrow()).isGreaterThan(200);
	}

	@Test
	void deepestPointIsShown() {
		double deepest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < LONG.size(); i++) {
			deepest = Math.min(deepest, LONG.flux(i));
		}
		assertThat(Arrays.stream(PLOT.flat()).min().orElseThrow()).isCloseTo(deepest, within(1e-6));
	}

	@Test
	void ofAShortCurveEveryPointIsInTheSample() {
		LightCurve curve = curve(100);
		FluxPlot plot = FluxPlot.of(curve, new double[curve.size()]);
		assertThat(plot.times()).hasSize(100);
		assertThat(plot.sample()).hasSize(100);
	}

	private static LightCurve curve(int size) {
		Random random = new Random(3);
		double[] times = new double[size];
		double[] fluxes = new double[size];
		for (int i = 0; i < size; i++) {
			times[i] = i / 48.0;
			fluxes[i] = 1 + NOISE * random.nextGaussian();
		}
		return new LightCurve(TimeSystem.BTJD, times, fluxes, null, new int[size], null);
	}

}
