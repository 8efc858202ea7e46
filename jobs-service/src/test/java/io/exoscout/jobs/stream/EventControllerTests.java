package io.exoscout.jobs.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.exoscout.job.Job;
import io.exoscout.job.JobDocuments;
import io.exoscout.job.JobIndexes;
import io.exoscout.job.JobTraces;
import io.exoscout.job.Jobs;
import io.exoscout.job.MongoJobs;
import io.exoscout.job.Progress;
import io.exoscout.job.TestJobs;
import io.exoscout.store.MongoAccess;
import io.exoscout.telemetry.Attempt;
import io.exoscout.telemetry.FitRound;
import io.exoscout.worker.FakeWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class EventControllerTests {

	private static final int MOST_TOLD = 5000;

	private static LiveStage stage;

	@BeforeAll
	static void start() {
		stage = new LiveStage();
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void clear() {
		stage.clear();
	}

	private static HeardEvents one(String path, String... headers) {
		return HeardEvents.of(LiveStage.port(stage.one), path, headers);
	}

	private static HeardEvents two(String path, String... headers) {
		return HeardEvents.of(LiveStage.port(stage.two), path, headers);
	}

	/** Follows a whole job on one replica. */
	private static HeardEvents followed(String jobId) {
		CountDownLatch listening = new CountDownLatch(1);
		stage.work.task = (job, watch) -> {
			Awaitility.await().until(() -> listening.getCount() == 0);
			LiveStage.train(watch);
		};
		stage.submit(jobId);
		HeardEvents heard = one(LiveStage.events(jobId));
		heard.awaitType("snapshot");
		listening.countDown();
		return heard.toTheEnd();
	}

	@Test
	void tellsOfAJobUntilItsEnd() {
		HeardEvents heard = followed("a");
		assertThat(heard.types()).first().isEqualTo("snapshot");
		assertThat(heard.types()).last().isEqualTo("completed");
		assertThat(heard.types()).containsSubsequence("progress", "round", "round", "fold_finished", "progress");
		assertThat(heard.events.get(heard.events.size() - 1).path("results").path("f1_score").doubleValue())
			.isEqualTo(FakeWork.RESULTS.get("f1_score"));
	}

	@Test
	void idsRise() {
		HeardEvents heard = followed("a");
		assertThat(heard.ids()).isSorted().doesNotHaveDuplicates();
		assertThat(heard.names).first().isEqualTo(heard.ids().get(0) + " snapshot");
	}

	@Test
	void whoComesBackToAnotherReplicaGetsAllThatHeMissed() {
		HeardEvents heard = followed("a");
		List<Long> ids = heard.ids();
		for (int i = 0; i < ids.size() - 1; i++) {
			HeardEvents rest = two(LiveStage.events("a"), "Last-Event-ID", ids.get(i).toString()).toTheEnd();
			assertThat(rest.ids()).isEqualTo(ids.subList(i + 1, ids.size()));
		}
	}

	@Test
	void saysThatThereIsNothingMoreToCome() {
		HeardEvents heard = followed("a");
		String last = heard.ids().get(heard.ids().size() - 1).toString();
		assertThat(two(LiveStage.events("a"), "Last-Event-ID", last).status).isEqualTo(204);
	}

	@Test
	void whoComesLateSeesAllRoundsInTheSnapshot() {
		followed("a");
		HeardEvents late = two(LiveStage.events("a")).toTheEnd();
		assertThat(late.types()).containsExactly("snapshot");
		assertThat(late.events.get(0).path("rounds").path(0).path("test_loss").toString()).isEqualTo("[0.65,0.4]");
		assertThat(late.events.get(0).path("folds").path(0).path("figures").path("roc_auc").doubleValue())
			.isEqualTo(0.97);
		assertThat(late.events.get(0).path("job").path("status").stringValue()).isEqualTo("completed");
	}

	@Test
	void eachMemberOfAnEnsembleHasItsOwnCurve() {
		stage.work.task = (job, watch) -> {
			watch.round(new FitRound(2, 5, "xgboost", 150, 200, 0.6, 0.7));
			watch.round(new FitRound(1, 5, "gradient_boosting", 50, 200, 0.2, 0.3));
			watch.round(new FitRound(1, 5, "xgboost", 120, 200, 0.6, 0.65));
			watch.round(new FitRound(1, 5, "gradient_boosting", 100, 200, 0.1, 0.25));
		};
		stage.submit("a");
		Awaitility.await().until(() -> stage.jobs.find("a").orElseThrow().status().isFinal());
		JsonNode rounds = one(LiveStage.events("a")).toTheEnd().events.get(0).path("rounds");
		assertThat(rounds.valueStream()
			.map((curve) -> curve.path("fold").intValue() + " " + curve.path("member").stringValue() + " "
					+ curve.path("round")))
			.containsExactly("1 gradient_boosting [50,100]", "1 xgboost [120]", "2 xgboost [150]");
	}

	@Test
	void replicasTellTheSame() {
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("a");
		HeardEvents here = one(LiveStage.events("a"));
		HeardEvents there = two(LiveStage.events("a"));
		here.awaitType("snapshot");
		there.awaitType("snapshot");
		stage.jobs.cancel("a");
		List<Long> said = here.toTheEnd().ids();
		assertThat(there.toTheEnd().ids()).endsWith(said.get(said.size() - 1));
		assertThat(here.events.get(here.events.size() - 1).path("status").stringValue()).isEqualTo("cancelled");
		assertThat(here.events).anyMatch((event) -> event.path("cancel_requested").booleanValue(false));
	}

	@Test
	void tellsOfTheAttemptAfterALostWorker() {
		Job job = stage.jobs.submit(TestJobs.kepler("a")).job();
		Job claimed = stage.jobs.claim(stage.jobs.find(job.jobId()).orElseThrow(), "dead", Duration.ofMillis(300))
			.orElseThrow();
		HeardEvents heard = one(LiveStage.events("a"));
		heard.awaitType("snapshot");
		Attempt lost = stage.telemetry().of(claimed);
		lost.progress(new Progress("cross_validation", 0.5, "half"));
		// that one was never stored
		heard.awaitType("progress");
		heard.toTheEnd();
		assertThat(heard.ids()).isSorted().doesNotHaveDuplicates();
		assertThat(heard.events.stream()
			.filter((event) -> event.path("type").stringValue().equals("state"))
			.map((event) -> event.path("status").stringValue() + " " + event.path("attempt").intValue()))
			.containsExactly("queued 1", "running 2");
		assertThat(heard.types()).last().isEqualTo("completed");
		HeardEvents again = two(LiveStage.events("a"), "Last-Event-ID", heard.ids().get(1).toString()).toTheEnd();
		assertThat(again.ids()).isEqualTo(heard.ids().subList(2, heard.ids().size()));
	}

	@Test
	void tellsOfMovesThatTheBrokerSaysNothingOf() {
		Jobs silent = new MongoJobs(
				new JobDocuments(new MongoAccess(stage.worker.getBean(MongoOperations.class)), new JobIndexes()),
				new JobTraces(Tracer.NOOP, Propagator.NOOP), Clock.systemUTC());
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("busy");
		silent.submit(TestJobs.kepler("a"));
		HeardEvents heard = one(LiveStage.events("a"));
		heard.awaitType("snapshot");
		silent.cancel("a");
		assertThat(heard.toTheEnd().types()).hasSize(2);
		assertThat(heard.events.get(1).path("status").stringValue()).isEqualTo("cancelled");
		stage.jobs.cancel("busy");
	}

	@Test
	void deletedJobIsToldAndOver() {
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("a");
		HeardEvents heard = one(LiveStage.events("a"));
		heard.awaitType("snapshot");
		stage.jobs.delete("a");
		assertThat(heard.toTheEnd().types()).last().isEqualTo("deleted");
	}

	@Test
	void startsAnewWithAJobThatIsThereAgain() throws IOException {
		try (HeardEvents other = one(LiveStage.events(followed("a").events.get(0).path("job_id").stringValue()))) {
			stage.clear();
			stage.work.task = FakeWork.ENDLESS;
			stage.submit("a");
			HeardEvents heard = one(LiveStage.events("a"));
			heard.awaitType("snapshot");
			stage.jobs.cancel("a");
			assertThat(heard.toTheEnd().events.get(heard.events.size() - 1).path("status").stringValue())
				.isEqualTo("cancelled");
		}
	}

	@Test
	void unknownJobIsNotFound() {
		assertThat(one(LiveStage.events("none")).status).isEqualTo(404);
	}

	@Test
	void refusesAPlaceThatIsNoNumber() {
		assertThat(one(LiveStage.events("none"), "Last-Event-ID", "yesterday").status).isEqualTo(400);
	}

	@Test
	void givesSignsOfLife() throws IOException {
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("a");
		try (HeardEvents heard = one(LiveStage.events("a"))) {
			Awaitility.await().until(() -> heard.comments.size() > 2);
		}
		stage.jobs.cancel("a");
	}

	@Test
	void tellsOfAllJobsAndWorkers() throws IOException {
		try (HeardEvents heard = one("/exo-scout-jobs-api/jobs/events")) {
			heard.awaitType("snapshot");
			stage.work.task = (job, watch) -> LiveStage.train(watch);
			stage.submit("a");
			heard.awaitType("completed");
			heard.awaitType("workers");
			assertThat(heard.events.stream()
				.filter((event) -> event.path("job_id").stringValue("").equals("a") && event.has("status"))
				.map((event) -> event.path("status").stringValue())).containsExactly("queued", "running", "completed");
			assertThat(heard.ids()).isSorted().doesNotHaveDuplicates();
		}
	}

	@Test
	void whoComesBackToAllJobsHearsOfEveryMoveSince() throws IOException {
		long last;
		try (HeardEvents heard = one("/exo-scout-jobs-api/jobs/events")) {
			heard.awaitType("snapshot");
			last = heard.ids().get(heard.ids().size() - 1);
		}
		stage.submit("a");
		Awaitility.await().until(() -> stage.jobs.find("a").orElseThrow().status().isFinal());
		try (HeardEvents heard = two("/exo-scout-jobs-api/jobs/events", "Last-Event-ID", Long.toString(last))) {
			heard.awaitType("completed");
			assertThat(heard.types()).doesNotContain("snapshot").startsWith("state", "state", "completed");
			assertThat(heard.ids()).allMatch((id) -> id > last).isSorted();
		}
	}

	@Test
	void asksForCredentialsWhereAllDo() {
		String key = "a-key-for-the-stream";
		try (ConfigurableApplicationContext guarded = LiveStage.replica(Map.of("exoscout.security.api-keys", key))) {
			stage.submit("a");
			int port = LiveStage.port(guarded);
			assertThat(HeardEvents.of(port, LiveStage.events("a")).status).isEqualTo(401);
			assertThat(HeardEvents.of(port, LiveStage.events("a"), "X-API-Key", key).toTheEnd().types())
				.contains("snapshot");
		}
	}

	@Test
	void whoDoesNotReadIsCutOffAndHoldsUpNobody() throws IOException {
		CountDownLatch listening = new CountDownLatch(1);
		AtomicReference<HeardEvents> quick = new AtomicReference<>();
		AtomicInteger told = new AtomicInteger();
		stage.work.task = (job, watch) -> {
			Awaitility.await().until(() -> listening.getCount() == 0);
			// until both ends of the other's connection, and then its queue, are full
			while (listeners() == 2 && told.get() < MOST_TOLD) {
				watch.round(new FitRound(1, 5, "x".repeat(10_000), told.incrementAndGet(), MOST_TOLD, 0.6, 0.65));
				if (told.get() % 20 == 0) {
					quick.get().await((event) -> event.path("round").path("round").intValue(0) == told.get());
				}
			}
		};
		stage.submit("a");
		try (Socket deaf = new Socket(); HeardEvents reading = one(LiveStage.events("a"))) {
			quick.set(reading);
			deaf.setReceiveBufferSize(4096);
			deaf.connect(new InetSocketAddress("localhost", LiveStage.port(stage.one)));
			deaf.getOutputStream()
				.write(("GET " + LiveStage.events("a")
						+ " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			Awaitility.await().until(() -> listeners() == 2);
			listening.countDown();
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> listeners() < 2);
			reading.toTheEnd();
			assertThat(reading.types()).last().isEqualTo("completed");
			assertThat(reading.types()).filteredOn("round"::equals).hasSize(told.get());
			assertThat(told.get()).isLessThan(MOST_TOLD);
		}
	}

	/** Who listens to the first replica. */
	private static double listeners() {
		return stage.one.getBean(MeterRegistry.class).get("exoscout.live.clients").tag("by", "events").gauge().value();
	}

}
