package io.exoscout.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

class NextPageTests {

	@AfterEach
	void forget() {
		RequestContextHolder.resetRequestAttributes();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "fields=status%2Ctype&limit=1", "fields=status,%20type", "fields=status,type",
			"model_name=kepler.xgb%6Fost", "model_name=a+b%26c%3Dd" })
	void isTheSameQueryWithACursor(String query) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/jobs");
		request.setQueryString(query);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		assertThat(NextPage.link("a_b-c")).isEqualTo("</jobs?%s&cursor=a_b-c>; rel=\"next\"", query);
	}

	@ParameterizedTest
	@CsvSource({ "cursor=old, cursor=x%2By", "limit=2&cursor=old, limit=2&cursor=x%2By" })
	void takesThePlaceOfTheCursorOfBefore(String query, String next) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/jobs");
		request.setQueryString(query);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		assertThat(NextPage.link("x+y")).contains("?" + next + ">");
	}

}
