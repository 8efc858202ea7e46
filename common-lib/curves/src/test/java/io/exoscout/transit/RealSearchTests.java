package io.exoscout.transit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.lightcurve.file.CurveReader;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.lightcurve.file.RealCurves;
import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Curves of missions whose planets are known, and of stars that have none. */
class RealSearchTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			tess/hlsp_tess-data-alerts_tess_phot_00025155310-s01_tess_v1_lc.fits; 3.2888
			tess/tess2018234235059-s0002-0000000402026209-0121-s_lc.fits; 1.33823
			tess/wasp18b.fits; 0.94145
			kplr010666592-2009131110544_slc.fits; 2.204735
			k2/EPIC201367065.csv; 10.0546, 24.6467, 44.556
			k2/hlsp_k2sff_k2_lightcurve_201367065-c01_kepler_v1_llc.fits; 10.0546, 24.6467, 44.556
			k2/ktwo206103150-c03_llc.fits; 4.15915, 9.0305, 0.78961
			k2/K2-32_lc.dat; 8.992, 20.661, 31.717, 4.3493
			k2/K2_138.csv; 3.56004, 12.75758, 8.26146, 5.40479, 2.35309, 41.97
			tess/toi175_lc_data.csv; 3.69068, 7.45073, 2.25311
			tess/toi3505_sector_54_qlp.csv; 2.91516
			""")
	void everyPlanetThatIsKnownIsACandidate(String name, String periods) throws IOException {
		String[] all = periods.split(", *");
		List<Double> found = search(name, all.length).candidates()
			.stream()
			.map(TransitSignal::period)
			.filter((period) -> period != null)
			.toList();
		for (String period : all) {
			double known = Double.parseDouble(period);
			assertThat(found).as("%s days among %s", period, found)
				.anyMatch((each) -> Math.abs(each / known - 1) < 4e-4);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ktwo210359769", "ktwo210432080", "ktwo210517837", "ktwo210579563", "ktwo210643507",
			"ktwo210718930", "ktwo210736105" })
	void aStarWithoutPlanetsHasNoCandidate(String star) throws IOException {
		assertThat(search("quiet/" + star + "-c04_detrended.dat.gz", SearchOptions.MAX_SIGNALS).candidates()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "quiet/tess2018206045859-s0001-0000000358108509-0120-s_lc.fits",
			"quiet/kplr010002792-2009259160929_llc.fits", "quiet/kplr010002792-2010174085026_llc.fits" })
	void aFlaringStarHasNoCandidate(String name) throws IOException {
		assertThat(search(name, SearchOptions.MAX_SIGNALS).candidates()).isEmpty();
	}

	@Test
	void twoStarsAreNoPlanetAtTheirPeriod() throws IOException {
		TransitSignal signal = search("eb/HD23642.dat", 1).signals().get(0);
		assertThat(signal.period()).isCloseTo(2.46113, within(2e-4));
		assertThat(signal.verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
	}

	@Test
	void twoStarsAreNoPlanetAtHalfOfTheirPeriod() throws IOException {
		SearchOptions half = new SearchOptions(null, 1.0, 1.5, 1, null, 1);
		TransitSignal signal = TransitSearch.search(curve("eb/HD23642.dat"), half, SearchWatch.NOBODY).signals().get(0);
		assertThat(signal.period()).isCloseTo(1.230565, within(2e-4));
		assertThat(signal.verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
	}

	@Test
	void anOrbitWithinTheStarIsNone() throws IOException {
		TransitSignal signal = search("k2/ktwo210827030-c04_detrended.dat", 1).signals().get(0);
		assertThat(signal.period()).isCloseTo(0.5111, within(1e-4));
		assertThat(signal.verdict().kind()).isEqualTo(VerdictKind.FALSE_POSITIVE);
	}

	@ParameterizedTest
	@CsvSource({ "tess/tic55525572_lc.fits,1454.7",
			"tess/hlsp_tess-data-alerts_tess_phot_00055652896-s01_tess_v1_lc.fits,1331.28" })
	void aTransitThatWasSeenOnceIsACandidateWithoutAPeriod(String name, double epoch) throws IOException {
		TransitSignal signal = search(name, 1).signals().get(0);
		assertThat(signal.verdict().kind()).as("%s", signal.verdict().tests()).isEqualTo(VerdictKind.CANDIDATE);
		assertThat(signal.singleEvent()).isTrue();
		assertThat(signal.period()).isNull();
		assertThat(signal.epoch()).isCloseTo(epoch, within(0.1));
	}

	@Test
	void theOuterPlanetsOfKepler90AreSingleEvents() throws IOException {
		List<TransitSignal> signals = TransitSearch.search(CurveReader
			.read(List.of(RealCurves.source("kepler-11442793-kepler90-2009350155506-llc.fits"),
					RealCurves.source("kepler-11442793-kepler90-2010009091648-llc.fits"),
					RealCurves.source("kepler-11442793-kepler90-2010174085026-llc.fits")), CurveOptions.DEFAULTS)
			.curve(), upTo(3), SearchWatch.NOBODY).signals();
		assertThat(signals.subList(0, 2)).allMatch(TransitSignal::singleEvent);
		assertThat(signals.get(0).epoch()).isCloseTo(472.1, within(0.1));
		assertThat(signals.get(1).epoch()).isCloseTo(357.6, within(0.1));
		assertThat(signals.get(2).period()).isCloseTo(59.737, within(0.02));
	}

	@Test
	void sixPlanetsOfKepler11AreFoundInSixPasses() throws IOException {
		List<CurveSource> quarters = new ArrayList<>();
		Path first = RealCurves.path("kepler11/kplr006541920-2009166043257_llc.fits.gz");
		try (DirectoryStream<Path> files = Files.newDirectoryStream(first.getParent(), "*.fits.gz")) {
			files.forEach((file) -> quarters.add(CurveSource.of(file)));
		}
		LightCurve curve = CurveReader.read(quarters, CurveOptions.DEFAULTS).curve();
		SearchOptions two = new SearchOptions(null, null, null, 6, null, 2);
		List<TransitSignal> signals = TransitSearch.search(curve, two, SearchWatch.NOBODY).candidates();
		assertThat(signals).hasSize(6);
		for (double known : new double[] { 31.9955, 22.6872, 13.0249, 118.3787, 46.6856, 10.3040 }) {
			assertThat(signals).as("%s days", known)
				.anyMatch((signal) -> signal.period() != null && Math.abs(signal.period() / known - 1) < 1e-4);
		}
	}

	/** As many signals as matter: each takes another search of all periods. */
	private static SearchResult search(String name, int signals) throws IOException {
		return TransitSearch.search(curve(name), upTo(signals), SearchWatch.NOBODY);
	}

	private static SearchOptions upTo(int signals) {
		return new SearchOptions(null, null, null, signals, null, 1);
	}

	private static LightCurve curve(String name) throws IOException {
		return CurveReader.read(List.of(RealCurves.source(name)), CurveOptions.DEFAULTS).curve();
	}

}
