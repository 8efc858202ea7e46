package io.exoscout.jobs.search;

import io.exoscout.archive.Mission;
import io.exoscout.jobs.verdict.NamedObject;
import io.exoscout.jobs.verdict.VerdictController;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objects of all jobs over HTTP, by any of their names. */
@RestController
@RequestMapping(path = VerdictController.OBJECTS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs")
final class SearchController {

	private static final int MAX_NAME = 200;

	private final ObjectSearch search;

	SearchController(ObjectSearch search) {
		this.search = search;
	}

	@Operation(operationId = "findObjects", summary = "Find an object by any of its names in all completed jobs",
			description = "By KIC, KOI, TIC, TOI, EPIC or planet name, however it is written; the name of a star finds all objects on it. "
					+ "Each comes with what every model says of it, newest first, and what a person made of it. A number without the "
					+ "name of its catalogue is looked for in all of them.")
	@GetMapping
	FoundObjects find(
			@Parameter(description = "of the object or its star, 1 to 200 characters",
					example = "Kepler-227 b") @RequestParam String name,
			@Parameter(description = "only in this mission's tables",
					schema = @Schema(implementation = Mission.class)) @RequestParam(
							required = false) @Nullable String mission,
			@Parameter(description = "how many models of each object at most, 1 to 200, the newest",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200",
							defaultValue = "50")) @RequestParam(defaultValue = "50") int limit) {
		if (name.isBlank() || name.length() > MAX_NAME) {
			throw ProblemException.invalidParameter("name",
					"'%s' is no name; accepted are 1 to %d characters".formatted(Quoted.shortened(name), MAX_NAME));
		}
		return this.search.find(name, (mission != null) ? NamedObject.mission(mission) : null, Parameters.limit(limit));
	}

}
