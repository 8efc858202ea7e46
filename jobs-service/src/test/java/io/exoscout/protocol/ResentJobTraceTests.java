package io.exoscout.protocol;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.job.JobState;
import io.exoscout.job.TestJobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.TestBroker;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** The trace of a job whose first message nobody ever got. */
class ResentJobTraceTests {

	private final WorkerStage stage = new WorkerStage(TestBroker.EMBEDDED,
			Map.of("management.tracing.sampling.probability", 1,
					"management.opentelemetry.tracing.export.schedule-delay", "50ms"),
			Tracing.class);

	private final Tracer tracer = this.stage.context.getBean(Tracer.class);

	private final InMemorySpanExporter spans = this.stage.context.getBean(InMemorySpanExporter.class);

	@BeforeEach
	void clear() {
		this.stage.clear();
	}

	@AfterEach
	void stop() {
		this.stage.close();
	}

	@Test
	void isThatOfTheRequestThatQueuedIt() {
		Span request = queueOnly("a");
		this.stage.await("a", JobState.COMPLETED);
		assertThat(work(request, 1)).singleElement().returns(request.context().spanId(), SpanData::getParentSpanId);
	}

	@Test
	void holdsAllAttempts() {
		AtomicBoolean first = new AtomicBoolean(true);
		this.stage.work.task = (job, watch) -> {
			if (first.getAndSet(false)) {
				throw new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "Not now");
			}
		};
		Span request = queueOnly("a");
		this.stage.await("a", JobState.COMPLETED);
		assertThat(work(request, 2)).allMatch((work) -> work.getParentSpanId().equals(request.context().spanId()));
	}

	@Test
	void becomesThatOfTheRequestThatRetriesIt() {
		this.stage.work.task = (job, watch) -> {
			throw new ProblemException(ErrorCode.ONE_CLASS, "Not this one");
		};
		queueOnly("a");
		this.stage.await("a", JobState.ERROR);
		this.stage.work.reset();
		Span retry = within(() -> this.stage.jobs.retry("a"));
		this.stage.await("a", JobState.COMPLETED);
		assertThat(work(retry, 1)).hasSize(1);
	}

	/** Leaves the sending to the sweeper. */
	private Span queueOnly(String jobId) {
		return within(() -> this.stage.jobs.submit(TestJobs.kepler(jobId)));
	}

	private Span within(Runnable request) {
		Span span = this.tracer.nextSpan().name("request").start();
		try (Tracer.SpanInScope scope = this.tracer.withSpan(span)) {
			request.run();
		}
		finally {
			span.end();
		}
		return span;
	}

	private List<SpanData> work(Span request, int attempts) {
		return Awaitility.await()
			.until(() -> this.spans.getFinishedSpanItems()
				.stream()
				.filter((span) -> span.getTraceId().equals(request.context().traceId()))
				.filter((span) -> span.getName().equals("work on training"))
				.toList(), (found) -> found.size() >= attempts);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ObservationAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
			OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class })
	static class Tracing {

		@Bean
		InMemorySpanExporter spans() {
			return InMemorySpanExporter.create();
		}

	}

}
