package io.exoscout.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageHandlerTests {

	private static final String SCRIPT = "/_next/static/chunks/main-58c77dce01407ae3.js";

	private final PageFiles files = PageFiles.of(Map.of("/index.html", bytes("first"), "/index.html.gz",
			bytes("packed"), "/index.html.br", bytes("small"), "/new/index.html", bytes("new"), SCRIPT, bytes("script"),
			"/theme.js", bytes("theme"), "/404.html", bytes("nothing")));

	private final PageHandler handler = new PageHandler(this.files);

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static MockHttpServletRequest get(String path, String... headers) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		for (int i = 0; i < headers.length; i += 2) {
			request.addHeader(headers[i], headers[i + 1]);
		}
		return request;
	}

	private MockHttpServletResponse handled(MockHttpServletRequest request) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.handler.handleRequest(request, response);
		return response;
	}

	@Test
	void keepsForGoodWhatHasItsDigestInItsName() throws Exception {
		MockHttpServletResponse response = handled(get(SCRIPT));
		assertThat(response.getContentAsString()).isEqualTo("script");
		assertThat(response.getContentType()).startsWith("text/javascript");
		assertThat(response.getHeader("Cache-Control")).contains("max-age=31536000", "public", "immutable");
	}

	@ParameterizedTest
	@CsvSource({ "/new/", "/theme.js" })
	void asksAgainForAllElse(String path) throws Exception {
		MockHttpServletResponse response = handled(get(path));
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
		MockHttpServletResponse again = handled(get(path, "If-None-Match", response.getHeader("ETag")));
		assertThat(again.getStatus()).isEqualTo(304);
		assertThat(again.getContentAsByteArray()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", value = { "gzip, deflate, br | small | br", "gzip | packed | gzip",
			"br;q=0, gzip;q=0.5 | packed | gzip", "identity | first | none", "zstd | first | none" })
	void sendsTheSmallestFormThatIsUnderstood(String accepted, String body, String encoding) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		assertThat(this.handler.index(get("/", "Accept-Encoding", accepted), response)).isTrue();
		assertThat(response.getContentAsString()).isEqualTo(body);
		assertThat(response.getHeader("Content-Encoding")).isEqualTo(encoding);
		assertThat(response.getHeaders("Vary")).contains("Accept", "Accept-Encoding");
	}

	@ParameterizedTest
	@CsvSource({ "/new/", SCRIPT })
	void runsNothingButWhatIsItsOwn(String path) throws Exception {
		assertThat(handled(get(path)).getHeader("Content-Security-Policy"))
			.isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
					+ " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
					+ " frame-ancestors 'none'");
	}

	@Test
	void hasATagForEachForm() throws Exception {
		MockHttpServletResponse plain = new MockHttpServletResponse();
		this.handler.index(get("/"), plain);
		MockHttpServletResponse packed = new MockHttpServletResponse();
		this.handler.index(get("/", "Accept-Encoding", "br"), packed);
		assertThat(plain.getHeader("ETag")).isNotEqualTo(packed.getHeader("ETag"));
	}

	@Test
	void leadsToTheFolderThatAPageIs() throws Exception {
		MockHttpServletRequest request = get("/new");
		request.setQueryString("lang=es");
		MockHttpServletResponse response = handled(request);
		assertThat(response.getStatus()).isEqualTo(308);
		assertThat(response.getHeader("Location")).isEqualTo("/new/?lang=es");
	}

	@Test
	void onlyReads() {
		assertThatExceptionOfType(HttpRequestMethodNotSupportedException.class)
			.isThrownBy(() -> handled(new MockHttpServletRequest("POST", "/new/")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "text/html,application/xhtml+xml,*/*;q=0.8 | true", "*/* | false",
			"application/json | false", "what? | false" })
	void showsAPageForWhatThereIsNotToBrowsersOnly(String accept, boolean shown) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		assertThat(this.handler.missing(get("/nowhere", "Accept", accept), response)).isEqualTo(shown);
		assertThat(response.getContentAsString()).isEqualTo(shown ? "nothing" : "");
		assertThat(response.getStatus()).isEqualTo(shown ? 404 : 200);
	}

	@Test
	void hasNoFirstPageWhereNoneWasBuilt() throws Exception {
		PageHandler bare = new PageHandler(PageFiles.of(Map.of()));
		assertThat(bare.index(get("/"), new MockHttpServletResponse())).isFalse();
	}

}
