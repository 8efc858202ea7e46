package io.exoscout.jobs.status;

import io.exoscout.work.WorkQueue;
import io.exoscout.work.Workers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

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
		return WorkForce.of(this.workers, this.queue);
	}

}
