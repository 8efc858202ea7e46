package io.exoscout.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list, newest first.
 *
 * @param type only of this type
 * @param status only in this state
 * @param mission only of this mission id
 * @param algorithm only of this algorithm id
 * @param modelName only with this label
 * @param owner only of this caller
 * @param limit how many at most
 * @param after only jobs that come after this place in the list
 */
public record JobQuery(@Nullable JobType type, @Nullable JobState status, @Nullable String mission,
		@Nullable String algorithm, @Nullable String modelName, @Nullable String owner, int limit,
		@Nullable JobPlace after) {

	/**
	 * A place in the list, newest first; ties are broken by id.
	 *
	 * @param createdAt creation time of the job at this place
	 * @param jobId its id
	 */
	public record JobPlace(Instant createdAt, String jobId) {
	}

}
