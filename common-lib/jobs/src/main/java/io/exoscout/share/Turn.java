package io.exoscout.share;

import java.util.Optional;

import io.exoscout.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * What a worker that is free is to do.
 *
 * @param place of the job whose turn it is, unless there is none
 * @param held whether there are jobs, but all of them of owners who have as many running
 * as they may
 */
public record Turn(@Nullable PlaceInLine place, boolean held) {

	static final Turn NONE = new Turn(null, false);

	static final Turn HELD = new Turn(null, true);

	static Turn of(PlaceInLine job) {
		return new Turn(job, false);
	}

	public Optional<String> job() {
		return Optional.ofNullable(this.place).map(PlaceInLine::jobId);
	}

	/** Whether a job still waits where it did when its turn came. */
	public boolean isOf(Job job) {
		return this.place != null && this.place.jobId().equals(job.jobId())
				&& this.place.queuedAt().equals(job.course().queuedAt());
	}

}
