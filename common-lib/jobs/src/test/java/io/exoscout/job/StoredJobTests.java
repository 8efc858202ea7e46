package io.exoscout.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents outlive the types that they are written from, and older services read them.
 */
class StoredJobTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

	private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

	private static final JsonWriterSettings TYPED = JsonWriterSettings.builder()
		.outputMode(JsonMode.EXTENDED)
		.indent(true)
		.build();

	private static ConfigurableApplicationContext context;

	private static MongoOperations mongo;

	private static JobDocuments documents;

	private static Jobs jobs;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		mongo = context.getBean(MongoOperations.class);
		documents = new JobDocuments(new MongoAccess(mongo), new JobIndexes());
		jobs = new MongoJobs(documents, new JobTraces(Tracer.NOOP, Propagator.NOOP),
				Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.forgetDocuments(context);
	}

	private static String stored() {
		List<Document> all = mongo.findAll(Document.class, "jobs");
		assertThat(all).hasSize(1);
		return all.get(0).toJson(TYPED) + "\n";
	}

	private static String golden(String name) throws IOException {
		try (InputStream in = StoredJobTests.class.getResourceAsStream("stored-%s.json".formatted(name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Claim claimed() {
		jobs.claim(jobs.find("a").orElseThrow(), "host-1-cafe", Duration.ofMinutes(1));
		return new Claim("a", "host-1-cafe", 1);
	}

	@Test
	void storesAQueuedTrainingAsEver() throws IOException {
		documents.insert(TestJobs.kepler("a").queuedBy(TRACE, null));
		assertThat(stored()).isEqualTo(golden("queued"));
	}

	@Test
	void storesAQueuedPredictionAsEver() throws IOException {
		jobs.submit(TestJobs.prediction("a"));
		assertThat(stored()).isEqualTo(golden("prediction"));
	}

	@Test
	void storesARunningJobAsEver() throws IOException {
		documents.insert(TestJobs.kepler("a").queuedBy(TRACE, null));
		jobs.renew(claimed(), new Progress("final_fit", 0.5, "Half of it"), Duration.ofMinutes(1));
		jobs.cancel("a");
		assertThat(stored()).isEqualTo(golden("running"));
	}

	@Test
	void storesACompletedJobAsEver() throws IOException {
		jobs.submit(TestJobs.kepler("a"));
		jobs.markSent(jobs.find("a").orElseThrow());
		jobs.complete(claimed(), new TreeMap<>(Map.of("roc_auc", 0.98, "$a.b", List.of(Map.of("c.d", 1L)))));
		assertThat(stored()).isEqualTo(golden("completed"));
	}

	@Test
	void storesAFailedJobAsEver() throws IOException {
		jobs.submit(TestJobs.kepler("a"));
		jobs.fail(claimed(), new JobFailure("one_class", "All rows are CONFIRMED.", NOON));
		assertThat(stored()).isEqualTo(golden("failed"));
	}

	@Test
	void storesARepeatedJobAsEver() throws IOException {
		jobs.submit(TestJobs.prediction("a"));
		jobs.fail(claimed(), new JobFailure("one_class", "All rows are CONFIRMED.", NOON));
		Job again = TestJobs.kepler("a");
		jobs.submit(Job.training("a", "second_light", again.params(),
				new DatasetRef(TestJobs.TABLE, "other.csv", 1234, 3, 5, null, null), again.request().report(),
				again.request().features(), NOON));
		assertThat(stored()).isEqualTo(golden("repeated"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "queued", "prediction", "running", "completed", "failed", "repeated", "unnoted" })
	void readsWhatWasEverStored(String name) throws IOException {
		Document written = Document.parse(golden(name));
		mongo.insert(written, "jobs");
		Job read = jobs.find("a").orElseThrow();
		clear();
		documents.insert(read);
		// an update says of what is gone that it is null, an insert does not mention it
		written.values().removeIf(Objects::isNull);
		assertThat(new TreeMap<>(Document.parse(stored()))).isEqualTo(new TreeMap<>(written));
	}

}
