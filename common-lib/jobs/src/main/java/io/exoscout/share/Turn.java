package io.exoscout.share;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a worker that is free is to do.
 *
 * @param jobId the job whose turn it is, unless there is none
 * @param held whether there are jobs, but all of them of owners who have as many running
 * as they may
 */
public record Turn(@Nullable String jobId, boolean held) {

	static final Turn NONE = new Turn(null, false);

	static final Turn HELD = new Turn(null, true);

	static Turn of(PlaceInLine job) {
		return new Turn(job.jobId(), false);
	}

	public Optional<String> job() {
		return Optional.ofNullable(this.jobId);
	}

}
