package io.exoscout.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.Progress;
import io.exoscout.problem.ProblemException;
import io.exoscout.telemetry.Attempt;
import io.exoscout.telemetry.FinishedFold;
import io.exoscout.telemetry.FitRound;
import io.exoscout.work.WorkSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a job while it is worked on: renews the lease and stores the progress from a
 * thread of its own, and learns there whether to stop.
 */
class Heartbeat implements WorkWatch, AutoCloseable {

	/** Why work is to stop. */
	enum Reason {

		/** Nobody wants it to. */
		NONE,
		/** Somebody asked for it. */
		CANCELLED,
		/** The job is no longer this worker's. */
		LOST,
		/** The worker itself is being stopped. */
		SHUTDOWN

	}

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	/** From less nothing can be told about the rest. */
	private static final double TOO_EARLY = 0.02;

	private final Jobs jobs;

	private final Claim claim;

	private final Duration lease;

	private final Attempt attempt;

	private final WorkMeters meters;

	private final Supplier<JobLog> names = JobLog.shared();

	private final CountDownLatch stop = new CountDownLatch(1);

	private final ScheduledFuture<?> beats;

	private final long begun = System.nanoTime();

	private volatile long lastTold = this.begun;

	private volatile Progress progress = new Progress("loading", 0, "Loading the table");

	private volatile Reason reason = Reason.NONE;

	Heartbeat(Jobs jobs, Claim claim, Attempt attempt, WorkSettings settings, WorkMeters meters,
			ScheduledExecutorService scheduler) {
		this.jobs = jobs;
		this.claim = claim;
		this.attempt = attempt;
		this.lease = settings.lease();
		this.meters = meters;
		long period = settings.heartbeat().toMillis();
		this.beats = scheduler.scheduleWithFixedDelay(this::beat, 0, period, TimeUnit.MILLISECONDS);
	}

	private void beat() {
		try (JobLog lines = this.names.get()) {
			Optional<Job> job = this.jobs.renew(this.claim, this.progress, this.lease);
			if (job.isEmpty()) {
				stop(Reason.LOST);
			}
			else {
				obey(job.get());
				this.attempt.store();
			}
		}
		catch (ProblemException ex) {
			this.meters.jobHeartbeatFailed();
			log.warn("Heartbeat of job {} failed: {}", this.claim.jobId(), ex.detail());
		}
		catch (RuntimeException | Error ex) {
			// whatever is let through would end all further beats
			this.meters.jobHeartbeatFailed();
			log.error("Heartbeat of job {} failed", this.claim.jobId(), ex);
		}
	}

	private void obey(Job job) {
		if (job.course().cancelRequested() && !stopped()) {
			stop(Reason.CANCELLED);
			this.attempt.stopping();
		}
	}

	/** Asks the work to stop; the first reason stays. */
	synchronized void stop(Reason why) {
		if (this.reason == Reason.NONE) {
			this.reason = why;
			this.stop.countDown();
		}
	}

	Reason reason() {
		return this.reason;
	}

	@Override
	public void progress(String phase, double fraction, String message) {
		Progress before = this.progress;
		Progress now = new Progress(phase, fraction, message, secondsLeft(fraction));
		this.progress = now;
		long time = System.nanoTime();
		boolean changed = !(phase.equals(before.phase()) && message.equals(before.message()));
		if (!phase.equals(before.phase()) || (changed && time - this.lastTold > PROGRESS_NANOS)) {
			this.lastTold = time;
			this.attempt.progress(now);
		}
	}

	private @Nullable Long secondsLeft(double fraction) {
		double seconds = (System.nanoTime() - this.begun) / 1e9;
		return (fraction >= TOO_EARLY && seconds >= 1) ? Math.round(seconds * (1 - fraction) / fraction) : null;
	}

	@Override
	public void round(FitRound round) {
		this.attempt.round(round);
	}

	@Override
	public void fold(FinishedFold fold) {
		this.attempt.fold(fold);
	}

	/** Nothing more is told; what was, is stored before the job moves on. */
	void silence() {
		if (this.reason != Reason.LOST) {
			this.attempt.store();
		}
	}

	@Override
	public boolean stopped() {
		return this.reason != Reason.NONE;
	}

	/** Waits until the work is to stop, but not longer than that. */
	boolean stoppedWithin(Duration time) {
		try {
			return this.stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@Override
	public void close() {
		this.beats.cancel(false);
	}

}
