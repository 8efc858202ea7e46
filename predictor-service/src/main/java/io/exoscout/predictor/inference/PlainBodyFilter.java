package io.exoscout.predictor.inference;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leaves bodies of the protocol as they are. {@code curl -d}, as documents of other
 * servers have it, calls any body a form, and a container would read it as one: here
 * there are none.
 */
public final class PlainBodyFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = request.getContentType();
		boolean form = type != null
				&& type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
		chain.doFilter(form ? new Plain(request) : request, response);
	}

	/** A request whose body nobody has called anything. */
	private static final class Plain extends HttpServletRequestWrapper {

		Plain(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getContentType() {
			return null;
		}

		@Override
		public @Nullable String getHeader(String name) {
			return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? Collections.emptyEnumeration()
					: super.getHeaders(name);
		}

		/**
		 * Of the address alone, as they are written there: to look for more would be to
		 * read the body. Whoever takes a form here takes no parameters.
		 */
		@Override
		public Map<String, String[]> getParameterMap() {
			MultiValueMap<String, String> query = UriComponentsBuilder.newInstance()
				.query(getQueryString())
				.build()
				.getQueryParams();
			return query.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey,
						(parameter) -> parameter.getValue().toArray(String[]::new)));
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = getParameterValues(name);
			return (values != null) ? values[0] : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return getParameterMap().get(name);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(getParameterMap().keySet());
		}

	}

}
