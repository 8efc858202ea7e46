package io.exoscout.protocol;

import io.exoscout.worker.FakeWork;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Workers;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerShutdownTests {

	@Test
	void stoppingWorkerHandsItsJobBackToTheNextOne() {
		try (WorkerStage first = new WorkerStage()) {
			first.clear();
			first.work.task = FakeWork.ENDLESS;
			first.submit("a");
			first.await("a", JobState.RUNNING);
		}
		isDoneByTheNextOne();
	}

	@Test
	void handsItsJobBackAlsoWhileTheStoreForTheOutcomeIsAway() {
		try (WorkerStage first = new WorkerStage()) {
			first.clear();
			first.work.afterStore = () -> {
				throw new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "The store is away.");
			};
			first.submit("a");
			first.await("a", JobState.RUNNING);
		}
		isDoneByTheNextOne();
	}

	private static void isDoneByTheNextOne() {
		try (ConfigurableApplicationContext context = TestServers.context(WorkConfiguration.class)) {
			assertThat(context.getBean(Jobs.class).find("a").orElseThrow()).returns(JobState.QUEUED, Job::status)
				.returns(0, (found) -> found.course().attemptsSinceQueued());
			// the sweeper may have sent it once more
			assertThat(context.getBean(WorkQueue.class).depth().orElseThrow()).isPositive();
			assertThat(context.getBean(Workers.class).alive()).isEmpty();
		}
		try (WorkerStage second = new WorkerStage()) {
			assertThat(second.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(2);
			second.awaitNothingLeft();
		}
	}

}
