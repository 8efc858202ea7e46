package io.exoscout.worker;

import java.util.Objects;

import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.problem.ErrorCode;

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
		return JobFailure.of(ErrorCode.OUT_OF_MEMORY, "The %s needs more memory than the worker has (%d MiB). %s"
			.formatted(job.type().id(), Runtime.getRuntime().maxMemory() / MIB, advice));
	}

	static JobFailure unexpected(Job job) {
		return JobFailure.of(job.type().failure(), "The %s failed unexpectedly. The log of worker %s has the details."
			.formatted(job.type().id(), job.course().workerId()));
	}

	/** Nobody came who knows more than this worker. */
	static JobFailure tooNew(String unknown) {
		return JobFailure.of(ErrorCode.WORKERS_TOO_OLD,
				"No worker here knows %s; they are of version %s. Update them, and retry.".formatted(unknown,
						version()));
	}

	private static String version() {
		return Objects.requireNonNullElse(FailureReasons.class.getPackage().getImplementationVersion(), "development");
	}

	static JobFailure gaveUp(Job job) {
		return JobFailure.of(ErrorCode.TOO_MANY_ATTEMPTS,
				"The %s was started %d times, and each time its worker stopped without an outcome. It may need more memory than the worker has."
					.formatted(job.type().id(), job.course().attemptsSinceQueued()));
	}

}
