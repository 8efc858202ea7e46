package io.exoscout.jobs.verdict;

import java.net.URI;
import java.time.Clock;

import io.exoscout.jobs.JobStage;
import io.exoscout.problem.ErrorCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictControllerTests {

	private static final String OBJECT = "/exo-scout-jobs-api/objects/koi-752.01/verdict";

	private static final String PLANET = "{\"verdict\": \"planet\", \"note\": \"V-shaped?\", \"tags\": [\"again\"]}";

	private static final String OTHER = "{\"verdict\": \"not_planet\"}";

	private static JobStage stage;

	private static MockMvcTester http;

	@BeforeAll
	static void start() {
		stage = new JobStage();
		http = JobStage.http(
				new VerdictController(new OwnVerdicts(stage.database(), new VerdictSettings(100), Clock.systemUTC())));
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void clear() {
		stage.clear();
	}

	private static MvcTestResult send(HttpMethod method, String body, String... header) {
		MockMvcTester.MockMvcRequestBuilder request = http.method(method)
			.uri(OBJECT)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		for (int i = 0; i < header.length; i += 2) {
			request.header(header[i], header[i + 1]);
		}
		return request.exchange();
	}

	private static String said(String body) {
		MockHttpServletResponse response = send(HttpMethod.PUT, body).getResponse();
		assertThat(response.getStatus()).isEqualTo(201);
		return response.getHeader("ETag");
	}

	@Test
	void whatWasSaidIsFoundByAnySpelling() {
		String tag = said(PLANET);
		MockHttpServletResponse found = http.get()
			.uri("/exo-scout-jobs-api/objects/K00752.01/verdict?mission=kepler")
			.exchange()
			.getResponse();
		assertThat(found.getHeader("ETag")).isEqualTo(tag);
		assertThat(JobStage.json(found).get("object").asString()).isEqualTo("K00752.01");
		assertThat(JobStage.json(found).get("mission").asString()).isEqualTo("kepler");
		assertThat(JobStage.json(found).get("verdict").asString()).isEqualTo("planet");
		assertThat(JobStage.json(found).get("note").asString()).isEqualTo("V-shaped?");
		assertThat(JobStage.json(found).get("tags").get(0).asString()).isEqualTo("again");
		assertThat(JobStage.json(found).has("revision")).isFalse();
	}

	@Test
	void whoeverSawItChangesIt() {
		String tag = said(PLANET);
		MockHttpServletResponse changed = send(HttpMethod.PUT, OTHER, "If-Match", tag).getResponse();
		assertThat(changed.getStatus()).isEqualTo(200);
		assertThat(changed.getHeader("ETag")).isNotEqualTo(tag);
		assertThat(JobStage.json(changed).get("verdict").asString()).isEqualTo("not_planet");
		assertThat(JobStage.json(changed).has("note")).isFalse();
	}

	@Test
	void whoeverIsLateIsTold() {
		String tag = said(PLANET);
		send(HttpMethod.PUT, OTHER, "If-Match", tag);
		JobStage.refused(send(HttpMethod.PUT, PLANET, "If-Match", tag), ErrorCode.VERDICT_CHANGED);
		JobStage.refused(send(HttpMethod.PUT, PLANET, "If-None-Match", "*"), ErrorCode.VERDICT_CHANGED);
		JobStage.refused(send(HttpMethod.DELETE, "", "If-Match", tag), ErrorCode.VERDICT_CHANGED);
	}

	@Test
	void whoeverHasNotSeenItDoesNotChangeIt() {
		said(PLANET);
		JobStage.refused(send(HttpMethod.PUT, OTHER), ErrorCode.VERDICT_NOT_SEEN);
		JobStage.refused(send(HttpMethod.DELETE, ""), ErrorCode.VERDICT_NOT_SEEN);
	}

	@Test
	void whatIsGoneIsNotChanged() {
		JobStage.refused(send(HttpMethod.PUT, OTHER, "If-Match", "*"), ErrorCode.VERDICT_CHANGED);
	}

	@Test
	void whatWasForgottenIsNotFound() {
		said(PLANET);
		assertThat(send(HttpMethod.DELETE, "", "If-Match", "*").getResponse().getStatus()).isEqualTo(200);
		JobStage.refused(send(HttpMethod.GET, ""), ErrorCode.VERDICT_NOT_FOUND);
		JobStage.refused(send(HttpMethod.DELETE, "", "If-Match", "*"), ErrorCode.VERDICT_NOT_FOUND);
	}

	@Test
	void whatIsNotAcceptedIsNotKept() {
		JobStage.refused(send(HttpMethod.PUT, "{\"verdict\": \"maybe\"}"), ErrorCode.INVALID_VERDICT);
		JobStage.refused(send(HttpMethod.GET, ""), ErrorCode.VERDICT_NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Zeta 1/2; b", "a\\b", "100 % c", "../x", "a+b&c=d", "Zeta.01" })
	void whatNoPathCanHoldIsSaidByTheQuery(String name) {
		URI address = UriComponentsBuilder.fromUriString("/exo-scout-jobs-api/objects/verdict?name={name}&mission=k2")
			.encode()
			.buildAndExpand(name)
			.toUri();
		MockHttpServletResponse said = http.put()
			.uri(address)
			.contentType(MediaType.APPLICATION_JSON)
			.content(PLANET)
			.exchange()
			.getResponse();
		assertThat(said.getStatus()).isEqualTo(201);
		MockHttpServletResponse found = http.get().uri(address).exchange().getResponse();
		assertThat(JobStage.json(found).get("object").asString()).isEqualTo(name);
		assertThat(found.getHeader("ETag")).isEqualTo(said.getHeader("ETag"));
		JobStage.refused(http.delete().uri(address).exchange(), ErrorCode.VERDICT_NOT_SEEN);
		http.delete().uri(address).header("If-Match", said.getHeader("ETag")).exchange();
		JobStage.refused(http.get().uri(address).exchange(), ErrorCode.VERDICT_NOT_FOUND);
	}

	@Test
	void theQueryAndThePathAreOneObject() {
		String tag = said(PLANET);
		assertThat(http.get()
			.uri("/exo-scout-jobs-api/objects/verdict?name=KOI-752.01")
			.exchange()
			.getResponse()
			.getHeader("ETag")).isEqualTo(tag);
	}

	@Test
	void moreThanMayBeKeptIsRefusedAndChangesAreNot() {
		OwnVerdicts few = new OwnVerdicts(stage.database(), new VerdictSettings(1), Clock.systemUTC());
		MockMvcTester full = JobStage.http(new VerdictController(few));
		String tag = said(PLANET);
		MvcTestResult second = full.put()
			.uri("/exo-scout-jobs-api/objects/K00001.01/verdict")
			.contentType(MediaType.APPLICATION_JSON)
			.content(PLANET)
			.exchange();
		JobStage.refused(second, ErrorCode.TOO_MANY_VERDICTS);
		assertThat(second.getMvcResult().getResolvedException()).hasMessageContaining("exoscout.verdicts.most");
		assertThat(full.put()
			.uri(OBJECT)
			.header("If-Match", tag)
			.contentType(MediaType.APPLICATION_JSON)
			.content(OTHER)
			.exchange()
			.getResponse()
			.getStatus()).isEqualTo(200);
	}

}
