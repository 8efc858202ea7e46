package io.exoscout.work;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.exoscout.job.JobType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the messages for jobs, by whether the broker has them. */
class PublishMeters {

	private final Map<JobType, Counter> confirmed;

	private final Map<JobType, Counter> failed;

	PublishMeters(MeterRegistry registry) {
		this.confirmed = counters(registry, "confirmed");
		this.failed = counters(registry, "failed");
	}

	private static Map<JobType, Counter> counters(MeterRegistry registry, String outcome) {
		return Arrays.stream(JobType.values())
			.collect(Collectors.toMap(Function.identity(),
					(type) -> Counter.builder("exoscout.publishes")
						.description("Messages for jobs, by whether the broker confirmed to have them")
						.tag("kind", type.id())
						.tag("outcome", outcome)
						.register(registry)));
	}

	void sent(JobType type, boolean confirmed) {
		Objects.requireNonNull((confirmed ? this.confirmed : this.failed).get(type)).increment();
	}

}
