package io.exoscout.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.exoscout.suite.Broker;
import io.exoscout.work.Job;
import io.exoscout.work.JobState;
import io.exoscout.work.TestJobs;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import org.awaitility.Awaitility;
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

@ParameterizedClass
@EnumSource(Broker.class)
class WorkProtocolTests {

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
	void doesWhatIsSubmitted() {
		stage.submit("a");
		Job job = stage.await("a", JobState.COMPLETED);
		assertThat(job.results()).isEqualTo(FakeWork.RESULTS);
		assertThat(job.attempts()).isEqualTo(1);
		assertThat(job.completedAt()).isAfterOrEqualTo(job.startedAt());
		stage.awaitNothingLeft();
		assertThat(stage.deadLetters()).isZero();
	}

	@Test
	void looksAfterItsOutcomeOnceTheDocumentSpeaksForIt() {
		stage.submit("a");
		stage.await("a", JobState.COMPLETED);
		stage.awaitNothingLeft();
		assertThat(stage.work.confirmed).containsExactly("a");
		assertThat(stage.work.released).hasValue(1);
		assertThat(stage.work.discarded).isEmpty();
	}

	@Test
	void letsGoOfAnOutcomeThatCouldNotBeStored() {
		stage.work.afterStore = () -> {
			throw new IllegalStateException("disk full");
		};
		stage.submit("a");
		stage.await("a", JobState.ERROR);
		assertThat(stage.work.released).hasValue(3);
		assertThat(stage.work.confirmed).isEmpty();
	}

	@Test
	void duplicatedRequestIsDoneOnce() {
		Job job = stage.submit("a");
		for (int i = 0; i < 20; i++) {
			stage.queue.send(job);
		}
		stage.await("a", JobState.COMPLETED);
		stage.awaitNothingLeft();
		assertThat(stage.work.done).containsExactly("a");
	}

	@Test
	void redeliveredRequestOfAFinishedJobDoesNothing() {
		stage.submit("a");
		Job completed = stage.await("a", JobState.COMPLETED);
		stage.queue.send(completed);
		stage.awaitNothingLeft();
		assertThat(stage.work.done).containsExactly("a");
		assertThat(stage.jobs.find("a")).contains(completed);
	}

	@Test
	void requestOfADeletedJobIsForgotten() {
		stage.queue.send(TestJobs.kepler("gone"));
		stage.awaitNothingLeft();
		assertThat(stage.work.done).isEmpty();
		assertThat(stage.deadLetters()).isZero();
	}

	@Test
	void takesUpWhatADeadWorkerLeft() {
		Job job = stage.jobs.submit(TestJobs.kepler("a")).job();
		stage.jobs.claim(job.jobId(), "dead", Duration.ofMillis(300));
		assertThat(stage.await("a", JobState.COMPLETED)).returns(2, Job::attempts);
		assertThat(stage.work.done).containsExactly("a");
	}

	@Test
	void keepsALongJob() {
		Instant end = Instant.now().plusSeconds(3);
		stage.work.task = (job, watch) -> {
			while (Instant.now().isBefore(end)) {
				watch.progress("cross_validation", 0.4, "Fold 2 of 5");
			}
		};
		stage.submit("a");
		stage.await("a", (job) -> job.progress() != null && job.progress().fraction() == 0.4);
		assertThat(stage.await("a", JobState.COMPLETED).attempts()).isEqualTo(1);
	}

	@Test
	void cancelStopsARunningJobWithinTwoSeconds() {
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("a");
		stage.await("a", JobState.RUNNING);
		Instant asked = Instant.now();
		stage.jobs.cancel("a");
		stage.await("a", JobState.CANCELLED);
		assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
		stage.awaitNothingLeft();
	}

	@Test
	void cancelInTheLastMomentWins() {
		stage.work.afterStore = () -> stage.jobs.cancel("a");
		stage.submit("a");
		stage.await("a", JobState.CANCELLED);
		Awaitility.await().until(() -> stage.work.discarded, List.of("a")::equals);
	}

	@Test
	void cancelledWhileQueuedIsNeverDone() {
		CountDownLatch busy = new CountDownLatch(1);
		stage.work.task = (job, watch) -> Awaitility.await().until(() -> busy.getCount() == 0);
		stage.submit("a");
		stage.await("a", JobState.RUNNING);
		stage.submit("b");
		stage.jobs.cancel("b");
		busy.countDown();
		stage.await("a", JobState.COMPLETED);
		stage.awaitNothingLeft();
		assertThat(stage.work.done).containsExactly("a");
	}

	@Test
	void deleteStopsARunningJob() {
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("a");
		stage.await("a", JobState.RUNNING);
		stage.jobs.delete("a");
		stage.awaitNothingLeft();
		assertThat(stage.jobs.find("a")).isEmpty();
	}

	@Test
	void deleteInTheLastMomentLeavesNothing() {
		stage.work.afterStore = () -> stage.jobs.delete("a");
		stage.submit("a");
		Awaitility.await().until(() -> stage.work.discarded, List.of("a")::equals);
		stage.awaitNothingLeft();
		assertThat(stage.work.confirmed).isEmpty();
		assertThat(stage.work.released).hasValue(1);
		assertThat(stage.jobs.find("a")).isEmpty();
	}

	@Test
	void leavesAJobAloneThatSomebodyElseHolds() {
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("a");
		stage.await("a", JobState.RUNNING);
		stage.context.getBean(MongoOperations.class)
			.updateFirst(new Query(), new Update().set("workerId", "other").inc("attempts", 1), Job.class);
		stage.awaitNothingLeft();
		assertThat(stage.jobs.find("a").orElseThrow()).returns("other", Job::workerId)
			.returns(JobState.RUNNING, Job::status);
	}

	@Test
	void showsWhatTheWorkerIsDoing() {
		stage.work.task = FakeWork.ENDLESS;
		stage.submit("a");
		Workers workers = stage.context.getBean(Workers.class);
		Awaitility.await().until(() -> workers.alive().stream().map(Worker::currentJob).toList(), List.of("a")::equals);
		stage.jobs.cancel("a");
		Awaitility.await().until(() -> workers.alive().stream().allMatch((worker) -> worker.currentJob() == null));
		stage.awaitNothingLeft();
	}

}
