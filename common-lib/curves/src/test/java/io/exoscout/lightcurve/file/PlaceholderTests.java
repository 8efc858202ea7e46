package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.util.List;

import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Numbers that stand for no measurement, and fluxes of which nothing is a share. */
class PlaceholderTests {

	/** Every tenth point has a number that stands for none. */
	private static FileReport report(String column, double level, String placeholder) throws IOException {
		MadeSource source = MadeSource.lines("time," + column, 100,
				(i) -> (1000 + 0.02 * i) + "," + ((i % 10 == 5) ? placeholder : level + MadeSource.noise(i)));
		return CurveReader.read(List.of(source), CurveOptions.DEFAULTS).report().files().get(0);
	}

	@ParameterizedTest
	@CsvSource({ "flux,1,-99999", "flux,1,-1e30", "flux,5000,-9999", "flux,5000,-1", "mag,12,99.99", "mag,12,-99.99",
			"flux_ppm,0,-99999", "flux_ppt,0,-999" })
	void aNumberThatStandsForNoneIsNone(String column, double level, String placeholder) throws IOException {
		FileReport report = report(column, level, placeholder);
		assertThat(report.empty()).isEqualTo(10);
		assertThat(report.points()).isEqualTo(90);
	}

	@ParameterizedTest
	@CsvSource({ "flux,1,0.2", "flux,1,0", "flux,5000,4000", "mag,12,14.5", "flux_ppm,0,-1000" })
	void aDeepDipIsMeasured(String column, double level, String flux) throws IOException {
		assertThat(report(column, level, flux).empty()).isZero();
	}

	@Test
	void countsAroundNothingHaveNoDepths() {
		MadeSource source = MadeSource.lines("time,flux", 100,
				(i) -> (1000 + 0.02 * i) + "," + (1e3 * MadeSource.noise(i) + 0.5));
		CurveOptions counts = new CurveOptions(null, FluxUnit.COUNTS, null, null, null);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> CurveReader.read(List.of(source), counts))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.AMBIGUOUS_TABLE))
			.satisfies((ex) -> assertThat(ex.detail()).contains("well above 0"));
	}

	@Test
	void theTimesAreNoFlux() {
		CurveOptions time = new CurveOptions("time", null, null, null, null);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> CurveReader.read(List.of(MadeSource.usual(100)), time))
			.satisfies((ex) -> assertThat(ex.detail()).contains("holds the times"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bad", "is_outlier", "Outlier" })
	void aColumnThatSaysWhichAreBadIsHeard(String name) throws IOException {
		MadeSource source = MadeSource.lines("time,flux," + name, 100,
				(i) -> MadeSource.point(i) + "," + ((i % 10 == 5) ? 1 : 0));
		assertThat(CurveReader.read(List.of(source), CurveOptions.DEFAULTS).report().files().get(0).flagged())
			.isEqualTo(10);
	}

}
