package io.exoscout.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Sends files of the page. What has a digest in its name stays for good in any cache; all
 * else is asked for again each time, and mostly answered with 304.
 */
class PageHandler implements HttpRequestHandler {

	private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

	private static final String NOT_FOUND = "/404.html";

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	/** The page has all its scripts and styles in files of its own. */
	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
			+ " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	private final PageFiles files;

	PageHandler(PageFiles files) {
		this.files = files;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		if (!List.of("GET", "HEAD").contains(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("GET", "HEAD"));
		}
		PageFile file = this.files.at(request.getRequestURI());
		if (NOT_FOUND.equals(request.getRequestURI())) {
			// so that whoever stands in front of this can show it for what there is not
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		if (file == null) {
			// a page is a folder
			String query = request.getQueryString();
			response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
			response.setHeader(HttpHeaders.LOCATION,
					request.getRequestURI() + "/" + ((query != null) ? "?" + query : ""));
			return;
		}
		send(file, request, response);
	}

	/**
	 * Sends the first page.
	 * @return whether there is one
	 */
	boolean index(HttpServletRequest request, HttpServletResponse response) throws IOException {
		PageFile file = this.files.at("/");
		if (file == null) {
			return false;
		}
		// the same address has JSON for programs
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		send(file, request, response);
		return true;
	}

	/**
	 * Says to a browser that there is nothing at an address.
	 * @return whether it was a browser and there is a page for it
	 */
	boolean missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
		PageFile file = this.files.at(NOT_FOUND);
		if (file == null || !request.getMethod().equals("GET") || !wantsHtml(request.getHeader(HttpHeaders.ACCEPT))) {
			return false;
		}
		response.setStatus(HttpStatus.NOT_FOUND.value());
		response.setHeader(CONTENT_SECURITY_POLICY, POLICY);
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		write(file, encoding(file, request), response);
		return true;
	}

	private static void send(PageFile file, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String encoding = encoding(file, request);
		response.setHeader(CONTENT_SECURITY_POLICY, POLICY);
		response.setHeader(HttpHeaders.CACHE_CONTROL,
				(file.isImmutable() ? FOR_GOOD : CacheControl.noCache()).getHeaderValue());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (!new ServletWebRequest(request, response).checkNotModified(file.tag(encoding))) {
			write(file, encoding, response);
		}
	}

	private static void write(PageFile file, @Nullable String encoding, HttpServletResponse response)
			throws IOException {
		byte[] bytes = file.bytes(encoding);
		if (encoding != null) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, encoding);
		}
		response.setContentType(file.type());
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	private static @Nullable String encoding(PageFile file, HttpServletRequest request) {
		String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_ENCODING), "");
		return file.encoding(Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
			.map((part) -> part.replace(" ", ""))
			.filter((part) -> !part.matches(".*;q=0(\\.0*)?"))
			.map((part) -> part.split(";", 2)[0])
			.toList());
	}

	/** Browsers name it; programs that take anything do not. */
	private static boolean wantsHtml(@Nullable String accept) {
		try {
			return MediaType.parseMediaTypes(accept).stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
