package io.exoscout.jobs.status;

import java.util.function.ToDoubleFunction;

import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Jobs, queues and workers as gauges. What can not be known at the moment is no number,
 * and no reason for the rest to be missing.
 */
public record JobMeters(StatusProbe probe) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "exoscout.database.up", "1 while the database answers", Tags.empty(),
				ClusterStatus::databaseUp);
		gauge(registry, "exoscout.broker.up", "1 while the broker answers", Tags.empty(), ClusterStatus::brokerUp);
		gauge(registry, "exoscout.backup.age.seconds", "How old the last backup is", Tags.empty(),
				ClusterStatus::backupAge);
		for (JobType type : JobType.values()) {
			bindTo(registry, type, Tags.of("kind", type.id()));
		}
	}

	private void bindTo(MeterRegistry registry, JobType type, Tags kind) {
		for (JobState state : JobState.values()) {
			gauge(registry, "exoscout.jobs", "Jobs in the database", kind.and("state", state.id()),
					(status) -> status.jobs(type, state));
		}
		gauge(registry, "exoscout.queue.oldest.seconds", "How long the job has waited that was queued first", kind,
				(status) -> status.longestWait(type));
		gauge(registry, "exoscout.queue.held", "1 while jobs wait, and all for limits of their owners", kind,
				(status) -> status.held(type));
		gauge(registry, "exoscout.queue.depth", "Messages that wait", kind, (status) -> status.depth(type));
		gauge(registry, "exoscout.dead.letters", "Messages that nobody could serve", kind,
				(status) -> status.deadLetters(type));
		gauge(registry, "exoscout.workers", "Workers heard from lately", kind, (status) -> status.workers(type));
	}

	private void gauge(MeterRegistry registry, String name, String description, Tags tags,
			ToDoubleFunction<ClusterStatus> figure) {
		Gauge.builder(name, () -> figure.applyAsDouble(this.probe.look()))
			.description(description)
			.tags(tags)
			.register(registry);
	}

}
