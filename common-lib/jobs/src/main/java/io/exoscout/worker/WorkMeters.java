package io.exoscout.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one worker. Every meter is there from the start, so that the first
 * event is seen as one.
 */
class WorkMeters {

	private final MeterRegistry registry;

	private final String kind;

	private final Timer waited;

	private final Timer delivered;

	private final Counter lost;

	private final Counter unheardJobs;

	private final Counter unheardWorkers;

	private final Map<RunOutcome, DistributionSummary> attempts = new EnumMap<>(RunOutcome.class);

	private final AtomicInteger busy = new AtomicInteger();

	WorkMeters(MeterRegistry registry, JobType type) {
		this.registry = registry;
		this.kind = type.id();
		this.waited = timer("exoscout.queue.wait", "From being queued to being claimed");
		this.delivered = timer("exoscout.queue.delivery", "From sending the message to the claim");
		this.lost = Counter.builder("exoscout.leases.lost")
			.description("Attempts that the worker gave up because its lease was gone")
			.tag("kind", this.kind)
			.register(registry);
		this.unheardJobs = heartbeatFailures("lease");
		this.unheardWorkers = heartbeatFailures("worker");
		Arrays.stream(RunOutcome.values())
			.filter(RunOutcome::endsTheJob)
			.forEach((outcome) -> this.attempts.put(outcome, attempts(outcome)));
		Gauge.builder("exoscout.worker.busy", this.busy, AtomicInteger::get)
			.description("How many jobs the worker has, 0 while it is idle")
			.tag("kind", this.kind)
			.register(registry);
	}

	private Timer timer(String name, String description) {
		return Timer.builder(name).description(description).tag("kind", this.kind).register(this.registry);
	}

	private Counter heartbeatFailures(String of) {
		return Counter.builder("exoscout.heartbeat.failures")
			.description("Heartbeats that could not be stored")
			.tag("kind", this.kind)
			.tag("of", of)
			.register(this.registry);
	}

	private DistributionSummary attempts(RunOutcome outcome) {
		return DistributionSummary.builder("exoscout.job.attempts")
			.description("Attempts of a finished job since it was last queued by somebody")
			.tag("kind", this.kind)
			.tag("outcome", outcome.id())
			.register(this.registry);
	}

	/**
	 * The worker has a job.
	 * @param job as it was queued
	 * @param sentAt when its message was sent, if that can be told
	 */
	void claimed(Job job, @Nullable Instant sentAt) {
		this.busy.incrementAndGet();
		Instant now = Instant.now();
		this.waited.record(since(job.course().queuedAt(), now));
		if (sentAt != null) {
			this.delivered.record(since(sentAt, now));
		}
	}

	/** The other end was noted by another machine, whose clock may be ahead. */
	private static Duration since(Instant then, Instant now) {
		return then.isBefore(now) ? Duration.between(then, now) : Duration.ZERO;
	}

	/** The worker has that job no longer. */
	void ended(Job job, RunOutcome outcome) {
		this.busy.decrementAndGet();
		if (outcome == RunOutcome.LOST) {
			this.lost.increment();
		}
		finished(job, outcome);
	}

	/** A job is finished, perhaps without anybody having claimed it once more. */
	void finished(Job job, RunOutcome outcome) {
		Optional.ofNullable(this.attempts.get(outcome))
			.ifPresent((summary) -> summary.record(job.course().attemptsSinceQueued()));
	}

	void jobHeartbeatFailed() {
		this.unheardJobs.increment();
	}

	void workerHeartbeatFailed() {
		this.unheardWorkers.increment();
	}

}
