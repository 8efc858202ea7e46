package io.exoscout.jobs;

import java.util.List;
import java.util.OptionalLong;

import io.exoscout.work.Worker;
import io.exoscout.work.WorkQueue;
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
class WorkerController {

	private final Workers workers;

	private final WorkQueue queue;

	WorkerController(Workers workers, WorkQueue queue) {
		this.workers = workers;
		this.queue = queue;
	}

	@Operation(summary = "Live workers and the length of the queue")
	@GetMapping
	WorkForce list() {
		OptionalLong depth = this.queue.depth();
		return new WorkForce(depth.isPresent() ? depth.getAsLong() : null, this.workers.alive());
	}

	/**
	 * Who works, and how much waits.
	 *
	 * @param queueDepth requests waiting, {@code null} while the broker can not be asked
	 * @param workers those heard from lately
	 */
	record WorkForce(@Nullable Long queueDepth, List<Worker> workers) {
	}

}
