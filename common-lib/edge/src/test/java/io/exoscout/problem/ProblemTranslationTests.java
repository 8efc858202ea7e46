package io.exoscout.problem;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTranslationTests {

	@ParameterizedTest
	@CsvSource({ "400, malformed_request", "401, unauthorized", "403, forbidden", "404, unknown_address",
			"405, method_not_allowed", "406, not_acceptable", "413, request_too_large", "415, unsupported_media_type",
			"416, requested_range_not_satisfiable", "417, expectation_failed", "500, internal_error",
			"501, not_implemented", "503, service_unavailable", "505, http_version_not_supported" })
	void statusHasAWord(int status, String code) {
		Problem problem = ProblemTranslation.of(status);
		assertThat(problem.code().id()).isEqualTo(code);
		assertThat(problem.status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "418, MALFORMED_REQUEST", "451, MALFORMED_REQUEST", "507, INTERNAL_ERROR", "200, INTERNAL_ERROR",
			"999, INTERNAL_ERROR" })
	void statusThatNobodyExpectsIsToldAsTheOneItComesClosestTo(int status, ErrorCode code) {
		assertThat(ProblemTranslation.of(status).code()).isEqualTo(code);
	}

	@Test
	void bodyThatEndsInTheMiddleIsUnreadable() {
		HttpMessageNotReadableException unreadable = new HttpMessageNotReadableException("secret",
				new IOException("secret"), new MockHttpInputMessage(new byte[0]));
		Problem problem = ProblemTranslation.of(unreadable);
		assertThat(problem.code()).isEqualTo(ErrorCode.UNREADABLE_BODY);
		assertThat(problem.detail()).doesNotContain("secret");
	}

	/** As Tomcat and Spring wrap it, whatever the system calls it. */
	@ParameterizedTest
	@ValueSource(strings = { "No space left on device", "File too large", "Disk quota exceeded" })
	void aFormThatFindsNoRoomIsAnOutage(String words) {
		IOException disk = new IOException("Processing of the request failed. " + words, new IOException(words));
		for (MultipartException failed : List.of(new MultipartException("Failed to parse", disk),
				new MaxUploadSizeExceededException(-1, disk))) {
			assertThat(ProblemTranslation.of(failed)).returns(ErrorCode.STORAGE_UNAVAILABLE, Problem::code)
				.extracting(Problem::detail)
				.asString()
				.doesNotContain(words);
		}
	}

	@Test
	void tooFewFilesForAFormAreAnOutage() {
		for (IOException files : List.of(new FileNotFoundException("upload_1.tmp (Too many open files)"),
				new FileSystemException("upload_1.tmp", null, "Too many open files"))) {
			assertThat(ProblemTranslation.of(new MultipartException("Failed to parse", files)).code())
				.isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
		}
	}

	@Test
	void tooFewFilesForReadingAFormAreAnOutage() {
		assertThat(ProblemTranslation.of(new UncheckedIOException(new IOException("No space left on device"))).code())
			.isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
		assertThat(
				ProblemTranslation.of(new UncheckedIOException(new IOException("nothing that a system says"))).code())
			.isEqualTo(ErrorCode.INTERNAL_ERROR);
		assertThat(ProblemTranslation.of(new FileSystemException("upload_1.tmp", null, "Too many open files")).code())
			.isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
		assertThat(ProblemTranslation.of(new NoSuchFileException("upload_1.tmp")).code())
			.isEqualTo(ErrorCode.INTERNAL_ERROR);
	}

	@Test
	void aFormWhoseClientIsGoneIsNoOutage() {
		IOException gone = new IOException("Processing failed",
				new ClientAbortException(new IOException("Connection reset by peer")));
		assertThat(ProblemTranslation.of(new MultipartException("Failed to parse", gone)).code())
			.isEqualTo(ErrorCode.MALFORMED_UPLOAD);
		assertThat(ProblemTranslation.of(new MultipartException("Failed to parse", new EOFException())).code())
			.isEqualTo(ErrorCode.MALFORMED_UPLOAD);
		assertThat(ProblemTranslation.of(new MaxUploadSizeExceededException(5)).code())
			.isEqualTo(ErrorCode.UPLOAD_TOO_LARGE);
	}

}
