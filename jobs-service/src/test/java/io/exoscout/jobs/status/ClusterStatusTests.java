package io.exoscout.jobs.status;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs.JobTally;
import io.exoscout.jobs.status.ClusterStatus.Documents;
import io.exoscout.jobs.status.ClusterStatus.Queue;
import io.exoscout.work.Worker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterStatusTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

	private static final ClusterStatus DARK = new ClusterStatus(NOW, Optional.empty(), Optional.empty());

	private static ClusterStatus documents(List<JobTally> tallies, Worker... workers) {
		return new ClusterStatus(NOW, Optional.of(new Documents(tallies, Set.of(), List.of(workers), Optional.empty())),
				Optional.empty());
	}

	private static ClusterStatus queues(OptionalLong training, OptionalLong prediction) {
		Map<JobType, Queue> queues = new EnumMap<>(JobType.class);
		queues.put(JobType.TRAINING, new Queue(training, OptionalLong.of(2)));
		queues.put(JobType.PREDICTION, new Queue(prediction, OptionalLong.empty()));
		return new ClusterStatus(NOW, Optional.empty(), Optional.of(queues));
	}

	private static JobTally tally(JobState state, long jobs, long secondsAgo) {
		return new JobTally(JobType.TRAINING, state, jobs, NOW.minusSeconds(secondsAgo));
	}

	private static Worker worker(@Nullable JobType type) {
		return new Worker("w", type, "host", null, 0, NOW, NOW, 0);
	}

	@Test
	void whatCouldNotBeSeenIsNoNumber() {
		for (JobType type : JobType.values()) {
			assertThat(DARK.jobs(type, JobState.QUEUED)).isNaN();
			assertThat(DARK.longestWait(type)).isNaN();
			assertThat(DARK.workers(type)).isNaN();
			assertThat(DARK.depth(type)).isNaN();
			assertThat(DARK.deadLetters(type)).isNaN();
		}
		assertThat(DARK.databaseUp()).isZero();
		assertThat(DARK.brokerUp()).isZero();
	}

	@Test
	void jobsAreCountedByTypeAndState() {
		ClusterStatus status = documents(List.of(tally(JobState.QUEUED, 3, 60), tally(JobState.RUNNING, 2, 90)));
		assertThat(status.jobs(JobType.TRAINING, JobState.QUEUED)).isEqualTo(3);
		assertThat(status.jobs(JobType.TRAINING, JobState.RUNNING)).isEqualTo(2);
		assertThat(status.jobs(JobType.TRAINING, JobState.ERROR)).isZero();
		assertThat(status.jobs(JobType.PREDICTION, JobState.QUEUED)).isZero();
		assertThat(status.databaseUp()).isOne();
	}

	@Test
	void backupIsAsOldAsTheMomentItIsOf() {
		List<JobTally> jobs = List.of(tally(JobState.COMPLETED, 1, 60));
		assertThat(backedUp(jobs, NOW.minusSeconds(90)).backupAge()).isEqualTo(90);
		assertThat(backedUp(jobs, NOW.plusSeconds(90)).backupAge()).isZero();
	}

	@Test
	void jobsThatWereNeverBackedUpHaveABackupOfEndlessAge() {
		assertThat(documents(List.of(tally(JobState.QUEUED, 1, 60))).backupAge()).isInfinite();
		assertThat(documents(List.of()).backupAge()).isNaN();
		assertThat(DARK.backupAge()).isNaN();
	}

	private static ClusterStatus backedUp(List<JobTally> tallies, Instant last) {
		return new ClusterStatus(NOW, Optional.of(new Documents(tallies, Set.of(), List.of(), Optional.of(last))),
				Optional.empty());
	}

	@Test
	void limitsOfOwnersHoldOneKindOfJobs() {
		Documents documents = new Documents(List.of(), Set.of(JobType.TRAINING), List.of(), Optional.empty());
		ClusterStatus status = new ClusterStatus(NOW, Optional.of(documents), Optional.empty());
		assertThat(status.held(JobType.TRAINING)).isOne();
		assertThat(status.held(JobType.PREDICTION)).isZero();
		assertThat(DARK.held(JobType.TRAINING)).isNaN();
	}

	@Test
	void onlyQueuedJobsWait() {
		assertThat(documents(List.of(tally(JobState.QUEUED, 3, 60), tally(JobState.RUNNING, 1, 900)))
			.longestWait(JobType.TRAINING)).isEqualTo(60);
		assertThat(documents(List.of(tally(JobState.RUNNING, 1, 900))).longestWait(JobType.TRAINING)).isZero();
	}

	@Test
	void nobodyWaitsForLessThanNothingWhateverTheClocksSay() {
		assertThat(documents(List.of(tally(JobState.QUEUED, 1, -5))).longestWait(JobType.TRAINING)).isZero();
	}

	@Test
	void workersThatDoNotSayWhatTheyDoTrain() {
		ClusterStatus status = documents(List.of(), worker(null), worker(JobType.TRAINING), worker(JobType.PREDICTION));
		assertThat(status.workers(JobType.TRAINING)).isEqualTo(2);
		assertThat(status.workers(JobType.PREDICTION)).isEqualTo(1);
	}

	@Test
	void brokerIsUpWhereAllQueuesAnswer() {
		ClusterStatus whole = queues(OptionalLong.of(4), OptionalLong.of(0));
		assertThat(whole.brokerUp()).isOne();
		assertThat(whole.depth(JobType.TRAINING)).isEqualTo(4);
		assertThat(whole.deadLetters(JobType.TRAINING)).isEqualTo(2);
		assertThat(whole.deadLetters(JobType.PREDICTION)).isNaN();
		ClusterStatus half = queues(OptionalLong.of(4), OptionalLong.empty());
		assertThat(half.brokerUp()).isZero();
		assertThat(half.depth(JobType.TRAINING)).isEqualTo(4);
		assertThat(half.depth(JobType.PREDICTION)).isNaN();
	}

}
