package io.exoscout.work;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts jobs by their kind. All counters are there from the start, so that the first
 * event is seen as one.
 *
 * @param counters one for each kind
 */
public record JobCounter(Map<JobType, Counter> counters) {

	/**
	 * A counter.
	 * @param registry where it is kept
	 * @param name its name
	 * @param description what is counted
	 * @param tags names and values besides the kind
	 */
	public static JobCounter of(MeterRegistry registry, String name, String description, String... tags) {
		return new JobCounter(Arrays.stream(JobType.values())
			.collect(Collectors.toMap(Function.identity(),
					(type) -> Counter.builder(name)
						.description(description)
						.tag("kind", type.id())
						.tags(tags)
						.register(registry))));
	}

	public void count(Job job) {
		Objects.requireNonNull(this.counters.get(job.type())).increment();
	}

}
