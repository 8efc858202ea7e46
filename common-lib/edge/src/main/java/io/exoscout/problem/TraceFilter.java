package io.exoscout.problem;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a trace id: that of the trace it is observed in, which is the
 * caller's if it sends a valid {@code traceparent} (W3C Trace Context). What is not
 * observed gets an id by the same rule. It stands in every log line of the request, in
 * the {@code X-Trace-Id} header of the response, and in problems.
 */
class TraceFilter extends OncePerRequestFilter {

	/** Response header with the trace id. */
	static final String HEADER = "X-Trace-Id";

	/** Key of the trace id in the logging context. */
	static final String MDC_KEY = "trace_id";

	private static final String ATTRIBUTE = TraceFilter.class.getName();

	private static final Pattern TRACEPARENT = Pattern
		.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

	private final Tracer tracer;

	TraceFilter(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		observe(request);
		String traceId = traceId(request);
		response.setHeader(HEADER, traceId);
		MDC.put(MDC_KEY, traceId);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(MDC_KEY);
		}
	}

	private void observe(HttpServletRequest request) {
		TraceContext observed = this.tracer.currentTraceContext().context();
		if (observed != null && !observed.traceId().isEmpty() && request.getAttribute(ATTRIBUTE) == null) {
			request.setAttribute(ATTRIBUTE, observed.traceId());
		}
	}

	/** The trace id of a request, made now if it has none yet. */
	static String traceId(HttpServletRequest request) {
		if (request.getAttribute(ATTRIBUTE) instanceof String known) {
			return known;
		}
		String traceId = traceId(request.getHeader("traceparent"));
		request.setAttribute(ATTRIBUTE, traceId);
		return traceId;
	}

	/** The trace id in a {@code traceparent} header, or a new one if it is not valid. */
	static String traceId(@Nullable String traceparent) {
		if (traceparent != null) {
			Matcher matcher = TRACEPARENT.matcher(traceparent);
			// versions after 00 may append fields
			if (matcher.matches() && (matcher.group(2) == null || !traceparent.startsWith("00"))) {
				return matcher.group(1);
			}
		}
		byte[] random = new byte[16];
		ThreadLocalRandom.current().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}
