package io.exoscout.etag;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code If-None-Match: *} is met by any answer that has a tag (RFC 9110, section
 * 13.1.2). Tags and lists of them Spring compares by itself, but takes this one for
 * something only those ask who change things.
 */
class AnyTag extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
		return tags == null || !tags.strip().equals("*")
				|| !(HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		KnownAnswer answer = new KnownAnswer(response);
		chain.doFilter(request, answer);
		answer.decide();
	}

	/**
	 * Becomes 304 if it has a tag when its body begins; the container leaves that out.
	 */
	private static final class KnownAnswer extends HttpServletResponseWrapper {

		KnownAnswer(HttpServletResponse response) {
			super(response);
		}

		void decide() {
			if (getStatus() == SC_OK && containsHeader(HttpHeaders.ETAG)) {
				setStatus(SC_NOT_MODIFIED);
			}
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			decide();
			return super.getOutputStream();
		}

		@Override
		public void flushBuffer() throws IOException {
			decide();
			super.flushBuffer();
		}

	}

}
