package io.exoscout.orchestrator;

import java.time.Duration;

import io.exoscout.body.TableLimits;
import io.exoscout.web.UploadSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for, before anything is sent. */
@RestController
@Tag(name = "Orchestrator")
record OptionsController(UploadSettings uploads, TableLimits tables) {

	/** It changes with a release or a setting, that is with a restart. */
	private static final CacheControl BRIEFLY = CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate();

	@Operation(operationId = "trainingOptions", summary = "Say what a training can be asked for",
			description = "Algorithms with the bounds, default and meaning of each hyper-parameter, targets, tags of "
					+ "features, missions, and how large a table may be.")
	@GetMapping(path = "/exo-scout-orchestrator/options", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<TrainingChoices> options() {
		return ResponseEntity.ok().cacheControl(BRIEFLY).body(TrainingChoices.of(this.uploads, this.tables));
	}

}
