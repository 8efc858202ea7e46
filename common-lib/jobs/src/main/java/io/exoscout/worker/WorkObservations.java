package io.exoscout.worker;

import java.util.Objects;

import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;

/**
 * What is timed of the work on a job. Each timer is also a span of the trace in which the
 * job was queued: all attempts hang below that one request, whoever makes them and
 * however often the message was sent.
 */
record WorkObservations(ObservationRegistry registry) {

	/** The claim on a queued job. */
	Observation claim(Job queued) {
		return received("exoscout.claim", "claim", queued);
	}

	/** One attempt from the claim to the stored outcome. */
	Observation work(Job job, Claim claim) {
		return received("exoscout.work", "work on", job).lowCardinalityKeyValue("outcome", RunOutcome.LOST.id())
			.highCardinalityKeyValue("attempt", Integer.toString(claim.attempt()))
			.highCardinalityKeyValue("worker_id", claim.workerId());
	}

	/** The work itself, apart from storing what comes out. */
	Observation perform(Job job) {
		return of(job, "perform", Observation.createNotStarted("exoscout.perform", this.registry));
	}

	/** Storing what came out. */
	Observation store(Job job) {
		return of(job, "store", Observation.createNotStarted("exoscout.store", this.registry));
	}

	private Observation received(String name, String verb, Job job) {
		ReceiverContext<Job> context = new ReceiverContext<>(
				(carrier, header) -> header.equals("traceparent") ? carrier.request().traceparent() : null,
				Kind.CONSUMER);
		context.setCarrier(job);
		return of(job, verb, Observation.createNotStarted(name, () -> context, this.registry));
	}

	private static Observation of(Job job, String verb, Observation observation) {
		return observation.contextualName(verb + " " + job.type().id())
			.lowCardinalityKeyValue("kind", job.type().id())
			.lowCardinalityKeyValue("algorithm", Objects.requireNonNullElse(job.params().algorithm(), "none"))
			.highCardinalityKeyValue("job_id", job.jobId());
	}

}
