package io.exoscout.work;

import java.util.OptionalLong;

/** Carries requests for work to whoever is free. */
public interface WorkQueue {

	/**
	 * Sends the request for a job and waits for the broker's confirmation; only then is
	 * the job marked as sent. Does not throw when the broker is down: the job document is
	 * the outbox, and whoever sweeps it sends again. Each job type has a queue of its
	 * own.
	 * @param job a queued job
	 * @return whether the broker has it
	 */
	boolean send(Job job);

	/**
	 * How many requests for jobs of a type wait, or empty if the broker can not be asked.
	 */
	OptionalLong depth(JobType type);

	/** How many requests wait, whatever for, or empty if the broker can not be asked. */
	default OptionalLong depth() {
		long sum = 0;
		for (JobType type : JobType.values()) {
			OptionalLong depth = depth(type);
			if (depth.isEmpty()) {
				return depth;
			}
			sum += depth.getAsLong();
		}
		return OptionalLong.of(sum);
	}

}
