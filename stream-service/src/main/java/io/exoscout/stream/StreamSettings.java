package io.exoscout.stream;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many streams there may be, and how they are treated.
 *
 * @param most how many may be defined
 * @param entries how many entries the log of one of them may have
 * @param patience how long an answer that needs events to be learned from waits for that
 * @param idle after which time without events the job of a stream ends; it begins again
 * with the next event
 */
@Validated
@ConfigurationProperties("exoscout.streams")
record StreamSettings(@DefaultValue("1000") @Min(1) long most, @DefaultValue("4000000") @Min(1) long entries,
		@DefaultValue("20s") @DurationMin(millis = 100) Duration patience,
		@DefaultValue("10m") @DurationMin(seconds = 1) Duration idle) {
}
