package io.exoscout.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.exoscout.worker.FakeWork;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.TestJobs;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

class WorkProtocolTests extends OnEachBroker {

	@Test
	void doesWhatIsSubmitted() {
		this.stage.submit("a");
		Job job = this.stage.await("a", JobState.COMPLETED);
		assertThat(job.results()).isEqualTo(FakeWork.RESULTS);
		assertThat(job.course().attempts()).isEqualTo(1);
		assertThat(job.course().completedAt()).isAfterOrEqualTo(job.course().startedAt());
		this.stage.awaitNothingLeft();
		assertThat(this.stage.deadLetters()).isZero();
	}

	@Test
	void looksAfterItsOutcomeOnceTheDocumentSpeaksForIt() {
		this.stage.submit("a");
		this.stage.await("a", JobState.COMPLETED);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.confirmed).containsExactly("a");
		assertThat(this.stage.work.released).hasValue(1);
		assertThat(this.stage.work.discarded).isEmpty();
		assertThat(this.stage.work.ended).containsExactly(JobState.COMPLETED);
	}

	@Test
	void letsGoOfAnOutcomeThatCouldNotBeStored() {
		this.stage.work.afterStore = () -> {
			throw new IllegalStateException("disk full");
		};
		this.stage.submit("a");
		this.stage.await("a", JobState.ERROR);
		assertThat(this.stage.work.released).hasValue(3);
		assertThat(this.stage.work.confirmed).isEmpty();
	}

	@Test
	void duplicatedRequestIsDoneOnce() {
		Job job = this.stage.submit("a");
		for (int i = 0; i < 20; i++) {
			this.stage.queue.send(job);
		}
		this.stage.await("a", JobState.COMPLETED);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).containsExactly("a");
	}

	@Test
	void redeliveredRequestOfAFinishedJobDoesNothing() {
		this.stage.submit("a");
		Job completed = this.stage.await("a", JobState.COMPLETED);
		this.stage.queue.send(completed);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).containsExactly("a");
		assertThat(this.stage.jobs.find("a")).contains(completed);
	}

	@Test
	void requestOfADeletedJobIsForgotten() {
		this.stage.queue.send(TestJobs.kepler("gone"));
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).isEmpty();
		assertThat(this.stage.deadLetters()).isZero();
	}

	@Test
	void takesUpWhatADeadWorkerLeft() {
		Job job = this.stage.jobs.submit(TestJobs.kepler("a")).job();
		this.stage.jobs.claim(this.stage.jobs.find(job.jobId()).orElseThrow(), "dead", Duration.ofMillis(300));
		assertThat(this.stage.await("a", JobState.COMPLETED)).returns(2, (found) -> found.course().attempts());
		assertThat(this.stage.work.done).containsExactly("a");
	}

	@Test
	void keepsALongJob() {
		Instant end = Instant.now().plusSeconds(3);
		this.stage.work.task = (job, watch) -> {
			while (Instant.now().isBefore(end)) {
				watch.progress("cross_validation", 0.4, "Fold 2 of 5");
			}
		};
		this.stage.submit("a");
		this.stage.await("a", (job) -> job.course().progress() != null && job.course().progress().fraction() == 0.4);
		assertThat(this.stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(1);
	}

	@Test
	void cancelStopsARunningJobPromptly() {
		this.stage.work.task = FakeWork.ENDLESS;
		this.stage.submit("a");
		this.stage.await("a", JobState.RUNNING);
		Instant asked = Instant.now();
		this.stage.jobs.cancel("a");
		this.stage.await("a", JobState.CANCELLED);
		assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.ended).containsExactly(JobState.CANCELLED);
	}

	@Test
	void cancelInTheLastMomentWins() {
		this.stage.work.afterStore = () -> this.stage.jobs.cancel("a");
		this.stage.submit("a");
		this.stage.await("a", JobState.CANCELLED);
		Awaitility.await().until(() -> this.stage.work.discarded, List.of("a")::equals);
	}

	@Test
	void cancelledWhileQueuedIsNeverDone() {
		CountDownLatch busy = new CountDownLatch(1);
		this.stage.work.task = (job, watch) -> Awaitility.await().until(() -> busy.getCount() == 0);
		this.stage.submit("a");
		this.stage.await("a", JobState.RUNNING);
		this.stage.submit("b");
		this.stage.jobs.cancel("b");
		busy.countDown();
		this.stage.await("a", JobState.COMPLETED);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.done).containsExactly("a");
		assertThat(this.stage.work.ended).containsExactly(JobState.COMPLETED, JobState.CANCELLED);
	}

	@Test
	void deleteStopsARunningJob() {
		this.stage.work.task = FakeWork.ENDLESS;
		this.stage.submit("a");
		this.stage.await("a", JobState.RUNNING);
		this.stage.jobs.delete("a");
		this.stage.awaitNothingLeft();
		assertThat(this.stage.jobs.find("a")).isEmpty();
	}

	@Test
	void deleteInTheLastMomentLeavesNothing() {
		this.stage.work.afterStore = () -> this.stage.jobs.delete("a");
		this.stage.submit("a");
		Awaitility.await().until(() -> this.stage.work.discarded, List.of("a")::equals);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.work.confirmed).isEmpty();
		assertThat(this.stage.work.released).hasValue(1);
		assertThat(this.stage.jobs.find("a")).isEmpty();
	}

	@Test
	void leavesAJobAloneThatSomebodyElseHolds() {
		this.stage.work.task = FakeWork.ENDLESS;
		this.stage.submit("a");
		this.stage.await("a", JobState.RUNNING);
		this.stage.context.getBean(MongoOperations.class)
			.updateFirst(new Query(), new Update().set("workerId", "other").inc("attempts", 1), Job.class);
		this.stage.awaitNothingLeft();
		assertThat(this.stage.jobs.find("a").orElseThrow()).returns("other", (found) -> found.course().workerId())
			.returns(JobState.RUNNING, Job::status);
	}

	@Test
	void showsWhatTheWorkerIsDoing() {
		this.stage.work.task = FakeWork.ENDLESS;
		this.stage.submit("a");
		Workers workers = this.stage.context.getBean(Workers.class);
		Awaitility.await().until(() -> workers.alive().stream().map(Worker::currentJob).toList(), List.of("a")::equals);
		this.stage.jobs.cancel("a");
		Awaitility.await().until(() -> workers.alive().stream().allMatch((worker) -> worker.currentJob() == null));
		this.stage.awaitNothingLeft();
	}

}
