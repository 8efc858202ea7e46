package io.exoscout.etag;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A tag as it is promises the same bytes, so Tomcat packs nothing that has one. JSON for
 * callers that take it packed gets a weak tag, which promises the same content; whoever
 * asks for news finds none all the same. An answer that says {@code no-transform} keeps
 * its tag, since somebody has to send it back as it was.
 */
class WeakTag extends OncePerRequestFilter {

	/** Who changes something gets the tag to change it again. */
	private static final Set<String> READING = Set.of("GET", "HEAD");

	private static final String PACKED = "gzip";

	private static final String AS_IT_IS = "no-transform";

	private static final String WEAK = "W/";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
		return accepted == null || !accepted.contains(PACKED) || !READING.contains(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new PackableAnswer(response));
	}

	/** Its headers are all there when its body begins. */
	private static final class PackableAnswer extends HttpServletResponseWrapper {

		PackableAnswer(HttpServletResponse response) {
			super(response);
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			String tag = getHeader(HttpHeaders.ETAG);
			if (tag != null && !tag.startsWith(WEAK) && isPackable()) {
				setHeader(HttpHeaders.ETAG, WEAK + tag);
			}
			return super.getOutputStream();
		}

		private boolean isPackable() {
			return Objects.requireNonNullElse(getContentType(), "").startsWith(MediaType.APPLICATION_JSON_VALUE)
					&& !Objects.requireNonNullElse(getHeader(HttpHeaders.CACHE_CONTROL), "").contains(AS_IT_IS);
		}

	}

}
