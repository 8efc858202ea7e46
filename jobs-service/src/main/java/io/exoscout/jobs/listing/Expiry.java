package io.exoscout.jobs.listing;

import java.time.Instant;
import java.util.Optional;

import io.exoscout.job.Job;

/** When jobs go by themselves. */
public interface Expiry {

	/** When a job goes, should nothing be changed; empty if it does not, or not yet. */
	Optional<Instant> of(Job job);

}
