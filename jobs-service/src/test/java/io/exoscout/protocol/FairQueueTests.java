package io.exoscout.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.exoscout.caller.Callers;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.TestJobs;
import io.exoscout.work.WorkRequested;
import io.exoscout.work.WorkTopology;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of the jobs of several owners, whose messages are turns. */
class FairQueueTests extends OnEachBroker {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private int submitted;

	@Override
	Map<String, Object> settings() {
		// a turn that got lost would show as a job that waits for ever
		return Map.of("exoscout.work.resend-after", "1h", "exoscout.quota.running-jobs", 1);
	}

	@Test
	void manyJobsOfOneDoNotKeepAnothersFirstWaiting() {
		int many = Integer.getInteger("fair.jobs", 50);
		CountDownLatch go = busyUntil();
		List<String> all = new ArrayList<>(List.of(submit("ada", "ada-0")));
		this.stage.await("ada-0", JobState.RUNNING);
		all.addAll(IntStream.range(1, many).parallel().mapToObj((i) -> submit("ada", "ada-" + i, i)).toList());
		all.add(submit("bob", "bob-0"));
		all.add(submit("bob", "bob-1"));
		awaitInLine(all.subList(1, all.size()));
		go.countDown();
		all.forEach((job) -> this.stage.await(job, JobState.COMPLETED));
		assertThat(this.stage.work.done).startsWith("ada-0", "bob-0", "ada-1", "bob-1", "ada-2", "ada-3")
			.endsWith("ada-" + (many - 1))
			.containsExactlyInAnyOrderElementsOf(all);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.deadLetters()).isZero();
	}

	@Test
	void messagesThatComeTwiceDoNoHarm() {
		CountDownLatch go = busyUntil();
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			all.add(submit("ada", "ada-" + i));
			all.add(submit("bob", "bob-" + i));
		}
		this.stage.await("ada-0", JobState.RUNNING);
		all.subList(1, 20).forEach((job) -> this.stage.queue.send(this.stage.jobs.find(job).orElseThrow()));
		go.countDown();
		all.forEach((job) -> this.stage.await(job, JobState.COMPLETED));
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).containsExactlyInAnyOrderElementsOf(all);
	}

	@Test
	void workerThatGetsNoFurtherThanTheTurnLosesNobodysJob() {
		CountDownLatch go = busyUntil();
		submit("ada", "ada-0");
		this.stage.await("ada-0", JobState.RUNNING);
		submit("ada", "ada-1");
		submit("bob", "bob-0");
		this.stage.failOnce("claim", new OutOfMemoryError("as after the turn, before the claim"));
		go.countDown();
		List.of("ada-0", "ada-1", "bob-0").forEach((job) -> this.stage.await(job, JobState.COMPLETED));
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).containsExactlyInAnyOrder("ada-0", "ada-1", "bob-0");
	}

	@Test
	void cancelledJobsTakeNobodysTurn() {
		CountDownLatch go = busyUntil();
		submit("ada", "ada-0");
		this.stage.await("ada-0", JobState.RUNNING);
		submit("ada", "ada-1");
		submit("ada", "ada-2");
		submit("bob", "bob-0");
		submit("bob", "bob-1");
		this.stage.jobs.cancel("bob-0");
		this.stage.jobs.cancel("ada-1");
		awaitInLine(List.of("ada-2", "bob-1"));
		go.countDown();
		List.of("ada-2", "bob-1").forEach((job) -> this.stage.await(job, JobState.COMPLETED));
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).containsExactly("ada-0", "bob-1", "ada-2");
	}

	@Test
	void deadLetterNamesTheJobThatFailedWhicheverMessageItTook() {
		CountDownLatch go = busyUntil();
		submit("ada", "ada-0");
		this.stage.await("ada-0", JobState.RUNNING);
		this.stage.work.task = (job, watch) -> {
			if (job.jobId().equals("bob-0")) {
				throw new IllegalStateException("as planned");
			}
		};
		submit("ada", "ada-1");
		submit("ada", "ada-2");
		submit("ada", "ada-3");
		submit("bob", "bob-0");
		go.countDown();
		this.stage.await("bob-0", JobState.ERROR);
		List.of("ada-1", "ada-2", "ada-3").forEach((job) -> this.stage.await(job, JobState.COMPLETED));
		this.stage.awaitDeadLetters(1);
		this.stage.awaitNothingLeft();
		byte[] letter = Objects.requireNonNull(this.stage.rabbit.receive(WorkTopology.deadLetters(JobType.TRAINING)))
			.getBody();
		assertThat(WorkRequested.read(letter).jobId()).isEqualTo("bob-0");
	}

	@Test
	void secondWorkerLeavesMoreOfOnesJobsThanMayRunAlone() {
		try (WorkerStage other = new WorkerStage(this.broker, settings())) {
			CountDownLatch go = busyUntil();
			other.work.task = this.stage.work.task;
			submit("ada", "ada-0");
			this.stage.await("ada-0", JobState.RUNNING);
			submit("ada", "ada-1");
			submit("bob", "bob-0");
			this.stage.await("bob-0", JobState.RUNNING);
			assertThat(this.stage.jobs.find("ada-1").orElseThrow().status()).isEqualTo(JobState.QUEUED);
			go.countDown();
			this.stage.await("ada-1", JobState.COMPLETED);
			this.stage.awaitNothingLeft();
		}
	}

	/** Keeps whoever works busy until the test lets go. */
	private CountDownLatch busyUntil() {
		CountDownLatch go = new CountDownLatch(1);
		this.stage.work.task = (job,
				watch) -> Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> go.getCount() == 0);
		return go;
	}

	/** A slow broker may confirm a message late, or only the next one. */
	private void awaitInLine(List<String> jobs) {
		jobs.forEach((job) -> this.stage.await(job, (found) -> found.course().sentAt() != null));
	}

	private String submit(String owner, String jobId) {
		return submit(owner, jobId, this.submitted++);
	}

	private String submit(String owner, String jobId, int second) {
		Job job = TestJobs.kepler(jobId, NOON.plusSeconds(second));
		this.stage.queue.send(Callers.analyst(owner, () -> this.stage.jobs.submit(job)).job());
		return jobId;
	}

}
