package io.exoscout.searcher.star;

import io.exoscout.archive.Mission;
import io.exoscout.job.Jobs;
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

/** From an object of a table to the searches of its star's light curves. */
@RestController
@RequestMapping(path = StarSearchController.CURVES, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Light curves")
public final class StarSearchController {

	static final String CURVES = "/exo-scout-lightcurves";

	private static final int MAX_NAME = 200;

	private static final double LONGEST = 100_000;

	private final Jobs jobs;

	public StarSearchController(Jobs jobs) {
		this.jobs = jobs;
	}

	@Operation(operationId = "findSearches", summary = "Find the completed searches of a star's light curves",
			description = "By the star's number in the catalogue of its mission, which the files of its light curves have. With the period of "
					+ "an object, each comes with the signal of that period, or of a half, a third, twice, or three times it.")
	@GetMapping
	StarSearches find(
			@Parameter(description = "the star, as KIC 6541920, TIC 25155310, EPIC 201367065, or its number alone",
					example = "KIC 6541920") @RequestParam String object,
			@Parameter(description = "whose number it is, if it is alone",
					schema = @Schema(implementation = Mission.class)) @RequestParam(
							required = false) @Nullable String mission,
			@Parameter(description = "of an object of the star, in days",
					schema = @Schema(exclusiveMinimumValue = 0)) @RequestParam(
							required = false) @Nullable Double period,
			@Parameter(description = "how many at most, 1 to 200, the newest",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200",
							defaultValue = "20")) @RequestParam(defaultValue = "20") int limit) {
		if (object.isBlank() || object.length() > MAX_NAME) {
			throw ProblemException.invalidParameter("object",
					"'%s' is no name; accepted are 1 to %d characters".formatted(Quoted.shortened(object), MAX_NAME));
		}
		// not so of NaN either
		if (period != null && !(period > 0 && period <= LONGEST)) {
			throw ProblemException.invalidParameter("period",
					"period is %s; accepted are days above 0 and up to %s".formatted(period, LONGEST));
		}
		return StarSearches.find(this.jobs, object, (mission != null) ? mission(mission) : null, period,
				Parameters.limit(limit), CURVES);
	}

	private static Mission mission(String id) {
		return Mission.of(id)
			.orElseThrow(() -> ProblemException.invalidParameter("mission",
					"'%s' is no mission; accepted are kepler, tess and k2".formatted(Quoted.shortened(id))));
	}

}
