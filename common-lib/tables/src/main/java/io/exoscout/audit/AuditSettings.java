package io.exoscout.audit;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How it is recorded who asked for what.
 *
 * @param keep how long a record is kept
 * @param queue how many records of a kind may wait to be written; what comes while so
 * many wait is counted and lost
 */
@Validated
@ConfigurationProperties("exoscout.audit")
public record AuditSettings(@DurationMin(minutes = 1) @DefaultValue("90d") Duration keep,
		@Min(1) @Max(1_000_000) @DefaultValue("10000") int queue) {
}
