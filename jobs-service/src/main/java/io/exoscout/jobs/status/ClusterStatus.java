package io.exoscout.jobs.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs.JobTally;
import io.exoscout.work.Worker;

/**
 * Jobs, workers and queues at one moment, as far as they could be seen. What could not is
 * {@link Double#NaN}.
 *
 * @param at when
 * @param documents what the database said, if it said anything
 * @param queues what the broker said, if it said anything
 */
record ClusterStatus(Instant at, Optional<Documents> documents, Optional<Map<JobType, Queue>> queues) {

	/**
	 * In the database.
	 *
	 * @param tallies how many jobs
	 * @param held the types of which jobs wait, all of them because their owners have as
	 * many running as they may
	 * @param workers those that are alive
	 * @param backup of which moment the last backup is, if there ever was one
	 */
	record Documents(List<JobTally> tallies, Set<JobType> held, List<Worker> workers, Optional<Instant> backup) {
	}

	/**
	 * In the broker.
	 *
	 * @param depth messages that wait
	 * @param deadLetters messages that nobody could serve
	 */
	record Queue(OptionalLong depth, OptionalLong deadLetters) {
	}

	double jobs(JobType type, JobState state) {
		return this.documents.map((seen) -> of(seen, type, state).mapToLong(JobTally::jobs).sum())
			.map(Long::doubleValue)
			.orElse(Double.NaN);
	}

	/** Seconds since the job was queued that has been waiting longest; 0 if none is. */
	double longestWait(JobType type) {
		return this.documents
			.map((seen) -> of(seen, type, JobState.QUEUED).map(JobTally::queuedSince)
				.mapToLong((since) -> Math.max(0, Duration.between(since, this.at).toMillis()))
				.max()
				.orElse(0) / 1000.0)
			.orElse(Double.NaN);
	}

	/** 1 while owners' limits are all that jobs of a type wait for. */
	double held(JobType type) {
		return this.documents.map((seen) -> seen.held().contains(type) ? 1.0 : 0.0).orElse(Double.NaN);
	}

	private static Stream<JobTally> of(Documents seen, JobType type, JobState state) {
		return seen.tallies().stream().filter((tally) -> tally.type() == type && tally.status() == state);
	}

	/** Workers of versions that did not say so train. */
	double workers(JobType type) {
		return this.documents
			.map((seen) -> (double) seen.workers()
				.stream()
				.filter((worker) -> type == Optional.ofNullable(worker.type()).orElse(JobType.TRAINING))
				.count())
			.orElse(Double.NaN);
	}

	double depth(JobType type) {
		return queue(type).map(Queue::depth).map(ClusterStatus::number).orElse(Double.NaN);
	}

	double deadLetters(JobType type) {
		return queue(type).map(Queue::deadLetters).map(ClusterStatus::number).orElse(Double.NaN);
	}

	private Optional<Queue> queue(JobType type) {
		return this.queues.map((seen) -> seen.get(type));
	}

	private static double number(OptionalLong count) {
		return count.isPresent() ? count.getAsLong() : Double.NaN;
	}

	/**
	 * Seconds since the moment of the last backup; endless if there are jobs and there
	 * never was one.
	 */
	double backupAge() {
		return this.documents
			.map((seen) -> seen.backup()
				.map((last) -> Math.max(0, Duration.between(last, this.at).toMillis()) / 1000.0)
				.orElse(seen.tallies().isEmpty() ? Double.NaN : Double.POSITIVE_INFINITY))
			.orElse(Double.NaN);
	}

	double databaseUp() {
		return this.documents.isPresent() ? 1 : 0;
	}

	double brokerUp() {
		return this.queues.filter((seen) -> seen.values().stream().allMatch((queue) -> queue.depth().isPresent()))
			.isPresent() ? 1 : 0;
	}

}
