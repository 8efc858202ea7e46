package io.exoscout.security;

import java.io.IOException;

import io.exoscout.problem.ProblemWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;

class AccessRefusalTests {

	@Test
	void knownCallerWhoMayNotIsToldNoMore() throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new AccessRefusal(null, new ProblemWriter(new JsonMapper()), new Attempts(1))
			.handle(new MockHttpServletRequest(), response, new AccessDeniedException("secret"));
		assertThat(response.getStatus()).isEqualTo(403);
		assertThat(response.getContentAsString()).contains("\"code\":\"forbidden\"").doesNotContain("secret");
	}

}
