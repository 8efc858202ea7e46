package io.exoscout.trainer;

import java.time.Instant;

import io.exoscout.work.Job;
import io.exoscout.work.JobFailure;

/** Reasons, in words for the owner of a job. */
final class Failures {

	private static final long MIB = 1 << 20;

	private Failures() {
	}

	static JobFailure outOfMemory() {
		return new JobFailure("out_of_memory",
				"The training needs more memory than the worker has (" + Runtime.getRuntime().maxMemory() / MIB
						+ " MiB). Use fewer or shallower trees, a smaller table, or a worker with more memory.",
				Instant.now());
	}

	static JobFailure unexpected(Job job) {
		return new JobFailure("training_failed",
				"The training failed unexpectedly. The log of worker " + job.workerId() + " has the details.",
				Instant.now());
	}

	static JobFailure gaveUp(Job job) {
		return new JobFailure("too_many_attempts",
				"The training was started " + job.attemptsSinceQueued()
						+ " times, and each time its worker stopped without an outcome. "
						+ "It may need more memory than the worker has.",
				Instant.now());
	}

}
