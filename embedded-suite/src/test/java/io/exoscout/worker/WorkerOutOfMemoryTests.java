package io.exoscout.worker;

import java.util.Map;

import io.exoscout.suite.Broker;
import io.exoscout.work.JobState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker whose memory runs out beside the work, not in it. */
class WorkerOutOfMemoryTests {

	private static WorkerStage stage;

	private static FailingJobs failing;

	@BeforeAll
	static void start() {
		stage = new WorkerStage(Broker.EMBEDDED, Map.of(), FailingJobs.class);
		failing = stage.context.getBean(FailingJobs.class);
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void clear() {
		stage.clear();
	}

	@Test
	void jobThatCouldNotBeClaimedIsTakenAgain() {
		failing.failures.put("claim", new OutOfMemoryError());
		stage.submit("a");
		assertThat(stage.await("a", JobState.COMPLETED).attempts()).isEqualTo(1);
		stage.awaitNothingLeft();
	}

	@Test
	void jobThatCouldNotBePutBackIsTakenUpWhenItsLeaseRunsOut() {
		stage.work.task = (job, watch) -> {
			if (job.attempts() == 1) {
				throw new IllegalStateException("the first attempt fails");
			}
		};
		failing.failures.put("tryAgain", new OutOfMemoryError());
		stage.submit("a");
		assertThat(stage.await("a", JobState.COMPLETED).attempts()).isEqualTo(2);
		stage.awaitNothingLeft();
	}

	@Test
	void heartGoesOnBeating() {
		stage.work.task = FakeWork.ENDLESS;
		failing.failures.put("renew", new OutOfMemoryError());
		stage.submit("a");
		stage.await("a", (job) -> job.progress() != null && job.progress().fraction() == 0.5);
		stage.jobs.cancel("a");
		stage.await("a", JobState.CANCELLED);
		stage.awaitNothingLeft();
	}

}
