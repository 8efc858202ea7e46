package io.exoscout.work;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs travel and how patient everybody is.
 *
 * @param lease how long a worker holds a job after its last heartbeat; when it runs out,
 * somebody else may take the job
 * @param heartbeat how often a worker renews its lease, stores the progress and looks
 * whether it should stop; a cancel takes effect within about this time
 * @param sweep how often the sweeper looks for jobs that got stuck
 * @param unsentAfter how long a job may be queued without a confirmed message before the
 * sweeper sends it; longer than a direct send takes
 * @param resendAfter how long after its message was confirmed a queued job is sent again,
 * should the broker hold fewer messages than there are queued jobs
 * @param maxAttempts how many failed attempts, crashes included, end a job in error
 * @param confirmTimeout how long to wait for the broker's confirmation of a message
 * @param workerHeartbeat how often a worker gives a sign of life
 * @param workerTimeout after how long without one a worker counts as gone
 * @param housekeeping how often blobs that nobody points at are looked for
 * @param blobGrace how old such a blob must be to be removed; longer than any upload or
 * the storing of a model takes
 */
@Validated
@ConfigurationProperties("exoscout.work")
public record WorkSettings(@DurationMin(millis = 500) @DefaultValue("20s") Duration lease,
		@DurationMin(millis = 50) @DefaultValue("1s") Duration heartbeat,
		@DurationMin(millis = 50) @DefaultValue("5s") Duration sweep,
		@DurationMin(millis = 0) @DefaultValue("5s") Duration unsentAfter,
		@DurationMin(millis = 500) @DefaultValue("10m") Duration resendAfter,
		@Min(1) @DefaultValue("3") int maxAttempts,
		@DurationMin(millis = 100) @DefaultValue("5s") Duration confirmTimeout,
		@DurationMin(millis = 100) @DefaultValue("5s") Duration workerHeartbeat,
		@DurationMin(millis = 200) @DefaultValue("20s") Duration workerTimeout,
		@DurationMin(seconds = 1) @DefaultValue("1h") Duration housekeeping,
		@DurationMin(seconds = 1) @DefaultValue("1h") Duration blobGrace) {

	@AssertTrue(message = "lease must be at least three heartbeats")
	boolean isLeaseLongEnough() {
		return this.lease.compareTo(this.heartbeat.multipliedBy(3)) >= 0;
	}

	@AssertTrue(message = "lease must be at least two sweeps, or nobody sees it run out")
	boolean isSweepOftenEnough() {
		return this.lease.compareTo(this.sweep.multipliedBy(2)) >= 0;
	}

	@AssertTrue(message = "worker-timeout must be at least two worker-heartbeats")
	boolean isWorkerTimeoutLongEnough() {
		return this.workerTimeout.compareTo(this.workerHeartbeat.multipliedBy(2)) >= 0;
	}

}
