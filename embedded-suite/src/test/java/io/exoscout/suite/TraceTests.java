package io.exoscout.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A suite whose traces go to somebody. */
class TraceTests {

	private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

	private static final AtomicInteger RECEIVED = new AtomicInteger();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static HttpServer collector;

	private static RunningSuite suite;

	private static Client client;

	@BeforeAll
	static void start(@TempDir Path home) throws IOException {
		collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		collector.createContext("/v1/traces", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
			RECEIVED.incrementAndGet();
		});
		collector.start();
		suite = RunningSuite.start("--exoscout.home=" + home, "--server.port=0",
				"--spring.main.sources=" + Spans.class.getName(),
				"--management.opentelemetry.tracing.export.schedule-delay=100ms",
				"--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:"
						+ collector.getAddress().getPort() + "/v1/traces");
		client = new Client(suite.url());
	}

	@AfterAll
	static void stop() {
		suite.close();
		collector.stop(0);
	}

	@Test
	void leadsFromTheUploadToTheStoredModel() {
		Answer upload = client.upload(WrittenTable.kepler(801, 120), WrittenTable.QUICK);
		String jobId = upload.json(202).get("job_id").asString();
		JsonNode job = client.ended(jobId);
		List<SpanData> spans = trace(upload.header("X-Trace-Id"), 5);
		assertThat(spans).extracting(SpanData::getName)
			.containsExactlyInAnyOrder("http post /exo-scout-orchestrator", "claim training", "perform training",
					"store training", "work on training");
		SpanData request = named(spans, "http post /exo-scout-orchestrator");
		SpanData work = named(spans, "work on training");
		assertThat(work.getParentSpanId()).isEqualTo(request.getSpanId());
		assertThat(work.getKind()).isEqualTo(SpanKind.CONSUMER);
		assertThat(named(spans, "claim training").getParentSpanId()).isEqualTo(request.getSpanId());
		assertThat(named(spans, "perform training").getParentSpanId()).isEqualTo(work.getSpanId());
		assertThat(named(spans, "store training").getParentSpanId()).isEqualTo(work.getSpanId());
		assertThat(attributes(work))
			.containsAllEntriesOf(Map.of("job_id", jobId, "attempt", "1", "worker_id", job.get("worker_id").asString(),
					"kind", "training", "algorithm", job.at("/params/algorithm").asString(), "outcome", "completed"));
	}

	@Test
	void goesOnWhereTheCallerIs() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		Answer answer = client.get(Client.JOBS + "/unknown", "traceparent",
				"00-%s-00f067aa0ba902b7-01".formatted(trace));
		assertThat(answer.json().get("trace_id").asString()).isEqualTo(trace);
		assertThat(trace(trace, 1)).singleElement().returns("00f067aa0ba902b7", SpanData::getParentSpanId);
	}

	@Test
	void problemNamesTheTraceThatBeginsHere() {
		Answer answer = client.get(Client.JOBS + "/unknown");
		assertThat(trace(answer.json().get("trace_id").asString(), 1)).hasSize(1);
	}

	@Test
	void isNothingThatTheJobTells() {
		JsonNode job = client.trained(WrittenTable.kepler(802, 120), WrittenTable.QUICK);
		assertThat(job.has("traceparent")).isFalse();
	}

	@Test
	void reachesTheCollector() {
		client.get(Client.JOBS);
		await().atMost(PATIENCE).until(() -> RECEIVED.get() > 0);
	}

	@Test
	void probesLeaveNone() {
		client.get("/health");
		client.get("/actuator/prometheus");
		String later = client.get(Client.JOBS).header("X-Trace-Id");
		trace(later, 1);
		assertThat(SPANS.getFinishedSpanItems()).extracting(SpanData::getName)
			.noneMatch((name) -> name.contains("health") || name.contains("prometheus"));
	}

	private static List<SpanData> trace(String traceId, int spans) {
		return await().atMost(PATIENCE)
			.until(() -> SPANS.getFinishedSpanItems()
				.stream()
				.filter((span) -> span.getTraceId().equals(traceId))
				.toList(), (found) -> found.size() >= spans);
	}

	private static SpanData named(List<SpanData> spans, String name) {
		return spans.stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

	private static Map<String, String> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().getKey(), (entry) -> entry.getValue().toString()));
	}

	@Configuration(proxyBeanMethods = false)
	static class Spans {

		@Bean
		InMemorySpanExporter spans() {
			return SPANS;
		}

	}

}
