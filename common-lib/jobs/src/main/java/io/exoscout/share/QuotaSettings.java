package io.exoscout.share;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of what all share one caller may have, each without a bound where nothing is
 * said. Holds for callers that have a name: where nobody is asked who he is, all are one.
 *
 * @param queuedJobs how many of his jobs may wait; more are refused
 * @param runningJobs how many of his jobs may run at once; more wait
 * @param stored how many bytes he may have stored: tables, models with their candidates,
 * and predictions; whatever would need more is refused
 */
@Validated
@ConfigurationProperties("exoscout.quota")
public record QuotaSettings(@Min(1) @Nullable Integer queuedJobs, @Min(1) @Nullable Integer runningJobs,
		@Nullable DataSize stored) {

	/** As many as that, or as many as there may be. */
	int running() {
		return (this.runningJobs != null) ? this.runningJobs : Integer.MAX_VALUE;
	}

}
