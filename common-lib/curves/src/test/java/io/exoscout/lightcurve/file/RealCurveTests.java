package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.lightcurve.file.CurveReader.Reading;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** Curves that missions and people published. */
class RealCurveTests {

	@ParameterizedTest
	@CsvSource({ "tess/hlsp_tess-data-alerts_tess_phot_00025155310-s01_tess_v1_lc.fits,BTJD,COUNTS,20076,18103,2",
			"kplr010666592-2009131110544_slc.fits,BKJD,COUNTS,14280,14234,0.98",
			"k2/hlsp_k2sff_k2_lightcurve_201367065-c01_kepler_v1_llc.fits,BKJD,RELATIVE,3632,3337,29.42",
			"k2/ktwo206103150-c03_llc.fits,BKJD,COUNTS,3386,3080,29.42",
			"tess/wasp18b.fits,BTJD,RELATIVE,18299,18299,2", "k2/EPIC201367065.csv,RELATIVE,RELATIVE,3632,3632,29.42",
			"k2/wasp47.csv,RELATIVE,COUNTS,3386,3080,29.42", "k2/K2_138.csv,RELATIVE,RELATIVE,3862,3237,29.42",
			"k2/K2-32_lc.dat,BJD,RELATIVE,3664,3664,29.42", "eb/HD23642.dat,BJD,MAGNITUDES,2814,2814,29.42",
			"k2/ktwo210827030-c04_detrended.dat,RELATIVE,RELATIVE,2820,2820,29.42",
			"quiet/ktwo210359769-c04_detrended.dat.gz,RELATIVE,RELATIVE,2774,2774,29.42",
			"tess/toi175_lc_data.csv,RELATIVE,COUNTS,29881,25577,10",
			"tess/toi3505_sector_41_qlp.csv,BTJD,RELATIVE,3668,3526,10" })
	void eachIsReadForWhatItIs(String name, TimeSystem system, FluxUnit unit, int rows, int points, double cadence)
			throws IOException {
		Reading reading = CurveReader.read(List.of(RealCurves.source(name)), CurveOptions.DEFAULTS);
		FileReport file = reading.report().files().get(0);
		assertThat(file.timeSystem()).isEqualTo(system);
		assertThat(file.fluxUnit()).isEqualTo(unit);
		assertThat(file.rows()).isEqualTo(rows);
		assertThat(reading.curve().size()).isEqualTo(points);
		assertThat(reading.report().cadenceMinutes()).isCloseTo(cadence, within(0.01));
	}

	@Test
	void seventeenQuartersAreOneCurve() throws IOException {
		List<CurveSource> quarters = new ArrayList<>();
		Path first = RealCurves.path("kepler11/kplr006541920-2009166043257_llc.fits.gz");
		try (DirectoryStream<Path> files = Files.newDirectoryStream(first.getParent(), "*.fits.gz")) {
			files.forEach((file) -> quarters.add(CurveSource.of(file)));
		}
		Reading reading = CurveReader.read(quarters, CurveOptions.DEFAULTS);
		assertThat(reading.report().files()).hasSize(17);
		assertThat(reading.report().target()).isEqualTo("KIC 6541920");
		assertThat(reading.curve().span()).isCloseTo(1459, within(1.0));
		assertThat(reading.curve().segment(reading.curve().size() - 1)).isEqualTo(16);
		assertThat(reading.report().star()).isEqualTo(new HeaderStar(1.046, 5657.0, 4.364));
	}

	@Test
	void theSameDataAreTheSamePointsInFitsAndText() throws IOException {
		LightCurve fits = read("k2/ktwo206103150-c03_llc.fits");
		LightCurve text = read("k2/wasp47.csv");
		assertThat(text.times()).containsExactly(fits.times());
		for (int i = 0; i < fits.size(); i++) {
			assertThat(text.flux(i)).isCloseTo(fits.flux(i), within(1e-7));
		}
	}

	@Test
	void twoCurvesInOneFileAreNoticed() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read("tess/toi103_lightcurve.csv"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.AMBIGUOUS_TABLE))
			.withMessageContaining("interleaved");
	}

	@Test
	void aTableOfObjectsIsNoLightCurve() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read("tables/dr24_weakSecondary.csv"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.NO_TIME_COLUMN));
	}

	private static LightCurve read(String name) throws IOException {
		return CurveReader.read(List.of(RealCurves.source(name)), CurveOptions.DEFAULTS).curve();
	}

}
