package io.exoscout.jobs.sweep;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How careful the sweeper is with what nobody seems to need.
 *
 * @param keep how long it stays recoverable
 * @param maxShare which share of all blobs, or models, it may set aside in one round; 1
 * for all of them
 * @param maxCount how many it may set aside in one round whatever their share
 */
@Validated
@ConfigurationProperties("exoscout.housekeeping")
public record HousekeepingSettings(@DurationMin(seconds = 0) @DefaultValue("7d") Duration keep,
		@DecimalMin("0") @DecimalMax("1") @DefaultValue("0.2") double maxShare,
		@Min(0) @DefaultValue("20") long maxCount) {
}
