package io.exoscout.etag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

import static org.assertj.core.api.Assertions.assertThat;

class AnyTagTests {

	private final MockMvcTester http = MockMvcTester.of(List.of(new Tagged()),
			(builder) -> builder.setMessageConverters(new ByteArrayHttpMessageConverter())
				.addFilters(new AnyTag())
				.build());

	@RestController
	static class Tagged {

		@GetMapping("/entity")
		ResponseEntity<byte[]> entity() {
			return ResponseEntity.ok().eTag("\"one\"").body("body".getBytes(StandardCharsets.UTF_8));
		}

		@GetMapping("/streamed")
		void streamed(WebRequest request, HttpServletResponse response) throws IOException {
			if (!request.checkNotModified("\"one\"")) {
				response.setContentLength(4);
				response.getOutputStream().write("body".getBytes(StandardCharsets.UTF_8));
			}
		}

		@GetMapping("/plain")
		byte[] plain() {
			return "body".getBytes(StandardCharsets.UTF_8);
		}

		@PutMapping("/entity")
		byte[] put() {
			return "body".getBytes(StandardCharsets.UTF_8);
		}

	}

	private MvcTestResult get(String path, String tags) {
		return this.http.get().uri(path).header("If-None-Match", tags).exchange();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "*", " * ", "\"one\"", "W/\"one\"", "\"two\", \"one\"", "\"two\", W/\"one\"" })
	void whoHasItAlreadyIsToldSo(String tags) {
		for (String path : List.of("/entity", "/streamed")) {
			assertThat(get(path, tags)).as(path).hasStatus(304).hasHeader("ETag", "\"one\"");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"two\"", "\"*\"", "W/\"two\", \"three\"" })
	void whoHasAnotherOneGetsIt(String tags) {
		for (String path : List.of("/entity", "/streamed")) {
			assertThat(get(path, tags)).hasStatus(200).bodyText().isEqualTo("body");
		}
	}

	@Test
	void whatHasNoTagIsSent() {
		assertThat(get("/plain", "*")).hasStatus(200).bodyText().isEqualTo("body");
		assertThat(get("/nowhere", "*")).hasStatus(404);
	}

	@Test
	void isForQuestionsAlone() {
		assertThat(this.http.put().uri("/entity").header("If-None-Match", "*").exchange()).hasStatus(200);
	}

}
