package io.exoscout.jobs.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.exoscout.job.JobType;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Who works, and how much waits.
 *
 * @param queueDepth requests waiting in all queues, {@code null} while the broker can not
 * be asked
 * @param queues the same for each job type
 * @param workers those heard from lately
 */
public record WorkForce(@Nullable Long queueDepth, Map<String, @Nullable Long> queues, List<Worker> workers) {

	/** Of now. */
	public static WorkForce of(Workers workers, WorkQueue queue) {
		Map<String, @Nullable Long> queues = new LinkedHashMap<>();
		for (JobType type : JobType.values()) {
			queues.put(type.id(), known(queue.depth(type)));
		}
		return new WorkForce(known(queue.depth()), queues, workers.alive());
	}

	private static @Nullable Long known(OptionalLong depth) {
		return depth.isPresent() ? depth.getAsLong() : null;
	}

}
