package io.exoscout.jobs.sweep;

import java.time.Duration;
import java.util.Optional;

import io.exoscout.job.JobType;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long what jobs have left stays, for ever where nothing is said.
 *
 * @param trainings how long after its end a training goes, with its table, its model and
 * its candidates; unless it is kept, or an alias points at its model
 * @param predictions how long after its end a prediction job goes, with its table and its
 * predictions, unless it is kept
 * @param importedModels how long after it was imported a model goes, unless an alias
 * points at it
 * @param transitSearches how long after its end a search for transits goes, with its
 * light curve and its signals, unless it is kept
 */
@Validated
@ConfigurationProperties("exoscout.retention")
public record RetentionSettings(@DurationMin(minutes = 1) @Nullable Duration trainings,
		@DurationMin(minutes = 1) @Nullable Duration predictions,
		@DurationMin(minutes = 1) @Nullable Duration importedModels,
		@DurationMin(minutes = 1) @Nullable Duration transitSearches) {

	/** How long after its end a job goes; empty if it never does. */
	Optional<Duration> of(JobType type) {
		return Optional.ofNullable(switch (type) {
			case TRAINING -> this.trainings;
			case PREDICTION -> this.predictions;
			case TRANSIT_SEARCH -> this.transitSearches;
		});
	}

}
