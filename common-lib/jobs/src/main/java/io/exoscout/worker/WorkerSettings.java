package io.exoscout.worker;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient a worker is.
 *
 * @param grace how long a stopping worker waits for the running job to notice and be
 * handed back; after that its lease has to run out
 * @param patience how long a worker that has an outcome keeps trying to store it while
 * database or blob store are away
 * @param pause how long it waits between two tries
 * @param update how long a rolling update of the workers may take: for so long a job that
 * this worker is too old for is left to newer ones, before it ends in error
 */
@Validated
@ConfigurationProperties("exoscout.worker")
public record WorkerSettings(@DurationMin(millis = 0) @DefaultValue("20s") Duration grace,
		@DurationMin(millis = 0) @DefaultValue("5m") Duration patience,
		@DurationMin(millis = 10) @DefaultValue("2s") Duration pause,
		@DurationMin(millis = 0) @DefaultValue("10m") Duration update) {
}
