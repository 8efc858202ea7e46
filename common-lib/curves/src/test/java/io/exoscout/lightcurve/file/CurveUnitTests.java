package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.fits.MadeFits;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** What times and fluxes are in, where a file says it, and where it does not. */
class CurveUnitTests {

	private static final CurveOptions MATRIX = new CurveOptions(null, null, null, 30.0, 1);

	@ParameterizedTest
	@CsvSource({ "Time [s],86400", "time (s since BJD 2457000),86400", "'Time [h; BJD]',24", "time (min),1440",
			"time [hours],24", "time [h],24", "time [d],1", "time [days],1", "time,1", "Time [BTJD],1", "Time (TDB),1",
			"time (BJD - 2457000; days),1" })
	void timesAreInWhatTheBracketSays(String name, double perDay) throws IOException {
		LightCurve curve = read(lines(name + ",flux", (i) -> (1000 + i * 0.02) * perDay), CurveOptions.DEFAULTS);
		assertThat(curve.time(0)).isCloseTo(1000, within(1e-9));
		assertThat(curve.span()).isCloseTo(199 * 0.02, within(1e-9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "time [yr]", "time [ms]", "time (frames)", "time [h m s]" })
	void aUnitOfTimeThatNobodyKnowsIsRefused(String name) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> read(lines(name + ",flux", (i) -> i), CurveOptions.DEFAULTS))
			.returns(ErrorCode.AMBIGUOUS_TABLE, ProblemException::code)
			.withMessageContaining(name)
			.withMessageContaining("days");
	}

	@Test
	void theUnitOfAFitsColumnIsMinded() throws IOException {
		double[][] rows = IntStream.range(0, 100)
			.mapToObj((i) -> new double[] { 3600 * i, 1 + MadeSource.noise(i) })
			.toArray(double[][]::new);
		byte[] file = MadeFits.begin()
			.table("LIGHTCURVE", List.of("TIME", "FLUX"), rows, MadeFits.card("TUNIT1", "s"))
			.bytes();
		assertThat(read(new MadeSource("a.fits", file), CurveOptions.DEFAULTS).cadence()).isCloseTo(1 / 24.0,
				within(1e-12));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.006, 0.015, 0.045, 9, 15, 45 })
	void aScatterThatMayBeOneThingOrAnotherAsksForTheUnit(double scatter) {
		MadeSource source = MadeSource.lines("time,flux", 200, (i) -> i + "," + scatter * (i % 2 * 2 - 1));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(source, CurveOptions.DEFAULTS))
			.returns(ErrorCode.AMBIGUOUS_TABLE, ProblemException::code)
			.withMessageContaining("`unit`");
	}

	@ParameterizedTest
	@CsvSource({ "flux,11.3,0.002", "flux,14,0.03", "log_flux,4.2,0.001" })
	void whatMayBeMagnitudesOrALogarithmAsksForTheUnit(String name, double median, double scatter) throws IOException {
		MadeSource source = MadeSource.lines("time," + name, 200,
				(i) -> i + "," + (median + scatter * (i % 2 * 2 - 1)));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(source, CurveOptions.DEFAULTS))
			.returns(ErrorCode.AMBIGUOUS_TABLE, ProblemException::code)
			.withMessageContaining("`unit`");
		CurveOptions magnitudes = new CurveOptions(null, FluxUnit.MAGNITUDES, null, null, null);
		assertThat(read(source, magnitudes).size()).isEqualTo(200);
	}

	@Test
	void fewCountsThatScatterAsPhotonsDoAreCounts() throws IOException {
		MadeSource source = MadeSource.lines("time,flux", 200, (i) -> i + "," + (12 + 0.4 * (i % 2 * 2 - 1)));
		assertThat(read(source, CurveOptions.DEFAULTS).flux(0)).isCloseTo(1, within(0.05));
	}

	@Test
	void aMatrixAroundNothingAsksForTheUnit() throws IOException {
		MadeSource matrix = matrix(100, (i) -> 40 * Math.sin(i));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(matrix, MATRIX))
			.returns(ErrorCode.AMBIGUOUS_TABLE, ProblemException::code)
			.withMessageContaining("`unit`");
		LightCurve curve = read(matrix, new CurveOptions(null, FluxUnit.PPM, null, 30.0, 1));
		assertThat(curve.flux(1)).isCloseTo(1 + 40e-6 * Math.sin(1), within(1e-6));
	}

	@Test
	void aMatrixMayHaveThousandsOfColumns() throws IOException {
		assertThat(read(matrix(9000, (i) -> 1000 + i % 9), MATRIX).size()).isEqualTo(9000);
	}

	@Test
	void aMagnitudeThatNoStarHasIsNamed() {
		MadeSource source = MadeSource.lines("time,mag", 200, (i) -> i + "," + ((i == 7) ? -9998 : 12 + i % 2 * 0.01));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(source, CurveOptions.DEFAULTS))
			.returns(ErrorCode.AMBIGUOUS_TABLE, ProblemException::code)
			.withMessageContaining("-9998");
	}

	@Test
	void manyPointsAtTheSameTimesAreSeveralCurves() {
		MadeSource source = MadeSource.lines("time,flux", 200,
				(i) -> String.format(Locale.ROOT, "%d,%.6f", i / 2, 1 + MadeSource.noise(i)));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(source, CurveOptions.DEFAULTS))
			.returns(ErrorCode.AMBIGUOUS_TABLE, ProblemException::code)
			.withMessageContaining("at the same time");
	}

	private static MadeSource lines(String header, IntToDoubleFunction time) {
		return MadeSource.lines(header, 200, (i) -> time.applyAsDouble(i) + "," + (1 + MadeSource.noise(i)));
	}

	private static MadeSource matrix(int columns, IntToDoubleFunction flux) {
		String names = IntStream.rangeClosed(1, columns).mapToObj((i) -> ",FLUX." + i).collect(Collectors.joining());
		String fluxes = IntStream.range(0, columns)
			.mapToObj((i) -> "," + flux.applyAsDouble(i))
			.collect(Collectors.joining());
		return MadeSource.text("LABEL" + names + "\n1" + fluxes + "\n");
	}

	private static LightCurve read(MadeSource source, CurveOptions options) throws IOException {
		return CurveReader.read(List.of(source), options).curve();
	}

}
