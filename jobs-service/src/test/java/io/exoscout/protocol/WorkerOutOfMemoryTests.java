package io.exoscout.protocol;

import io.exoscout.worker.FakeWork;
import io.exoscout.job.JobState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker whose memory runs out beside the work, not in it. */
class WorkerOutOfMemoryTests extends OnEachBroker {

	@Test
	void jobThatCouldNotBeClaimedIsTakenAgain() {
		this.stage.failOnce("claim", new OutOfMemoryError());
		this.stage.submit("a");
		assertThat(this.stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(1);
		this.stage.awaitNothingLeft();
	}

	@Test
	void jobThatCouldNotBePutBackIsTakenUpWhenItsLeaseRunsOut() {
		this.stage.work.task = (job, watch) -> {
			if (job.course().attempts() == 1) {
				throw new IllegalStateException("the first attempt fails");
			}
		};
		this.stage.failOnce("tryAgain", new OutOfMemoryError());
		this.stage.submit("a");
		assertThat(this.stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(2);
		this.stage.awaitNothingLeft();
	}

	@Test
	void heartGoesOnBeating() {
		this.stage.work.task = FakeWork.ENDLESS;
		this.stage.failOnce("renew", new OutOfMemoryError());
		this.stage.submit("a");
		this.stage.await("a", (job) -> job.course().progress() != null && job.course().progress().fraction() == 0.5);
		this.stage.jobs.cancel("a");
		this.stage.await("a", JobState.CANCELLED);
		this.stage.awaitNothingLeft();
	}

}
