package io.exoscout.web;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnswerFormatTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*/*                                       | JSON
			application/json                          | JSON
			application/*                             | JSON
			text/csv                                  | CSV
			application/x-ndjson                      | NDJSON
			text/html, text/csv;q=0.9                 | CSV
			text/csv;q=0.1, application/x-ndjson      | NDJSON
			""")
	void takesTheFormatTheCallerPrefers(String accept, AnswerFormat expected) {
		assertThat(WantedFormat.of(null, accept).format()).isEqualTo(expected);
	}

	@Test
	void givesJsonToACallerWithoutPreference() {
		assertThat(WantedFormat.of(null, null).format()).isEqualTo(AnswerFormat.JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "text/html", "nonsense" })
	void refusesFormatsItCanNotGive(String accept) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> WantedFormat.of(null, accept))
			.withMessageContaining(accept)
			.withMessageContaining("text/csv")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_ACCEPTABLE));
	}

	@ParameterizedTest
	@CsvSource({ "csv, CSV", "CSV, CSV", "json, JSON", "ndjson, NDJSON" })
	void nameWinsOverAccept(String format, AnswerFormat expected) {
		assertThat(WantedFormat.of(format, "application/x-ndjson, image/png").format()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "xlsx", "text/csv" })
	void refusesNamesOfOtherFormats(String format) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> WantedFormat.of(format, null))
			.withMessageContaining("'" + format + "'")
			.withMessageContaining("json, ndjson, csv")
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_PARAMETER));
	}

	@ParameterizedTest
	@CsvSource({ "csv, tour-candidates.csv", "ndjson, tour-candidates.ndjson" })
	void fileOfALinkHasAName(String format, String filename) {
		assertThat(disposition(WantedFormat.of(format, null)))
			.isEqualTo("attachment; filename=\"%s\"".formatted(filename));
	}

	@Test
	void whatIsNotAskedForByNameIsNoFile() {
		assertThat(disposition(WantedFormat.of(null, "text/csv"))).isNull();
		assertThat(disposition(WantedFormat.of("json", null))).isNull();
	}

	private static String disposition(WantedFormat wanted) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		wanted.announce(response, "tour-candidates");
		assertThat(response.getContentType()).startsWith(wanted.format().mediaType().getType());
		return response.getHeader("Content-Disposition");
	}

}
