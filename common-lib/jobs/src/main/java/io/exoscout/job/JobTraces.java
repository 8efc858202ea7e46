package io.exoscout.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * The trace in which a job is queued. It is kept in the job document and not in the
 * message, which may be sent again by a sweeper that knows nothing of it.
 */
public record JobTraces(Tracer tracer, Propagator propagator) {

	private static final String HEADER = "traceparent";

	/** Where this thread is, as of W3C Trace Context; {@code null} if in no trace. */
	@Nullable String current() {
		TraceContext context = this.tracer.currentTraceContext().context();
		if (context == null) {
			return null;
		}
		Map<String, String> headers = new HashMap<>();
		this.propagator.inject(context, headers,
				(carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value));
		return headers.get(HEADER);
	}

}
