package io.exoscout.suite;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param headers of the answer
 * @param text its body
 */
record Answer(int status, HttpHeaders headers, String text) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** What would tell a stranger how the inside looks. */
	private static final List<String> INSIDES = List.of("Exception", "io.exoscout", "java.", "springframework",
			"tools.jackson", "org.apache", "\\tat ", "/tmp", ".tmp");

	static Answer of(HttpResponse<String> response) {
		return new Answer(response.statusCode(), response.headers(), response.body());
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	JsonNode json() {
		return JSON.readTree(this.text);
	}

	/** The body, after a look at the status. */
	JsonNode json(int expected) {
		assertThat(this.status).as(this.text).isEqualTo(expected);
		return json();
	}

	/**
	 * The sentence a person reads, after a look at all that every problem has to have.
	 * @param expected its status
	 * @param code its code
	 * @return its detail
	 */
	String problem(int expected, String code) {
		JsonNode problem = json(expected);
		assertThat(header("Content-Type")).startsWith("application/problem+json");
		assertThat(problem.get("status").asInt()).isEqualTo(expected);
		assertThat(problem.get("code").asString()).as(this.text).isEqualTo(code);
		assertThat(problem.get("type").asString()).isEqualTo("urn:exoscout:problem:" + code);
		assertThat(problem.get("title").asString()).isNotBlank();
		assertThat(problem.get("error").asString()).isEqualTo(problem.get("detail").asString()).isNotBlank();
		assertThat(problem.get("trace_id").asString()).matches("[0-9a-f]{32}").isEqualTo(header("X-Trace-Id"));
		assertThat(this.text).hasSizeLessThan(10_000).doesNotContain(INSIDES);
		return problem.get("detail").asString();
	}

}
