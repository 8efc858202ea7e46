package io.exoscout.etag;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import io.exoscout.web.EdgeServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is packed for those who take it packed. */
class PackedAnswerTests {

	@TempDir
	static Path home;

	private static EdgeServer server;

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static HttpResponse<String> packed(String path, String... more) {
		String[] headers = new String[more.length + 2];
		headers[0] = "Accept-Encoding";
		headers[1] = "br, gzip";
		System.arraycopy(more, 0, headers, 2, more.length);
		return server.wire().get(path, headers);
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/tagged?items=1000", "/untagged?items=1000" })
	void longJsonIsPacked(String path) {
		HttpResponse<String> response = packed(path);
		assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
		assertThat(response.body().length()).isLessThan(2000);
	}

	@Test
	void nothingIsPackedForThoseWhoDoNotSayThatTheyTakeIt() {
		HttpResponse<String> response = server.wire().get("/tagged?items=1000");
		assertThat(header(response, "Content-Encoding")).isEqualTo("none");
		assertThat(header(response, "ETag")).isEqualTo("\"1000\"");
	}

	@Test
	void tagOfWhatIsPackedPromisesTheContentAndNotTheBytes() {
		assertThat(header(packed("/tagged?items=1000"), "ETag")).isEqualTo("W/\"1000\"");
	}

	@Test
	void whoHasThePackedAnswerIsToldSo() {
		assertThat(packed("/tagged?items=1000", "If-None-Match", "W/\"1000\"").statusCode()).isEqualTo(304);
	}

	@Test
	void tagOfAChangeStaysAsItIsForTheNextOne() {
		HttpResponse<String> response = server.wire().send("PUT", "/tagged?items=1000", "", "Accept-Encoding", "gzip");
		assertThat(header(response, "ETag")).isEqualTo("\"1000\"");
	}

	@Test
	void tagThatSomebodyHasToSendBackStaysAsItIs() {
		HttpResponse<String> response = packed("/as-it-is");
		assertThat(header(response, "ETag")).isEqualTo("\"1\"");
		assertThat(header(response, "Content-Encoding")).isEqualTo("none");
	}

}
