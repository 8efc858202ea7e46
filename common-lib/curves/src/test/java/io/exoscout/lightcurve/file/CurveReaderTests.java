package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.exoscout.fits.MadeFits;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.lightcurve.file.CurveReader.Reading;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CurveReaderTests {

	@Test
	void readsTimesAndFluxes() throws IOException {
		LightCurve curve = read(MadeSource.usual(100)).curve();
		assertThat(curve.size()).isEqualTo(100);
		assertThat(curve.time(99)).isEqualTo(1001.98);
		assertThat(curve.cadence()).isCloseTo(0.02, within(1e-9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r", "\r\n", "\n" })
	void anyLineEndWillDo(String end) throws IOException {
		String text = new String(MadeSource.usual(100).bytes()).replace("\n", end);
		assertThat(read(MadeSource.text(text)).curve().times())
			.containsExactly(read(MadeSource.usual(100)).curve().times());
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", "\t", "  ", " \t ", " , " })
	void anySeparatorWillDo(String between) throws IOException {
		String text = new String(MadeSource.usual(100).bytes()).replace(",", between);
		assertThat(read(MadeSource.text(text)).curve().fluxes())
			.containsExactly(read(MadeSource.usual(100)).curve().fluxes());
	}

	@Test
	void packedIsTheSame() throws IOException {
		assertThat(read(MadeSource.usual(100).packed()).curve().fluxes())
			.containsExactly(read(MadeSource.usual(100)).curve().fluxes());
	}

	@Test
	void theOrderOfRowsMakesNoDifference() throws IOException {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			lines.add(MadeSource.point(i));
		}
		Collections.shuffle(lines, new Random(1));
		LightCurve shuffled = read(MadeSource.text("time,flux\n" + String.join("\n", lines))).curve();
		LightCurve ordered = read(MadeSource.usual(200)).curve();
		assertThat(shuffled.times()).containsExactly(ordered.times());
		assertThat(shuffled.fluxes()).containsExactly(ordered.fluxes());
	}

	@Test
	void filesAreOneCurveHoweverItWasSplit() throws IOException {
		MadeSource first = MadeSource.lines("time,flux", 80, (i) -> MadeSource.point(i));
		MadeSource second = MadeSource.lines("time,flux", 120, (i) -> MadeSource.point(80 + i));
		LightCurve joined = CurveReader.read(List.of(second, first), CurveOptions.DEFAULTS).curve();
		LightCurve whole = read(MadeSource.usual(200)).curve();
		assertThat(joined.times()).containsExactly(whole.times());
		assertThat(joined.fluxes()).containsExactly(whole.fluxes());
		assertThat(joined.segment(79)).isZero();
		assertThat(joined.segment(80)).isEqualTo(1);
	}

	@Test
	void filesThatOverlapAreRefused() {
		assertRefused(ErrorCode.AMBIGUOUS_TABLE, MadeSource.usual(100), MadeSource.usual(100));
	}

	@Test
	void exactCopiesOfRowsCountOnce() throws IOException {
		Reading reading = read(MadeSource.lines("time,flux", 105, (i) -> MadeSource.point(Math.min(i, 99))));
		assertThat(reading.curve().size()).isEqualTo(100);
		assertThat(reading.report().files().get(0).repeated()).isEqualTo(5);
	}

	@Test
	void pointsWithoutTimeOrFluxAreCounted() throws IOException {
		FileReport report = file(MadeSource.lines("time,flux", 100,
				(i) -> (i % 10 == 0) ? "1000," : (i % 10 == 5) ? "nan,1" : MadeSource.point(i)));
		assertThat(report.empty()).isEqualTo(20);
		assertThat(report.points()).isEqualTo(80);
	}

	@Test
	void aFileWithoutFluxesIsRefused() {
		assertRefused(ErrorCode.NO_FINITE_FLUX, MadeSource.lines("time,flux", 100, (i) -> i + ",nan"));
	}

	@Test
	void constantFluxIsRefused() {
		assertRefused(ErrorCode.CONSTANT_FLUX, MadeSource.lines("time,flux", 100, (i) -> i + ",1.5"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 49 })
	void fewPointsAreRefused(int points) {
		assertRefused(ErrorCode.TOO_FEW_POINTS, MadeSource.usual(points));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "# nothing\n" })
	void anEmptyFileIsRefused(String text) {
		assertRefused(ErrorCode.EMPTY_FILE, MadeSource.text(text));
	}

	@Test
	void aTableWithoutTimesIsRefused() {
		assertRefused(ErrorCode.NO_TIME_COLUMN, MadeSource.lines("phase,flux", 100, (i) -> MadeSource.point(i)));
	}

	@Test
	void aTableWithoutFluxesIsRefused() {
		assertRefused(ErrorCode.NO_FLUX_COLUMN, MadeSource.lines("time,radius", 100, (i) -> MadeSource.point(i)));
	}

	@Test
	void severalFluxesThatNobodyKnowsAreRefused() {
		assertRefused(ErrorCode.AMBIGUOUS_TABLE,
				MadeSource.lines("time,flux_a,flux_b", 100, (i) -> MadeSource.point(i) + ",1"));
	}

	@Test
	void theColumnOfFluxesCanBeChosen() throws IOException {
		MadeSource both = MadeSource.lines("time,sap_flux,pdcsap_flux", 100, (i) -> MadeSource.point(i) + "," + i % 7);
		CurveOptions sap = new CurveOptions("SAP", null, null, null, null);
		assertThat(CurveReader.read(List.of(both), sap).curve().fluxes())
			.containsExactly(read(MadeSource.usual(100)).curve().fluxes());
	}

	@Test
	void aFluxThatThereIsNotIsRefusedByName() {
		CurveOptions options = new CurveOptions("psf_flux", null, null, null, null);
		assertThat(refusal(options, MadeSource.usual(100)).detail()).contains("\"psf_flux\"").contains("\"flux\"");
	}

	@ParameterizedTest
	@CsvSource({ "btjd,1325.3,BTJD,1325.3", "bkjd,131.5,BKJD,131.5", "bjd,2458325.5,BJD,2458325.5",
			"time,2458325.5,BJD,2458325.5", "time,1325.3,RELATIVE,1325.3", "jd,2458325.5,JD,2458325.5",
			"BJD-2450000,7064.07,BJD,2457064.07", "bjd - 2457000,1325.3,BTJD,1325.3", "BJD-2454833,131.5,BKJD,131.5",
			"hjd,2458325.5,HJD,2458325.5", "mjd,58325.2,MJD,58325.2", "Time [BTJD],1325.3,BTJD,1325.3" })
	void timesCountFromWhatTheirNameSays(String name, double first, TimeSystem system, double inSystem)
			throws IOException {
		LightCurve curve = read(MadeSource.lines(name + ",flux", 100,
				(i) -> String.format(Locale.ROOT, "%.6f,%.7f", first + i * 0.02, 1 + MadeSource.noise(i))))
			.curve();
		assertThat(curve.system()).isEqualTo(system);
		assertThat(curve.time(0)).isCloseTo(inSystem, within(1e-6));
	}

	@ParameterizedTest
	@CsvSource({ "flux,1,1,RELATIVE", "flux,24000,24000,COUNTS", "flux,1,0,FRACTION", "flux,1000,0,PPT",
			"flux,1000000,0,PPM", "flux_ppm,1000000,0,PPM" })
	void anyLinearUnitGivesTheSameCurve(String name, double scale, double middle, FluxUnit unit) throws IOException {
		MadeSource source = MadeSource.lines("time," + name, 200,
				(i) -> String.format(Locale.ROOT, "%.6f,%.9f", 1000 + i * 0.02, middle + scale * MadeSource.noise(i)));
		assertThat(file(source).fluxUnit()).isEqualTo(unit);
		double[] expected = read(MadeSource.usual(200)).curve().fluxes();
		double[] fluxes = read(source).curve().fluxes();
		for (int i = 0; i < fluxes.length; i++) {
			assertThat(fluxes[i]).isCloseTo(expected[i], within(2e-6));
		}
	}

	@Test
	void magnitudesAreBrighterTheSmallerTheyAre() throws IOException {
		LightCurve curve = read(
				MadeSource.lines("time,mag", 101, (i) -> i + "," + ((i == 50) ? 13.0 : 12.0 + i % 2 * 1e-3)))
			.curve();
		assertThat(curve.flux(50)).isCloseTo(Math.pow(10, -0.4), within(1e-3));
	}

	@Test
	void aScatterThatCouldBeThisOrThatAsksForTheUnit() throws IOException {
		MadeSource source = MadeSource.lines("time,flux", 200, (i) -> i + "," + 45 * MadeSource.noise(i));
		assertThat(refusal(CurveOptions.DEFAULTS, source).detail()).contains("`unit`");
		CurveOptions fraction = new CurveOptions(null, FluxUnit.FRACTION, null, null, null);
		assertThat(CurveReader.read(List.of(source), fraction).report().files().get(0).fluxUnit())
			.isEqualTo(FluxUnit.FRACTION);
	}

	@ParameterizedTest
	@CsvSource({ "default,90", "none,100", "hard,80", "64,90", "2,90" })
	void qualityLeavesOutWhatTheMaskSays(String mask, int left) throws IOException {
		// bit 2 is safe mode, bit 7 a cosmic ray that was taken out
		MadeSource source = MadeSource.lines("bkjd,flux,quality", 100,
				(i) -> MadeSource.point(i) + "," + ((i % 10 == 3) ? 2 : (i % 10 == 4) ? 64 : 0));
		CurveOptions options = new CurveOptions(null, null, mask, null, null);
		assertThat(CurveReader.read(List.of(source), options).curve().size()).isEqualTo(left);
	}

	@Test
	void aMaskThatIsNoneIsRefused() {
		CurveOptions options = new CurveOptions(null, null, "soft", null, null);
		assertThat(refusal(options, MadeSource.usual(100)).code()).isEqualTo(ErrorCode.INVALID_PARAMETER);
	}

	@Test
	void aMaskOfTruthsMarksBadPoints() throws IOException {
		assertThat(file(MadeSource.lines("t,f,ferr,mask", 100,
				(i) -> MadeSource.point(i) + ",1e-4," + ((i < 10) ? "TRUE" : "FALSE")))
			.flagged()).isEqualTo(10);
	}

	@Test
	void twoInterleavedCurvesAreNoticed() {
		MadeSource source = MadeSource.lines("time,flux", 400, (i) -> String.format(Locale.ROOT, "%.6f,%.7f",
				1000 + (i / 2) * 0.02 + (i % 2) * 0.0004, 1 + MadeSource.noise(i)));
		assertThat(refusal(CurveOptions.DEFAULTS, source).detail()).contains("interleaved");
	}

	@Test
	void twoStarsHalfwayBetweenEachOtherAreNoticed() {
		MadeSource source = MadeSource.lines("time,flux", 2000, (i) -> String.format(Locale.ROOT, "%.6f,%.7f",
				1000 + i * 0.01, 1 + (i % 2) * 0.01 + MadeSource.noise(i)));
		assertThat(refusal(CurveOptions.DEFAULTS, source).detail()).contains("interleaved");
	}

	@Test
	void columnsWithoutNamesAreToldByWhatTheyHold() throws IOException {
		MadeSource source = MadeSource.lines("", 100, (i) -> (1 + MadeSource.noise(i)) + "," + (1000 + i * 0.02));
		assertThat(file(source).columns()).containsEntry("time", "column 2").containsEntry("flux", "column 1");
	}

	@Test
	void twoColumnsWithoutNamesThatRiseAreRefused() {
		assertRefused(ErrorCode.AMBIGUOUS_TABLE, MadeSource.lines("", 100, (i) -> i + "," + 2 * i));
	}

	@Test
	void aMatrixIsReadByRow() throws IOException {
		StringBuilder text = new StringBuilder("LABEL");
		for (int i = 1; i <= 100; i++) {
			text.append(",FLUX.").append(i);
		}
		for (int star = 1; star <= 2; star++) {
			text.append("\n").append(star);
			for (int i = 0; i < 100; i++) {
				text.append(',').append(1000 * star + i % 9);
			}
		}
		MadeSource matrix = MadeSource.text(text.toString());
		assertThat(refusal(CurveOptions.DEFAULTS, matrix).code()).isEqualTo(ErrorCode.NO_TIME_COLUMN);
		assertThat(refusal(new CurveOptions(null, null, null, 30.0, null), matrix).code())
			.isEqualTo(ErrorCode.AMBIGUOUS_TABLE);
		assertThat(refusal(new CurveOptions(null, null, null, 30.0, 3), matrix).code())
			.isEqualTo(ErrorCode.AMBIGUOUS_TABLE);
		Reading second = CurveReader.read(List.of(matrix), new CurveOptions(null, null, null, 30.0, 2));
		assertThat(second.curve().cadence()).isCloseTo(30.0 / 1440, within(1e-12));
		assertThat(second.curve().flux(1)).isCloseTo(2001.0 / 2004, within(1e-12));
		assertThat(second.report().files().get(0).format()).isEqualTo("flux_matrix");
	}

	@Test
	void moreThanTwoMillionPointsAreRefused() {
		StringBuilder text = new StringBuilder("time,flux\n");
		for (int i = 0; i <= ReadingBudget.MOST_ROWS; i++) {
			text.append(i).append(",1\n");
		}
		assertRefused(ErrorCode.TOO_MANY_POINTS, MadeSource.text(text.toString()));
	}

	@Test
	void packedNothingIsRefused() {
		String blanks = "time,flux\n" + " ".repeat(64 << 20);
		assertRefused(ErrorCode.TOO_COSTLY, MadeSource.text(blanks).packed());
		byte[] table = MadeFits.begin().table("LIGHTCURVE", List.of("TIME", "FLUX"), new double[2_000_000][2]).bytes();
		assertRefused(ErrorCode.TOO_COSTLY, new MadeSource("bomb.fits", table).packed());
	}

	@Test
	void aBrokenPackIsRefused() {
		byte[] packed = MadeSource.usual(1000).packed().bytes();
		assertRefused(ErrorCode.BROKEN_GZIP, new MadeSource("a.gz", Arrays.copyOf(packed, packed.length / 2)));
	}

	private static void assertRefused(ErrorCode code, MadeSource... sources) {
		assertThat(refusal(CurveOptions.DEFAULTS, sources).code()).isEqualTo(code);
	}

	private static ProblemException refusal(CurveOptions options, MadeSource... sources) {
		try {
			CurveReader.read(List.of(sources), options);
		}
		catch (ProblemException ex) {
			return ex;
		}
		catch (IOException ex) {
			throw new AssertionError("nothing was said of it", ex);
		}
		throw new AssertionError("it was read");
	}

	private static Reading read(MadeSource source) throws IOException {
		return CurveReader.read(List.of(source), CurveOptions.DEFAULTS);
	}

	private static FileReport file(MadeSource source) throws IOException {
		return read(source).report().files().get(0);
	}

}
