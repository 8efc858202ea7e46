package io.exoscout.problem;

import java.util.EnumSet;
import java.util.regex.Pattern;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Makes every error of a web application a {@link Problem}. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

	private static final Pattern PROBE = Pattern.compile("/health|/actuator/.*");

	@Bean
	ProblemAdvice problemAdvice() {
		return new ProblemAdvice();
	}

	@Bean
	ProblemController problemController() {
		return new ProblemController();
	}

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json);
	}

	/** Inside the observation filter, whose trace it tells. */
	@Bean
	FilterRegistrationBean<TraceFilter> traceFilter(ObjectProvider<Tracer> tracer) {
		return filter(new TraceFilter(tracer.getIfAvailable(() -> Tracer.NOOP)), Ordered.HIGHEST_PRECEDENCE + 5);
	}

	/**
	 * Log lines name the trace as problems do, and lines of a job as those of its
	 * request.
	 */
	@Bean
	Slf4JEventListener traceLog() {
		return new Slf4JEventListener(TraceFilter.MDC_KEY, "span_id");
	}

	/** Traces are about work; nobody looks for those of probes. */
	@Bean
	SpanExportingPredicate tracesWithoutProbes() {
		return (span) -> !PROBE.matcher(span.getTags().getOrDefault("uri", "")).matches();
	}

	/** Inside the observation filter, so that metrics see the status it answers with. */
	@Bean
	FilterRegistrationBean<ProblemFilter> problemFilter(ProblemWriter writer) {
		return filter(new ProblemFilter(writer), Ordered.HIGHEST_PRECEDENCE + 10);
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(ProblemWriter writer) {
		return (factory) -> factory.addContextCustomizers((context) -> {
			StandardHost host = (StandardHost) context.getParent();
			// Tomcat adds its own report unless it finds one of this class
			host.setErrorReportValveClass(ProblemValve.class.getName());
			host.getPipeline().addValve(new ProblemValve(writer));
		});
	}

	private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		return registration;
	}

}
