package io.exoscout.predictor.shelf;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageFormatTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			                                                          | JSON
			*/*                                                       | JSON
			application/json                                          | JSON
			text/html,application/xhtml+xml,application/xml;q=0.9,*/* | HTML
			text/html;q=0.5, application/json                         | JSON
			text/*                                                    | HTML
			""")
	void browsersGetAPageAndProgramsGetData(String accept, PageFormat expected) {
		assertThat(PageFormat.of(null, accept)).isEqualTo(expected);
	}

	@Test
	void theParameterWins() {
		assertThat(PageFormat.of("json", "text/html")).isEqualTo(PageFormat.JSON);
		assertThat(PageFormat.of("html", "application/json")).isEqualTo(PageFormat.HTML);
	}

	@Test
	void thereAreNoOtherForms() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> PageFormat.of("pdf", null))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code);
		for (String accept : new String[] { "image/png", "nonsense" }) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> PageFormat.of(null, accept))
				.returns(ErrorCode.NOT_ACCEPTABLE, ProblemException::code);
		}
	}

}
