package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.exoscout.fits.MadeFits;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.lightcurve.file.CurveReader.Reading;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FitsCurveTests {

	private static final List<String> COLUMNS = List.of("TIME", "SAP_FLUX", "PDCSAP_FLUX", "SAP_QUALITY");

	@Test
	void readsWhatWasCorrectedFurthest() throws IOException {
		Reading reading = read(mission("LIGHTCURVE"));
		assertThat(reading.curve().system()).isEqualTo(TimeSystem.BKJD);
		assertThat(reading.report().files().get(0).columns()).containsEntry("flux", "PDCSAP_FLUX");
		assertThat(reading.report().target()).isEqualTo("KIC 1");
	}

	@Test
	void aStarOfNoSizeIsNoStar() throws IOException {
		HeaderStar star = read(mission("LIGHTCURVE")).report().star();
		assertThat(star).isNotNull();
		assertThat(star.radius()).as("the header says 0").isNull();
		assertThat(star.teff()).isEqualTo(5777);
	}

	@Test
	void ofManyAperturesTheBestIsRead() throws IOException {
		byte[] file = begin().table("BESTAPER", COLUMNS, rows(1), bkjd())
			.table("CIRC_APER0", COLUMNS, rows(2), bkjd())
			.bytes();
		assertThat(read(file).report().files().get(0).table()).isEqualTo("1 BESTAPER");
	}

	@Test
	void severalTablesOfWhichNoneIsTheBestAreRefused() {
		byte[] file = begin().table("A", COLUMNS, rows(1), bkjd()).table("B", COLUMNS, rows(2), bkjd()).bytes();
		assertThat(refusal(file).code()).isEqualTo(ErrorCode.AMBIGUOUS_TABLE);
	}

	@Test
	void targetPixelsAreNoLightCurve() {
		byte[] file = begin().header(List.of("XTENSION= 'BINTABLE'", MadeFits.card("BITPIX", 8),
				MadeFits.card("NAXIS", 2), MadeFits.card("NAXIS1", 8 + 30 * 4), MadeFits.card("NAXIS2", 1),
				MadeFits.card("PCOUNT", 0), MadeFits.card("GCOUNT", 1), MadeFits.card("TFIELDS", 2),
				MadeFits.card("TTYPE1", "TIME"), MadeFits.card("TFORM1", "D"), MadeFits.card("TTYPE2", "FLUX"),
				MadeFits.card("TFORM2", "30E"), MadeFits.card("TDIM2", "(5,6)")), true)
			.data(new byte[128])
			.bytes();
		ProblemException refusal = refusal(file);
		assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_A_LIGHT_CURVE);
		assertThat(refusal.detail()).contains("target pixels");
	}

	@Test
	void anImageIsNoLightCurve() {
		byte[] file = begin().header(List.of("XTENSION= 'IMAGE   '", MadeFits.card("BITPIX", -32),
				MadeFits.card("NAXIS", 2), MadeFits.card("NAXIS1", 10), MadeFits.card("NAXIS2", 10),
				MadeFits.card("PCOUNT", 0), MadeFits.card("GCOUNT", 1)), true)
			.data(new byte[400])
			.bytes();
		assertThat(refusal(file).code()).isEqualTo(ErrorCode.NOT_A_LIGHT_CURVE);
	}

	@Test
	void aTableWithoutTimesIsRefusedByName() {
		byte[] file = begin().table("LIGHTCURVE", List.of("PHASE", "FLUX"), new double[60][2]).bytes();
		assertThat(refusal(file).code()).isEqualTo(ErrorCode.NO_TIME_COLUMN);
	}

	@Test
	void moreRowsThanAreSearchedAreRefusedAtOnce() {
		List<String> cards = List.of("XTENSION= 'BINTABLE'", MadeFits.card("BITPIX", 8), MadeFits.card("NAXIS", 2),
				MadeFits.card("NAXIS1", 16), MadeFits.card("NAXIS2", 2_000_000_000L), MadeFits.card("PCOUNT", 0),
				MadeFits.card("GCOUNT", 1), MadeFits.card("TFIELDS", 2), MadeFits.card("TTYPE1", "TIME"),
				MadeFits.card("TFORM1", "D"), MadeFits.card("TTYPE2", "FLUX"), MadeFits.card("TFORM2", "D"));
		assertThat(refusal(begin().header(cards, true).bytes()).code()).isEqualTo(ErrorCode.TOO_MANY_POINTS);
	}

	@Test
	void aFileCutWithinItsTableIsTruncated() {
		byte[] file = mission("LIGHTCURVE");
		assertThat(refusal(Arrays.copyOf(file, file.length - 2880)).code()).isEqualTo(ErrorCode.TRUNCATED_FITS);
		assertThat(refusal(Arrays.copyOf(file, 2880)).code()).isEqualTo(ErrorCode.TRUNCATED_FITS);
	}

	@Test
	void aPackedFileCutIsTruncatedToo() {
		byte[] packed = new MadeSource("a.fits", mission("LIGHTCURVE")).packed().bytes();
		for (int length = 200; length < packed.length; length += 37) {
			assertThat(refusal(Arrays.copyOf(packed, length)).code()).as("cut at " + length)
				.isIn(ErrorCode.TRUNCATED_FITS, ErrorCode.BROKEN_GZIP);
		}
	}

	@Test
	void withoutQualityEveryPointCounts() throws IOException {
		byte[] file = begin().table("LIGHTCURVE", List.of("TIME", "FLUX"), pairs(1), bkjd()).bytes();
		assertThat(read(file).curve().size()).isEqualTo(400);
	}

	@Test
	void aTableWithoutAnyFluxIsRefused() {
		byte[] file = begin().table("LIGHTCURVE", List.of("TIME", "FLUX"), pairs(Double.NaN), bkjd()).bytes();
		assertThat(refusal(file).code()).isEqualTo(ErrorCode.NO_FINITE_FLUX);
	}

	@Test
	void aColumnForTwoUsesIsReadOnce() throws IOException {
		double[][] rows = rows(1);
		Arrays.setAll(rows, (i) -> new double[] { i * 0.02, 7, 8, 1 + i % 5 });
		byte[] file = begin().table("LIGHTCURVE", List.of("TIME", "YPOS", "FLUX", "XPOS"), rows, bkjd()).bytes();
		CurveOptions options = new CurveOptions("XPOS", FluxUnit.COUNTS, null, null, null);
		LightCurve curve = CurveReader.read(List.of(new MadeSource("curve.fits", file)), options).curve();
		assertThat(curve.time(399)).isEqualTo(399 * 0.02);
		assertThat(curve.flux(399) / curve.flux(0)).isCloseTo(5, within(1e-12));
	}

	@Test
	void filesOfDifferentStarsAreRefused() {
		MadeSource one = new MadeSource("a.fits", mission("LIGHTCURVE"));
		MadeSource other = new MadeSource("b.fits",
				MadeFits.begin(MadeFits.card("OBJECT", "KIC 2"))
					.table("LIGHTCURVE", COLUMNS, rows(50), bkjd())
					.bytes());
		assertThat(refusal(one, other).detail()).contains("KIC 1").contains("KIC 2");
	}

	private static MadeFits begin() {
		return MadeFits.begin(MadeFits.card("OBJECT", "KIC 1"), MadeFits.card("RADIUS", 0),
				MadeFits.card("TEFF", 5777));
	}

	private static byte[] mission(String name) {
		return begin().table(name, COLUMNS, rows(1), bkjd()).bytes();
	}

	private static String bkjd() {
		return MadeFits.card("BJDREFI", 2454833);
	}

	private static double[][] pairs(double factor) {
		double[][] rows = new double[400][];
		Arrays.setAll(rows, (i) -> new double[] { i * 0.02, factor * (1 + i % 5) });
		return rows;
	}

	private static double[][] rows(int from) {
		double[][] rows = new double[400][];
		Arrays.setAll(rows, (i) -> new double[] { from * 100 + i * 0.02, 100 + i % 3, 200 + i % 7, 0 });
		return rows;
	}

	private static Reading read(byte[] file) throws IOException {
		return CurveReader.read(List.of(new MadeSource("curve.fits", file)), CurveOptions.DEFAULTS);
	}

	private static ProblemException refusal(byte[] file) {
		return refusal(new MadeSource("curve.fits", file));
	}

	private static ProblemException refusal(MadeSource... files) {
		try {
			CurveReader.read(List.of(files), CurveOptions.DEFAULTS);
		}
		catch (ProblemException ex) {
			return ex;
		}
		catch (IOException ex) {
			throw new AssertionError("nothing was said of it", ex);
		}
		throw new AssertionError("it was read");
	}

}
