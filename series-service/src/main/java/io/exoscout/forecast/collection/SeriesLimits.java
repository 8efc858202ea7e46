package io.exoscout.forecast.collection;

import java.time.Duration;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one caller may ask for, and how much is kept.
 *
 * @param database the database of the series; that of the jobs with {@code -series}
 * behind it unless set, and never that of the jobs
 * @param rows how many rows a collection may have, and so how many points are taken at
 * once
 * @param collections how many collections there may be
 * @param groups how many series a collection may hold
 * @param models how many models there may be
 * @param work how much arithmetic one request may take, in products of two numbers
 * @param together how many trainings run at once
 * @param patience how long another one waits before it is refused
 */
@Validated
@ConfigurationProperties("exoscout.series")
public record SeriesLimits(@Nullable String database, @DefaultValue("1000000") @Min(1) @Max(10_000_000) int rows,
		@DefaultValue("1000") @Min(1) int collections, @DefaultValue("1000") @Min(1) int groups,
		@DefaultValue("1000") @Min(1) int models, @DefaultValue("2000000000") @Min(1) long work,
		@DefaultValue("2") @Min(1) int together, @DefaultValue("10s") @DurationMin(seconds = 0) Duration patience) {

	/**
	 * The name of the database.
	 * @param jobs that of the database of the jobs
	 * @throws IllegalStateException if it would be the same
	 */
	String databaseBeside(String jobs) {
		return databaseBeside(this.database, jobs);
	}

	/**
	 * The name of the database of the series.
	 * @param database the setting, if there is one
	 * @param jobs the name of the database of the jobs
	 * @throws IllegalStateException if it would be the same
	 */
	public static String databaseBeside(@Nullable String database, String jobs) {
		String name = (database != null && !database.isBlank()) ? database : jobs + "-series";
		if (name.equals(jobs)) {
			throw new IllegalStateException(
					"EXOSCOUT_SERIES_DATABASE is '%s', the database of the jobs; series need one of their own."
						.formatted(name));
		}
		return name;
	}

	/**
	 * Refuses what would take too long.
	 * @param products how much arithmetic it takes
	 */
	public void requireWork(long products) {
		if (products > this.work) {
			throw new ProblemException(ErrorCode.TOO_MANY_POINTS,
					"This would take %,d products of numbers; at most %,d are computed at once (exoscout.series.work). Ask for a smaller window or order, for a shorter horizon, for fewer epochs, or for the newest points with 'limit'."
						.formatted(products, this.work));
		}
	}

}
