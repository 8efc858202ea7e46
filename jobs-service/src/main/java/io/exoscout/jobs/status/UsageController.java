package io.exoscout.jobs.status;

import io.exoscout.caller.Caller;
import io.exoscout.share.Quotas;
import io.exoscout.share.Use;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much of what all share is the caller's. */
@RestController
@Tag(name = "Jobs")
public record UsageController(Quotas quotas) {

	@Operation(operationId = "getUsage", summary = "Say how much the caller has, and may have",
			description = "Jobs in the queue and at work, and bytes stored, each with its bound if there is one. "
					+ "Without credentials, what is nobody's.")
	@GetMapping(path = "/exo-scout-jobs-api/usage", produces = MediaType.APPLICATION_JSON_VALUE)
	Use usage() {
		return this.quotas.use(Caller.current().name());
	}

}
