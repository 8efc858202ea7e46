package io.exoscout.jobs.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.exoscout.job.JobType;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workers over HTTP. */
@RestController
@RequestMapping(path = "/exo-scout-jobs-api/workers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs")
public record WorkerController(Workers workers, WorkQueue queue) {

	@Operation(operationId = "listWorkers", summary = "Live workers and the length of the queues")
	@GetMapping
	WorkForce list() {
		Map<String, @Nullable Long> queues = new LinkedHashMap<>();
		for (JobType type : JobType.values()) {
			queues.put(type.id(), known(this.queue.depth(type)));
		}
		return new WorkForce(known(this.queue.depth()), queues, this.workers.alive());
	}

	private static @Nullable Long known(OptionalLong depth) {
		return depth.isPresent() ? depth.getAsLong() : null;
	}

	/**
	 * Who works, and how much waits.
	 *
	 * @param queueDepth requests waiting in all queues, {@code null} while the broker can
	 * not be asked
	 * @param queues the same for each job type
	 * @param workers those heard from lately
	 */
	record WorkForce(@Nullable Long queueDepth, Map<String, @Nullable Long> queues, List<Worker> workers) {
	}

}
