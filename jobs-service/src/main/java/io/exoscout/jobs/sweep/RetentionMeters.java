package io.exoscout.jobs.sweep;

import io.exoscout.work.JobCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what went because it had been there for as long as it was to be.
 *
 * @param jobs jobs, with all that belonged to them
 * @param models models that had come as files
 */
public record RetentionMeters(JobCounter jobs, Counter models) {

	public RetentionMeters(MeterRegistry registry) {
		this(JobCounter.of(registry, "exoscout.retention.jobs", "Jobs removed, with all of theirs, for their age"),
				Counter.builder("exoscout.retention.models")
					.description("Imported models removed for their age")
					.register(registry));
	}

}
