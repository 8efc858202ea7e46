package io.exoscout.jobs.sweep;

import io.exoscout.work.JobCounter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what the sweeper had to put right.
 *
 * @param expired jobs that were taken back
 * @param unsent jobs that were sent because the broker had never confirmed their message
 * @param missing jobs that were sent once more because the broker seems to have lost
 * their message
 */
public record SweepMeters(JobCounter expired, JobCounter unsent, JobCounter missing) {

	public SweepMeters(MeterRegistry registry) {
		this(JobCounter.of(registry, "exoscout.leases.expired",
				"Jobs taken back from a worker that was not heard from any more"), resent(registry, "unsent"),
				resent(registry, "missing"));
	}

	private static JobCounter resent(MeterRegistry registry, String reason) {
		return JobCounter.of(registry, "exoscout.jobs.resent",
				"Jobs sent by the sweeper: never confirmed before, or missing in the broker since", "reason", reason);
	}

}
