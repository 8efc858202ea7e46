package io.exoscout.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.telemetry.Telemetry;
import io.exoscout.work.WorkSettings;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one job at a time, between {@link #start} and {@link #stop}.
 *
 * @param <O> what comes out of a job before it is stored
 */
class JobRunner<O> {

	private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

	private static final Duration SOON = Duration.ofMillis(500);

	private final Jobs jobs;

	private final JobWork<O> work;

	private final Telemetry telemetry;

	private final WorkerPulse pulse;

	private final WorkSettings protocol;

	private final WorkerSettings settings;

	private final WorkMeters meters;

	private final WorkObservations observations;

	private final ExecutorService thread;

	private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2, daemon("heartbeat"));

	private final CountDownLatch shutdown = new CountDownLatch(1);

	private volatile @Nullable Heartbeat current;

	/** The message of the job that is being worked on. */
	private volatile @Nullable Delivery working;

	private volatile boolean started;

	JobRunner(Jobs jobs, JobWork<O> work, Telemetry telemetry, WorkerPulse pulse, WorkSettings protocol,
			WorkerSettings settings, WorkMeters meters, WorkObservations observations) {
		this.jobs = jobs;
		this.work = work;
		this.telemetry = telemetry;
		this.pulse = pulse;
		this.protocol = protocol;
		this.settings = settings;
		this.meters = meters;
		this.observations = observations;
		this.thread = Executors.newSingleThreadExecutor(daemon(work.type().id()));
	}

	private static ThreadFactory daemon(String name) {
		return (task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		};
	}

	/** Does a step on the thread that works, after what it is at. */
	void execute(Runnable step) {
		this.thread.execute(step);
	}

	/** Does a step a little later, unless the worker stops. */
	void afterPause(Runnable step) {
		later(step, this.settings.pause());
	}

	/**
	 * Does a step as soon as somebody else may have made room, unless the worker stops.
	 */
	void soon(Runnable step) {
		later(step, SOON);
	}

	private void later(Runnable step, Duration pause) {
		if (!stopping()) {
			this.scheduler.schedule(step, pause.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Whether the broker took back the message of the job being worked on, and so sends
	 * another one to this worker although it may be busy for long.
	 */
	boolean busyWithoutMessage() {
		Delivery working = this.working;
		return working != null && !working.held();
	}

	/**
	 * Claims a job and works on it, if nobody else does; on the thread that works.
	 * @param job what to do
	 * @param delivery the message in hand, which is settled in the end
	 * @return {@code false} if the job is somebody else's, and the message still in hand
	 */
	boolean work(Job job, Delivery delivery) {
		if (stopping()) {
			delivery.giveBack();
			return true;
		}
		this.working = delivery;
		try {
			Optional<Job> claimed = claim(job, delivery);
			claimed.map(this::attempt).ifPresent((settlement) -> {
				switch (settlement) {
					case ACK -> delivery.ack();
					case DEAD_LETTER -> delivery.deadLetter(job);
					case GIVE_BACK -> delivery.giveBack();
				}
			});
			return claimed.isPresent();
		}
		finally {
			this.working = null;
		}
	}

	private Optional<Job> claim(Job job, Delivery delivery) {
		Optional<Job> claimed = this.observations.claim(job)
			.observe(() -> this.jobs.claim(job, this.pulse.workerId(), this.protocol.lease()));
		claimed.ifPresent((mine) -> this.meters.claimed(mine, delivery.sentAt()));
		return claimed;
	}

	private boolean stopping() {
		return this.shutdown.getCount() == 0;
	}

	private JobRun.Settlement attempt(Job job) {
		Claim claim = new Claim(job.jobId(), this.pulse.workerId(), job.course().attempts());
		Observation observation = this.observations.work(job, claim).start();
		RunOutcome outcome = RunOutcome.LOST;
		try (Observation.Scope scope = observation.openScope(); JobLog lines = JobLog.of(claim)) {
			JobRun.Ending ending = attempt(job, claim);
			outcome = ending.outcome();
			return ending.settlement();
		}
		finally {
			observation.lowCardinalityKeyValue("outcome", outcome.id()).stop();
			this.meters.ended(job, outcome);
		}
	}

	private JobRun.Ending attempt(Job job, Claim claim) {
		boolean last = job.course().attemptsSinceQueued() >= this.protocol.maxAttempts();
		log.info("Working on job {}, attempt {}", job.jobId(), job.course().attempts());
		this.pulse.began(job.jobId());
		try (Heartbeat heartbeat = new Heartbeat(this.jobs, claim, this.telemetry.of(job), this.protocol, this.meters,
				this.scheduler)) {
			this.current = heartbeat;
			if (stopping()) {
				heartbeat.stop(Heartbeat.Reason.SHUTDOWN);
			}
			return new JobRun<>(this.jobs, this.work, job, claim, heartbeat, this.observations, last, this.settings,
					this.shutdown)
				.run();
		}
		finally {
			this.current = null;
			this.pulse.ended();
		}
	}

	/** Begins to give signs of life. */
	void start() {
		this.started = true;
		this.scheduler.scheduleWithFixedDelay(this.pulse::beat, 0, this.protocol.workerHeartbeat().toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/**
	 * Hands back what is being worked on and waits until that is done; to be called while
	 * the message can still be handed back, too.
	 */
	void stop() {
		this.shutdown.countDown();
		this.thread.shutdown();
		Heartbeat running = this.current;
		if (running != null) {
			running.stop(Heartbeat.Reason.SHUTDOWN);
		}
		try {
			if (!this.thread.awaitTermination(this.settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
				log.warn("The work did not stop in time; its job is taken up again when the lease runs out");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.scheduler.shutdownNow();
		this.pulse.stop();
	}

	boolean isRunning() {
		return this.started && !this.thread.isShutdown();
	}

}
