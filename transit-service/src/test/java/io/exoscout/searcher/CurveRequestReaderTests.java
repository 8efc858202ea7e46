package io.exoscout.searcher;

import io.exoscout.transit.CurveSearch;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CurveRequestReaderTests {

	private final CurveRequestReader reader = new CurveRequestReader(JsonMapper.builder().build());

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "{}" })
	void nothingSaidIsTheDefault(String params) {
		assertThat(this.reader.read(params)).isEqualTo(CurveSearch.DEFAULTS);
	}

	@Test
	void everythingThatIsSaidIsTaken() {
		CurveSearch search = this.reader.read("""
				{"flux": "SAP_FLUX", "unit": "ppt", "quality_mask": 175, "cadence_minutes": 30, "row": 2,
				 "window_days": 1.5, "period_min": 0.5, "period_max": 20, "max_signals": 3,
				 "star": {"radius": 0.4, "mass": 0.5, "teff": 3500}}""");
		assertThat(search.reading().flux()).isEqualTo("SAP_FLUX");
		assertThat(search.reading().unit()).isEqualTo(FluxUnit.PPT);
		assertThat(search.reading().qualityMask()).isEqualTo("175");
		assertThat(search.reading().cadenceMinutes()).isEqualTo(30);
		assertThat(search.reading().row()).isEqualTo(2);
		assertThat(search.windowDays()).isEqualTo(1.5);
		assertThat(search.periodMin()).isEqualTo(0.5);
		assertThat(search.periodMax()).isEqualTo(20);
		assertThat(search.maxSignals()).isEqualTo(3);
		assertThat(search.star()).isEqualTo(new KnownStar(0.4, 0.5, 3500.0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"max_signals\": 0}", "{\"max_signals\": 1.5}", "{\"max_signals\": \"3\"}",
			"{\"period_min\": -1}", "{\"period_min\": \"a\"}", "{\"period_min\": 5, \"period_max\": 5}",
			"{\"window_days\": 1000}", "{\"unit\": \"jansky\"}", "{\"quality_mask\": \"soft\"}",
			"{\"quality_mask\": -1}", "{\"row\": 0}", "{\"cadence_minutes\": 0}", "{\"flux\": 7}", "{\"star\": 1}",
			"{\"star\": {\"radius\": 0}}" })
	void aValueThatIsNotAcceptedIsRefusedByName(String params) {
		ProblemException refusal = refusal(params);
		assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
		assertThat(refusal.errors()).hasSize(1);
		assertThat(params).contains(String.valueOf(refusal.errors().get(0).field()).replace("star.", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"period\": 5}", "{\"star\": {\"size\": 5}}", "{\"model\": \"mine\"}" })
	void aNameThatThereIsNotIsRefused(String params) {
		assertThat(refusal(params).code()).isEqualTo(ErrorCode.UNKNOWN_PARAMETER);
	}

	@Test
	void allFaultsAreNamedAtOnce() {
		assertThat(refusal("{\"row\": 0, \"max_signals\": 99, \"star\": {\"teff\": 1}}").errors())
			.extracting(InputError::field)
			.containsExactlyInAnyOrder("row", "max_signals", "star.teff");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "3", "{", "null" })
	void whatIsNoObjectIsRefused(String params) {
		assertThat(refusal(params).code()).isEqualTo(ErrorCode.MALFORMED_PARAMS);
	}

	private ProblemException refusal(String params) {
		return catchThrowableOfType(ProblemException.class, () -> this.reader.read(params));
	}

}
