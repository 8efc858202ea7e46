package io.exoscout.problem;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class VotableProblemsTests {

	private final MockMvcTester http = MockMvcTester.of(List.of(new Cones(), new Others()),
			(builder) -> builder.setControllerAdvice(new ProblemAdvice())
				.setMessageConverters(new JacksonJsonHttpMessageConverter())
				.build());

	private MockHttpServletResponse get(String path, String accept) {
		return this.http.get().uri(path).header("Accept", accept).exchange().getResponse();
	}

	@ParameterizedTest
	@CsvSource({ "/cone, RA", "/cone?RA=as3f, as3f", "/cone?RA=400, <400>" })
	void whatIsWrongWithAConeSearchIsToldAsAVotable(String path, String words) throws UnsupportedEncodingException {
		MockHttpServletResponse response = get(path, "*/*");
		assertThat(response.getStatus()).isEqualTo(400);
		assertThat(response.getContentType()).isEqualTo("application/x-votable+xml");
		String escaped = words.replace("<", "&lt;").replace(">", "&gt;");
		assertThat(response.getContentAsString()).containsOnlyOnce("<INFO ID=\"Error\" name=\"Error\" value=\"")
			.contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
			.contains(escaped);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/problem+json, */*;q=0.1", "text/html, application/json" })
	void whoAsksForJsonGetsAProblem(String accept) {
		assertThat(get("/cone?RA=as3f", accept).getContentType()).isEqualTo("application/problem+json");
	}

	@Test
	void otherAddressesAnswerAsTheyDo() {
		assertThat(get("/other", "application/x-votable+xml").getContentType()).isEqualTo("application/problem+json");
	}

	@Test
	void whatXmlHasNoPlaceForIsLeftOut() {
		String table = new String(
				VotableProblems.of(Problem.of(ErrorCode.INVALID_PARAMETER, "\u0000\u001B \uFFFF \uD800 \"é\" 𝛼 & '")),
				StandardCharsets.UTF_8);
		assertThat(table).contains("?? ? ? &quot;é&quot; 𝛼 &amp; &#39;");
	}

	@RestController
	static class Cones implements VotableProblems {

		@GetMapping("/cone")
		void find(@RequestParam("RA") double ra) {
			throw ProblemException.invalidParameter("RA", "RA is <%.0f>".formatted(ra));
		}

	}

	@RestController
	static class Others {

		@GetMapping("/other")
		void find() {
			throw ProblemException.invalidParameter("RA", "no");
		}

	}

}
