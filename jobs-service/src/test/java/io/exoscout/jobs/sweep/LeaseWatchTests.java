package io.exoscout.jobs.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobState;
import io.exoscout.job.TestJobs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeaseWatchTests {

	private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

	private static final Instant IN_MANY_YEARS = Instant.parse("2101-01-01T00:00:00Z");

	private long seconds = 5000;

	private final LeaseWatch watch = new LeaseWatch(Duration.ofSeconds(10), () -> this.seconds * 1_000_000_000L);

	@Test
	void leaseThatNobodyRenewsRunsOut() {
		Job job = running(1, Instant.now());
		assertThat(look(job)).isEmpty();
		this.seconds += 9;
		assertThat(look(job)).isEmpty();
		this.seconds += 2;
		assertThat(look(job)).containsExactly(job);
	}

	@Test
	void renewedLeaseHolds() {
		for (int i = 0; i < 10; i++) {
			this.seconds += 8;
			assertThat(look(running(1, LONG_AGO.plusSeconds(i)))).isEmpty();
		}
	}

	@Test
	void workerWhoseClockIsBehindKeepsItsLease() {
		assertThat(look(running(1, LONG_AGO))).isEmpty();
	}

	@Test
	void deadWorkerWhoseClockWasAheadLosesItsLease() {
		Job job = running(1, IN_MANY_YEARS);
		look(job);
		this.seconds += 6;
		look(job);
		this.seconds += 6;
		assertThat(look(job)).containsExactly(job);
	}

	@Test
	void nextAttemptHasALeaseOfItsOwn() {
		look(running(1, LONG_AGO));
		this.seconds += 6;
		look(running(2, LONG_AGO));
		this.seconds += 6;
		assertThat(look(running(2, LONG_AGO))).isEmpty();
	}

	@Test
	void timeInWhichNothingCouldBeWrittenDoesNotCount() {
		Job job = running(1, LONG_AGO);
		look(job);
		this.seconds += 9;
		look(job);
		this.watch.forget();
		this.seconds += 9;
		assertThat(look(job)).isEmpty();
		this.seconds += 9;
		assertThat(look(job)).isEmpty();
		this.seconds += 2;
		assertThat(look(job)).containsExactly(job);
	}

	@Test
	void timeInWhichNobodyCouldLookDoesNotCount() {
		Job job = running(1, LONG_AGO);
		look(job);
		this.seconds += 60;
		assertThat(look(job)).isEmpty();
		this.seconds += 9;
		assertThat(look(job)).isEmpty();
		this.seconds += 2;
		assertThat(look(job)).containsExactly(job);
	}

	private List<Job> look(Job running) {
		return this.watch.runOut(List.of(running));
	}

	private static Job running(int attempt, Instant leaseUntil) {
		Job job = TestJobs.kepler("a");
		return TestJobs.inState(job, JobState.RUNNING, new JobCourse(job.createdAt(), null, attempt, 0, "worker", false,
				job.course().queuedAt(), null, leaseUntil, null, null, null));
	}

}
