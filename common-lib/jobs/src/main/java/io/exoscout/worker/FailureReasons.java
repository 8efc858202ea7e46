package io.exoscout.worker;

import java.time.Instant;
import java.util.Objects;

import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;

/** Reasons, in words for the owner of a job. */
final class FailureReasons {

	private static final long MIB = 1 << 20;

	private FailureReasons() {
	}

	/**
	 * The worker ran out of memory.
	 * @param job the job
	 * @param advice what its owner can do
	 */
	static JobFailure outOfMemory(Job job, String advice) {
		return new JobFailure("out_of_memory", "The %s needs more memory than the worker has (%d MiB). %s"
			.formatted(job.type().id(), Runtime.getRuntime().maxMemory() / MIB, advice), Instant.now());
	}

	static JobFailure unexpected(Job job) {
		return new JobFailure(job.type().id() + "_failed",
				"The %s failed unexpectedly. The log of worker %s has the details.".formatted(job.type().id(),
						job.course().workerId()),
				Instant.now());
	}

	/** Nobody came who knows more than this worker. */
	static JobFailure tooNew(String unknown) {
		return new JobFailure("workers_too_old",
				"No worker here knows %s; they are of version %s. Update them, and retry.".formatted(unknown,
						version()),
				Instant.now());
	}

	private static String version() {
		return Objects.requireNonNullElse(FailureReasons.class.getPackage().getImplementationVersion(), "development");
	}

	static JobFailure gaveUp(Job job) {
		return new JobFailure("too_many_attempts",
				"The %s was started %d times, and each time its worker stopped without an outcome. It may need more memory than the worker has."
					.formatted(job.type().id(), job.course().attemptsSinceQueued()),
				Instant.now());
	}

}
