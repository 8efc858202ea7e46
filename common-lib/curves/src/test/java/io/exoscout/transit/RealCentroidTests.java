package io.exoscout.transit;

import java.io.IOException;
import java.util.List;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.LightCurve.Centroids;
import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.lightcurve.file.CurveReader;
import io.exoscout.lightcurve.file.RealCurves;
import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Where the light of real stars falls while planets pass, and while others dim. */
class RealCentroidTests {

	private static final String WASP_126 = "tess/hlsp_tess-data-alerts_tess_phot_00025155310-s01_tess_v1_lc.fits";

	private static final SearchOptions ONE = new SearchOptions(null, null, null, 1, null, 1);

	private static LightCurve curve(String name) throws IOException {
		return CurveReader.read(List.of(RealCurves.source(name)), CurveOptions.DEFAULTS).curve();
	}

	@ParameterizedTest
	@ValueSource(strings = { WASP_126, "tess/tess2018234235059-s0002-0000000402026209-0121-s_lc.fits",
			"kplr010666592-2009131110544_slc.fits", "k2/ktwo206103150-c03_llc.fits" })
	void aPlanetIsWhereItsStarIs(String name) throws IOException {
		TransitSignal signal = TransitSearch.search(curve(name), ONE, SearchWatch.NOBODY).signals().get(0);
		assertThat(signal.verdict().tests()).anyMatch((test) -> test.name().equals("centroid_offset_pixels"));
		assertThat(signal.verdict().kind()).isEqualTo(VerdictKind.CANDIDATE);
	}

	/** Eclipses of a star four pixels away, in the real noise of another. */
	@Test
	void eclipsesBesideTheStarAreAFalsePositive() throws IOException {
		LightCurve real = curve(WASP_126);
		Centroids places = real.centroids();
		assertThat(places).isNotNull();
		double[] fluxes = real.fluxes();
		double[] columns = places.columns().clone();
		double[] rows = places.rows().clone();
		for (int i = 0; i < fluxes.length; i++) {
			double away = Math.IEEEremainder(real.time(i) - real.time(0) - 0.9, 1.71);
			double depth = 0.02 * Math.max(0, Math.min(1, (0.06 - Math.abs(away)) / 0.02));
			fluxes[i] *= 1 - depth;
			columns[i] -= 3.2 * depth / (1 - depth);
			rows[i] += 2.4 * depth / (1 - depth);
		}
		LightCurve blended = new LightCurve(real.system(), real.times(), fluxes, null, real.segments(),
				new Centroids(columns, rows));
		TransitSignal signal = TransitSearch.search(blended, ONE, SearchWatch.NOBODY).signals().get(0);
		assertThat(signal.period()).isCloseTo(1.71, within(1e-3));
		assertThat(signal.diagnostics().get("centroid_offset_pixels")).isCloseTo(4, within(0.6));
		assertThat(signal.verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
		assertThat(signal.verdict().reasons()).containsExactly("centroid_offset_pixels");
	}

}
