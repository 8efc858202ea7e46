package io.exoscout.protocol;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.TestJobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class FailedWorkTests extends OnEachBroker {

	@Test
	void unusableTableEndsInErrorAtOnce() {
		this.stage.work.task = (job, watch) -> {
			throw new ProblemException(ErrorCode.ONE_CLASS, "All rows are CONFIRMED.");
		};
		this.stage.submit("a");
		Job job = this.stage.await("a", JobState.ERROR);
		assertThat(job.course().attempts()).isEqualTo(1);
		assertThat(job.outcome().error()).returns("one_class", JobFailure::code)
			.returns("All rows are CONFIRMED.", JobFailure::message);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.deadLetters()).isZero();
	}

	@Test
	void poisonEndsInErrorAfterThreeAttemptsWithOneDeadLetter() {
		this.stage.work.task = (job, watch) -> {
			throw new IllegalStateException("internals nobody should read");
		};
		this.stage.submit("a");
		Job job = this.stage.await("a", JobState.ERROR);
		assertThat(job.course().attempts()).isEqualTo(3);
		assertThat(job.outcome().error().code()).isEqualTo("training_failed");
		assertThat(job.outcome().error().message()).doesNotContain("internals", "Exception");
		this.stage.awaitDeadLetters(1);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).containsExactly("a", "a", "a");
		// an attempt that is followed by another one is no end
		assertThat(this.stage.work.ended).containsExactly(JobState.ERROR);
	}

	@Test
	void outOfMemoryEndsAsAReasonAndTheWorkerLivesOn() {
		this.stage.work.task = (job, watch) -> {
			throw new OutOfMemoryError("Java heap space");
		};
		this.stage.submit("a");
		assertThat(this.stage.await("a", JobState.ERROR).outcome().error().code()).isEqualTo("out_of_memory");
		this.stage.work.reset();
		this.stage.submit("b");
		this.stage.await("b", JobState.COMPLETED);
	}

	@Test
	void missingDependencyIsTriedAgain() {
		this.stage.work.task = (job, watch) -> {
			if (job.course().attempts() == 1) {
				throw new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "The store is away.");
			}
		};
		this.stage.submit("a");
		assertThat(this.stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(2);
		this.stage.awaitNothingLeft();
	}

	@Test
	void tableThatIsOutOfSightForAMomentIsLookedForAgain() {
		this.stage.work.task = (job, watch) -> {
			if (job.course().attempts() == 1) {
				throw new ProblemException(ErrorCode.BLOB_NOT_FOUND, "Nothing is stored there.");
			}
		};
		this.stage.submit("a");
		assertThat(this.stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(2);
	}

	@Test
	void outcomeWaitsForTheStoreToComeBack() {
		int[] tries = new int[1];
		this.stage.work.afterStore = () -> {
			if (++tries[0] < 3) {
				throw new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "The store is away.");
			}
		};
		this.stage.submit("a");
		assertThat(this.stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(1);
	}

	@Test
	void jobThatTakesEveryWorkerDownIsGivenUp() {
		Job job = TestJobs.kepler("a");
		this.stage.context.getBean(MongoOperations.class).insert(usedUp(job));
		assertThat(this.stage.await("a", JobState.ERROR).outcome().error().code()).isEqualTo("too_many_attempts");
		this.stage.awaitDeadLetters(1);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).isEmpty();
	}

	/** As three crashes leave it. */
	private static Job usedUp(Job job) {
		return TestJobs.inState(job, job.status(), new JobCourse(job.createdAt(), null, 3, 0, "dead", false,
				job.course().queuedAt(), null, null, null, null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no json", "[]", "{\"version\":1}", "{\"version\":1,\"job_id\":7,\"attempt\":0}",
			"{\"version\":2,\"job_id\":\"a\",\"attempt\":0}", "\u0000\u0001" })
	void unreadableMessageGoesToTheDeadLetters(String body) {
		this.stage.publish(body);
		this.stage.awaitDeadLetters(1);
		this.stage.awaitNothingLeft();
		this.stage.submit("a");
		this.stage.await("a", JobState.COMPLETED);
	}

}
