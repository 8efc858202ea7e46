package io.exoscout.jobs.sweep;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the sweeper had to put right. */
public class SweepMeters {

	private final Map<JobType, Counter> expired;

	private final Map<JobType, Counter> unsent;

	private final Map<JobType, Counter> missing;

	public SweepMeters(MeterRegistry registry) {
		this.expired = counters((type) -> Counter.builder("exoscout.leases.expired")
			.description("Jobs taken back from a worker that was not heard from any more")
			.tag("kind", type.id())
			.register(registry));
		this.unsent = resent(registry, "unsent");
		this.missing = resent(registry, "missing");
	}

	private static Map<JobType, Counter> resent(MeterRegistry registry, String reason) {
		return counters((type) -> Counter.builder("exoscout.jobs.resent")
			.description("Jobs sent by the sweeper: never confirmed before, or missing in the broker since")
			.tag("kind", type.id())
			.tag("reason", reason)
			.register(registry));
	}

	private static Map<JobType, Counter> counters(Function<JobType, Counter> counter) {
		return Arrays.stream(JobType.values()).collect(Collectors.toMap(Function.identity(), counter));
	}

	void expired(Job job) {
		count(this.expired, job);
	}

	/** A job whose message the broker had never confirmed was sent. */
	void unsent(Job job) {
		count(this.unsent, job);
	}

	/** A job was sent once more because the broker seems to have lost its message. */
	void missing(Job job) {
		count(this.missing, job);
	}

	private static void count(Map<JobType, Counter> counters, Job job) {
		Objects.requireNonNull(counters.get(job.type())).increment();
	}

}
