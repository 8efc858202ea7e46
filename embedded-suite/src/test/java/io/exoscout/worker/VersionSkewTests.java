package io.exoscout.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.exoscout.suite.Broker;
import io.exoscout.work.Job;
import io.exoscout.work.JobState;
import io.exoscout.work.TestJobs;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** What an old worker does beside newer services, as during a rolling update. */
@ParameterizedClass
@EnumSource(Broker.class)
class VersionSkewTests {

	private static final Duration UPDATE = Duration.ofSeconds(1);

	private static WorkerStage stage;

	@Parameter
	Broker broker;

	@BeforeParameterizedClassInvocation
	static void start(Broker broker) {
		// only what is passed on is sent again
		stage = new WorkerStage(broker, Map.of("exoscout.worker.update", UPDATE, "exoscout.work.resend-after", "1h"));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void clear() {
		stage.clear();
	}

	@Test
	void messageOfANewerVersionLeavesItsJobToBeSentAgain() {
		Job job = stage.jobs.submit(sentLately("a")).job();
		stage.publish("{\"version\":2,\"job_id\":\"a\",\"attempt\":0,\"priority\":\"high\"}");
		assertThat(stage.await(job.jobId(), JobState.COMPLETED).attempts()).isEqualTo(1);
		stage.awaitNothingLeft();
		assertThat(stage.deadLetters()).isZero();
	}

	/** As if the sweeper had no reason to send it. */
	private static Job sentLately(String jobId) {
		Job job = TestJobs.kepler(jobId, Instant.now());
		return new Job(job.jobId(), job.type(), job.status(), job.modelName(), job.createdAt(), null, null, 0, 0, null,
				false, job.queuedAt(), job.queuedAt(), null, null, job.params(), job.dataset(), job.report(),
				job.features(), null, null, null);
	}

	@Test
	void jobThatAWorkerIsTooOldForIsLeftToANewerOne() {
		stage.work.unknown.set(3);
		stage.submit("a");
		assertThat(stage.await("a", JobState.COMPLETED).attempts()).isEqualTo(1);
		assertThat(stage.work.unknown).hasValue(0);
		stage.awaitNothingLeft();
		assertThat(stage.deadLetters()).isZero();
	}

	@Test
	void jobThatNoWorkerKnowsEndsInErrorThatSaysWhatIsMissing() {
		stage.work.unknown.set(Integer.MAX_VALUE);
		Instant submitted = Instant.now();
		stage.submit("a");
		Job job = stage.await("a", JobState.ERROR);
		assertThat(job.error().code()).isEqualTo("workers_too_old");
		assertThat(job.error().message()).contains("algorithm 'sorcery'");
		assertThat(job.error().failedAt()).isAfter(submitted.plus(UPDATE));
		assertThat(job.attempts()).isZero();
		stage.awaitDeadLetters(1);
		assertThat(stage.work.done).isEmpty();
	}

	@Test
	void retryGivesTheNewWorkersTheSameTime() {
		stage.work.unknown.set(Integer.MAX_VALUE);
		stage.submit("a");
		stage.await("a", JobState.ERROR);
		stage.work.unknown.set(3);
		stage.queue.send(stage.jobs.retry("a").orElseThrow());
		stage.await("a", JobState.COMPLETED);
	}

	@Test
	void jobWithFieldsFromANewerVersionIsDone() {
		stage.work.task = (job, watch) -> assertThat(job.params()).isEqualTo(TestJobs.kepler("a").params());
		stage.jobs.submit(sentLately("a"));
		stage.context.getBean(MongoOperations.class)
			.updateFirst(new Query(),
					new Update().set("priority", new Document("level", 3))
						.set("params.folds", 7)
						.set("dataset.encoding", "utf-8")
						.set("report.quality.score", 0.9),
					Job.class);
		stage.queue.send(TestJobs.kepler("a"));
		stage.await("a", JobState.COMPLETED);
	}

	@Test
	void jobThatCanNotBeReadStopsNobodyElse() {
		stage.jobs.submit(sentLately("a"));
		stage.context.getBean(MongoOperations.class)
			.updateFirst(new Query(), new Update().set("type", "DAYDREAM"), Job.class);
		stage.queue.send(TestJobs.kepler("a"));
		stage.submit("b");
		stage.await("b", JobState.COMPLETED);
		stage.awaitDeadLetters(1);
	}

}
