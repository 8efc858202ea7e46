package io.exoscout.security;

import java.io.IOException;

import io.exoscout.caller.Callers;
import io.exoscout.caller.Role;
import io.exoscout.problem.ProblemWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;

class AccessRefusalTests {

	@Test
	void knownCallerWhoMayNotIsToldWhichRoleMay() throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		AccessRefusal refusal = new AccessRefusal(null, null, new ProblemWriter(new JsonMapper()), new Attempts(1));
		Callers.as("ada", Role.READER, () -> {
			refusal.handle(new MockHttpServletRequest("POST", "/exo-scout-orchestrator"), response,
					new AccessDeniedException("secret"));
			return null;
		});
		assertThat(response.getStatus()).isEqualTo(403);
		assertThat(response.getContentAsString())
			.contains("\"code\":\"forbidden\"", "'ada'", "role reader", "role analyst")
			.doesNotContain("secret");
	}

}
