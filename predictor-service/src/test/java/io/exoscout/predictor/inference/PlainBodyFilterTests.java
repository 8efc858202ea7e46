package io.exoscout.predictor.inference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PlainBodyFilterTests {

	private static HttpServletRequest filtered(MockHttpServletRequest request) throws ServletException, IOException {
		MockFilterChain chain = new MockFilterChain();
		new PlainBodyFilter().doFilter(request, new MockHttpServletResponse(), chain);
		ServletRequest passed = chain.getRequest();
		assertThat(passed).isInstanceOf(HttpServletRequest.class);
		return (HttpServletRequest) passed;
	}

	private static MockHttpServletRequest sent(String type) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v2/models/mine/infer");
		request.setContentType(type);
		request.setContent("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
		// as a container would, who takes the body for a form
		request.addParameter("{\"a\": 1}", "");
		request.setQueryString("explain=3&explain=4&a");
		return request;
	}

	@Test
	void aFormIsABodyLikeAnyOther() throws ServletException, IOException {
		HttpServletRequest passed = filtered(sent("Application/x-www-form-urlencoded; charset=UTF-8"));
		assertThat(passed.getContentType()).isNull();
		assertThat(passed.getHeader("content-type")).isNull();
		assertThat(Collections.list(passed.getHeaders("Content-Type"))).isEmpty();
		assertThat(new String(passed.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"a\": 1}");
	}

	@Test
	void itsParametersAreThoseOfTheAddress() throws ServletException, IOException {
		HttpServletRequest passed = filtered(sent("application/x-www-form-urlencoded"));
		assertThat(passed.getParameterMap()).containsOnlyKeys("explain", "a");
		assertThat(passed.getParameterValues("explain")).containsExactly("3", "4");
		assertThat(passed.getParameter("explain")).isEqualTo("3");
		assertThat(passed.getParameter("a")).isNull();
		assertThat(passed.getParameter("{\"a\": 1}")).isNull();
		assertThat(Collections.list(passed.getParameterNames())).containsExactlyInAnyOrder("explain", "a");
	}

	@Test
	void whatIsNoFormIsLeftAlone() throws ServletException, IOException {
		MockHttpServletRequest request = sent("application/json");
		assertThat(filtered(request)).isSameAs(request);
	}

}
