package io.exoscout.trainer;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the machine a trainer uses, and how patient it is.
 *
 * @param threads how many threads a training uses; 0 for one per processor
 * @param grace how long a stopping trainer waits for the running training to notice and
 * hand its job back; after that the job's lease has to run out
 * @param patience how long a trainer that has an outcome keeps trying to store it while
 * database or blob store are away
 * @param pause how long it waits between two tries
 */
@Validated
@ConfigurationProperties("exoscout.trainer")
record TrainerSettings(@Min(0) @DefaultValue("0") int threads,
		@DurationMin(millis = 0) @DefaultValue("20s") Duration grace,
		@DurationMin(millis = 0) @DefaultValue("5m") Duration patience,
		@DurationMin(millis = 10) @DefaultValue("2s") Duration pause) {

	int threadsOrProcessors() {
		return (this.threads > 0) ? this.threads : Runtime.getRuntime().availableProcessors();
	}

}
