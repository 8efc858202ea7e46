package io.exoscout.forecast.curve;

import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.forecast.collection.SeriesTurns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Light curves and transit times, over HTTP. */
@Tag(name = "Series")
@RestController
@RequestMapping(path = "/exo-scout-series", consumes = MediaType.APPLICATION_JSON_VALUE,
		produces = MediaType.APPLICATION_JSON_VALUE)
public record WhiteningController(SeriesLimits limits, SeriesTurns turns) {

	@Operation(operationId = "whitenCurve",
			summary = "Take what can be told from the values before out of a light curve",
			description = """
					The residuals of an autoregression, so that a star's own variability hides no transit. They stand where the \
					values stood; where a value is missing, or not enough of them come before it without a gap, there is none. A \
					transit becomes a spike where it begins, and one of the other sign where it ends. This finds no transits.""")
	@PostMapping("/whiten")
	WhitenedCurve whiten(@RequestBody WhitenRequest request) {
		return this.turns.take(() -> this.turns.compute(() -> request.whiten(this.limits)));
	}

	@Operation(operationId = "fitEphemeris", summary = "Fit a linear ephemeris to transit times",
			description = """
					Period and epoch by weighted least squares, O−C of each transit, and when the next ones come. Their errors grow \
					with the distance; `expires` is the first one that is uncertain by more than 30 minutes.""")
	@PostMapping("/ephemeris")
	EphemerisAnswer ephemeris(@RequestBody EphemerisRequest request) {
		return request.answer();
	}

}
