package io.exoscout.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkRequestedTests {

	private static final WorkRequested REQUEST = new WorkRequested(1, "3f".repeat(32), 2);

	@Test
	void readsVersionOneForGood() throws IOException {
		assertThat(WorkRequested.read(golden())).isEqualTo(REQUEST);
	}

	@Test
	void writesVersionOne() throws IOException {
		JsonMapper json = new JsonMapper();
		assertThat(json.readTree(REQUEST.json())).isEqualTo(json.readTree(golden()));
	}

	@Test
	void readsTheJobOfAVersionFromTheFuture() {
		WorkRequested request = WorkRequested.read(bytes("{\"version\":9,\"job_id\":\"a\",\"attempt\":0,\"new\":[1]}"));
		assertThat(request).returns("a", WorkRequested::jobId).returns(false, WorkRequested::understood);
		assertThat(REQUEST.understood()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "1", "[]", "{", "{}", "{\"version\":1}", "\u0000",
			"{\"version\":\"1\",\"job_id\":\"a\",\"attempt\":0}", "{\"version\":1.5,\"job_id\":\"a\",\"attempt\":0}",
			"{\"version\":1,\"job_id\":\" \",\"attempt\":0}", "{\"version\":1,\"job_id\":{\"$ne\":1},\"attempt\":0}" })
	void refusesWhatItCanNotRead(String body) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> WorkRequested.read(bytes(body)))
			.returns(ErrorCode.UNREADABLE_MESSAGE, ProblemException::code);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] golden() throws IOException {
		try (InputStream in = WorkRequestedTests.class.getResourceAsStream("training-requested-1.json")) {
			return in.readAllBytes();
		}
	}

}
