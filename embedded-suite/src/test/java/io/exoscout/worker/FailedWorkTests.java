package io.exoscout.worker;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.suite.Broker;
import io.exoscout.work.Job;
import io.exoscout.work.JobFailure;
import io.exoscout.work.JobState;
import io.exoscout.work.TestJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass
@EnumSource(Broker.class)
class FailedWorkTests {

	private static WorkerStage stage;

	@Parameter
	Broker broker;

	@BeforeParameterizedClassInvocation
	static void start(Broker broker) {
		stage = new WorkerStage(broker);
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
	void unusableTableEndsInErrorAtOnce() {
		stage.work.task = (job, watch) -> {
			throw new ProblemException(ProblemKind.UNUSABLE, "one_class", "All rows are CONFIRMED.");
		};
		stage.submit("a");
		Job job = stage.await("a", JobState.ERROR);
		assertThat(job.attempts()).isEqualTo(1);
		assertThat(job.error()).returns("one_class", JobFailure::code)
			.returns("All rows are CONFIRMED.", JobFailure::message);
		stage.awaitNothingLeft();
		assertThat(stage.deadLetters()).isZero();
	}

	@Test
	void poisonEndsInErrorAfterThreeAttemptsWithOneDeadLetter() {
		stage.work.task = (job, watch) -> {
			throw new IllegalStateException("internals nobody should read");
		};
		stage.submit("a");
		Job job = stage.await("a", JobState.ERROR);
		assertThat(job.attempts()).isEqualTo(3);
		assertThat(job.error().code()).isEqualTo("training_failed");
		assertThat(job.error().message()).doesNotContain("internals", "Exception");
		stage.awaitDeadLetters(1);
		stage.awaitNothingLeft();
		assertThat(stage.work.done).containsExactly("a", "a", "a");
	}

	@Test
	void outOfMemoryEndsAsAReasonAndTheWorkerLivesOn() {
		stage.work.task = (job, watch) -> {
			throw new OutOfMemoryError("Java heap space");
		};
		stage.submit("a");
		assertThat(stage.await("a", JobState.ERROR).error().code()).isEqualTo("out_of_memory");
		stage.work.reset();
		stage.submit("b");
		stage.await("b", JobState.COMPLETED);
	}

	@Test
	void missingDependencyIsTriedAgain() {
		stage.work.task = (job, watch) -> {
			if (job.attempts() == 1) {
				throw new ProblemException(ProblemKind.UNAVAILABLE, "store_unavailable", "The store is away.");
			}
		};
		stage.submit("a");
		assertThat(stage.await("a", JobState.COMPLETED).attempts()).isEqualTo(2);
		stage.awaitNothingLeft();
	}

	@Test
	void outcomeWaitsForTheStoreToComeBack() {
		int[] tries = new int[1];
		stage.work.afterStore = () -> {
			if (++tries[0] < 3) {
				throw new ProblemException(ProblemKind.UNAVAILABLE, "store_unavailable", "The store is away.");
			}
		};
		stage.submit("a");
		assertThat(stage.await("a", JobState.COMPLETED).attempts()).isEqualTo(1);
	}

	@Test
	void jobThatTakesEveryWorkerDownIsGivenUp() {
		Job job = TestJobs.kepler("a");
		stage.context.getBean(MongoOperations.class).insert(usedUp(job));
		assertThat(stage.await("a", JobState.ERROR).error().code()).isEqualTo("too_many_attempts");
		stage.awaitDeadLetters(1);
		stage.awaitNothingLeft();
		assertThat(stage.work.done).isEmpty();
	}

	/** As three crashes leave it. */
	private static Job usedUp(Job job) {
		return new Job(job.jobId(), job.type(), job.status(), job.modelName(), job.createdAt(), job.createdAt(), null,
				3, 0, "dead", false, job.queuedAt(), null, null, null, job.params(), job.dataset(), job.report(),
				job.features(), null, null, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no json", "[]", "{\"version\":1}", "{\"version\":1,\"job_id\":7,\"attempt\":0}",
			"{\"version\":2,\"job_id\":\"a\",\"attempt\":0}", "\u0000\u0001" })
	void unreadableMessageGoesToTheDeadLetters(String body) {
		stage.publish(body);
		stage.awaitDeadLetters(1);
		stage.awaitNothingLeft();
		stage.submit("a");
		stage.await("a", JobState.COMPLETED);
	}

}
