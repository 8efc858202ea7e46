package io.exoscout.transit.detrend;

import java.util.Map;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.MadeCurve;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BiweightTests {

	private static final double CADENCE = 10.0 / 1440;

	@Test
	void aStraightLineIsItsOwnTrendUpToItsEnds() {
		Points points = Points.of(MadeCurve.quiet(10, CADENCE, 1e-7, 1).spots(4000, 1).curve());
		double[] trend = new Biweight(1, false).trend(points, new boolean[points.size()]);
		for (int i = 0; i < trend.length; i++) {
			assertThat(trend[i]).isCloseTo(points.fluxes()[i], within(2e-6));
		}
	}

	@Test
	void transitsKeepTheirDepthWithinFivePercent() {
		Points points = Points
			.of(MadeCurve.quiet(26, CADENCE, 200e-6, 2).spots(12, 0.003).transits(4, 1002, 0.25, 0.004).curve());
		Flattened flattened = Flattened.of(points, 1.5);
		double sum = 0;
		int count = 0;
		for (int i = 0; i < flattened.points().size(); i++) {
			double away = flattened.points().times()[i] - 2;
			away -= Math.rint(away / 4) * 4;
			if (Math.abs(away) < 0.12) {
				sum -= flattened.fluxes()[i];
				count++;
			}
		}
		assertThat(sum / count).isCloseTo(0.004, within(0.0002));
	}

	@Test
	void flaresAndSinglePointsAreLeftOut() {
		LightCurve quiet = MadeCurve.quiet(10, CADENCE, 200e-6, 3).curve();
		double[] fluxes = quiet.fluxes();
		fluxes[300] = 1.05;
		fluxes[301] = 1.02;
		fluxes[302] = 1.001;
		fluxes[500] = 0.9;
		Map<String, Integer> before = Flattened.of(Points.of(quiet), 1.0).leftOut();
		assertThat(Flattened.of(Points.of(quiet.withFluxes(fluxes)), 1.0).leftOut())
			.containsEntry("bright_outlier", before.get("bright_outlier") + 3)
			.containsEntry("faint_outlier", before.get("faint_outlier") + 1);
	}

	@Test
	void aFastRotatorGetsANarrowWindow() {
		assertThat(Flattened.of(Points.of(MadeCurve.quiet(26, CADENCE, 200e-6, 4).spots(1.9, 0.01).curve())).window())
			.isLessThan(1);
		assertThat(Flattened.of(Points.of(MadeCurve.quiet(26, CADENCE, 200e-6, 4).curve())).window()).isEqualTo(2);
	}

}
