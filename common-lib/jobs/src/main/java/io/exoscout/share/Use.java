package io.exoscout.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody has of what all share.
 *
 * @param owner who; {@code null} for what is nobody's, as all is where nobody is asked
 * who he is
 * @param queuedJobs jobs that wait
 * @param runningJobs jobs that are being worked on
 * @param storedBytes bytes of tables, models, candidates and predictions, those with the
 * same content once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Use(@Nullable String owner, Bounded queuedJobs, Bounded runningJobs, Bounded storedBytes) {

	/**
	 * One thing of which there may be a bound.
	 *
	 * @param used how much there is
	 * @param limit how much there may be; {@code null} for any amount
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Bounded(long used, @Nullable Long limit) {
	}

}
