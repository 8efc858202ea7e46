package io.exoscout.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobState;
import io.exoscout.job.TestJobs;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** What an old worker does beside newer services, as during a rolling update. */
class VersionSkewTests extends OnEachBroker {

	private static final Duration UPDATE = Duration.ofSeconds(1);

	@Override
	Map<String, Object> settings() {
		// only what is passed on is sent again
		return Map.of("exoscout.worker.update", UPDATE, "exoscout.work.resend-after", "1h");
	}

	@Test
	void messageOfANewerVersionLeavesItsJobToBeSentAgain() {
		Job job = this.stage.jobs.submit(sentLately("a")).job();
		this.stage.publish("{\"version\":2,\"job_id\":\"a\",\"attempt\":0,\"priority\":\"high\"}");
		assertThat(this.stage.await(job.jobId(), JobState.COMPLETED).course().attempts()).isEqualTo(1);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.deadLetters()).isZero();
	}

	/** As if the sweeper had no reason to send it. */
	private static Job sentLately(String jobId) {
		Job job = TestJobs.kepler(jobId, Instant.now());
		Instant queued = job.course().queuedAt();
		return TestJobs.inState(job, job.status(),
				new JobCourse(null, null, 0, 0, null, false, queued, queued, null, null, null, null));
	}

	@Test
	void jobThatAWorkerIsTooOldForIsLeftToANewerOne() {
		this.stage.work.unknown.set(3);
		this.stage.submit("a");
		assertThat(this.stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(1);
		assertThat(this.stage.work.unknown).hasValue(0);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.deadLetters()).isZero();
	}

	@Test
	void oldAndNewWorkerShareAQueue() {
		try (WorkerStage old = new WorkerStage(this.broker, Map.of("exoscout.worker.update", "1m"))) {
			old.work.unknown.set(Integer.MAX_VALUE);
			List<String> jobs = IntStream.range(0, 20).mapToObj((i) -> "job-" + i).toList();
			jobs.forEach(this.stage::submit);
			assertThat(jobs).allSatisfy(
					(job) -> assertThat(this.stage.await(job, JobState.COMPLETED).course().attempts()).isEqualTo(1));
			assertThat(this.stage.work.done).containsExactlyInAnyOrderElementsOf(jobs);
			assertThat(old.work.unknown).as("met by the old one").hasValueLessThan(Integer.MAX_VALUE);
			assertThat(old.work.done).isEmpty();
			this.stage.awaitNothingLeft();
			assertThat(this.stage.deadLetters()).isZero();
		}
	}

	@Test
	void jobThatNoWorkerKnowsEndsInErrorThatSaysWhatIsMissing() {
		this.stage.work.unknown.set(Integer.MAX_VALUE);
		Instant submitted = Instant.now();
		this.stage.submit("a");
		Job job = this.stage.await("a", JobState.ERROR);
		assertThat(job.outcome().error().code()).isEqualTo("workers_too_old");
		assertThat(job.outcome().error().message()).contains("algorithm 'sorcery'");
		assertThat(job.outcome().error().failedAt()).isAfter(submitted.plus(UPDATE));
		assertThat(job.course().attempts()).isZero();
		this.stage.awaitDeadLetters(1);
		assertThat(this.stage.work.done).isEmpty();
	}

	@Test
	void retryGivesTheNewWorkersTheSameTime() {
		this.stage.work.unknown.set(Integer.MAX_VALUE);
		this.stage.submit("a");
		this.stage.await("a", JobState.ERROR);
		this.stage.work.unknown.set(3);
		this.stage.queue.send(this.stage.jobs.retry("a").orElseThrow());
		this.stage.await("a", JobState.COMPLETED);
	}

	@Test
	void jobWithFieldsFromANewerVersionIsDone() {
		this.stage.work.task = (job, watch) -> assertThat(job.params()).isEqualTo(TestJobs.kepler("a").params());
		this.stage.jobs.submit(sentLately("a"));
		this.stage.context.getBean(MongoOperations.class)
			.updateFirst(new Query(),
					new Update().set("priority", new Document("level", 3))
						.set("params.folds", 7)
						.set("dataset.encoding", "utf-8")
						.set("report.quality.score", 0.9),
					Job.class);
		this.stage.queue.send(TestJobs.kepler("a"));
		this.stage.await("a", JobState.COMPLETED);
	}

	@Test
	void jobThatCanNotBeReadStopsNobodyElse() {
		this.stage.jobs.submit(sentLately("a"));
		this.stage.context.getBean(MongoOperations.class)
			.updateFirst(new Query(), new Update().set("type", "DAYDREAM"), Job.class);
		this.stage.queue.send(TestJobs.kepler("a"));
		this.stage.submit("b");
		this.stage.await("b", JobState.COMPLETED);
		this.stage.awaitDeadLetters(1);
	}

}
