package io.exoscout.worker;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import io.exoscout.problem.ProblemException;
import io.exoscout.work.Claim;
import io.exoscout.work.Job;
import io.exoscout.work.JobState;
import io.exoscout.work.Jobs;
import io.exoscout.work.WorkRequested;
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

	private final Jobs jobs;

	private final JobWork<O> work;

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

	JobRunner(Jobs jobs, JobWork<O> work, WorkerPulse pulse, WorkSettings protocol, WorkerSettings settings,
			WorkMeters meters, WorkObservations observations) {
		this.jobs = jobs;
		this.work = work;
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

	/**
	 * Takes a request: settles it at once if there is nothing to do, else leaves it to
	 * the worker thread. Returns quickly.
	 * @param request names the job
	 * @param delivery the message, to be settled when all is done
	 */
	void take(WorkRequested request, Delivery delivery) {
		attend(request, delivery, () -> {
			if (request.understood()) {
				look(request, delivery);
			}
			else {
				passOn(request, delivery, "version " + request.version() + " of the messages");
			}
		});
	}

	/** Takes a step with a message in hand, whatever comes in between. */
	private void attend(WorkRequested request, Delivery delivery, Runnable step) {
		if (!delivery.held()) {
			// cut off from the broker, which gives the message to somebody else
			log.info("The message for job {} is no longer in hand", request.jobId());
			return;
		}
		try {
			step.run();
		}
		catch (ProblemException ex) {
			later(request, delivery, ex);
		}
		catch (RejectedExecutionException ex) {
			// stopping; the message goes back as the channel closes
			log.debug("Job {} is left to another worker", request.jobId());
		}
		catch (RuntimeException ex) {
			// a document that can not be read: trying again would not help
			log.error("The message for job {} goes to the dead letters", request.jobId(), ex);
			delivery.deadLetter();
		}
		catch (Error ex) {
			// out of memory, say. If the job was claimed, its lease runs out
			giveBackLater(request, delivery, ex);
		}
	}

	/** After a pause, or the message would come round at full speed. */
	private void giveBackLater(WorkRequested request, Delivery delivery, Error cause) {
		if (!stopping()) {
			this.scheduler.schedule(() -> attend(request, delivery, delivery::giveBack),
					this.settings.pause().toMillis(), TimeUnit.MILLISECONDS);
		}
		// last, because this may fail as well
		log.error("Job {} is left to another worker, or to this one later", request.jobId(), cause);
	}

	private void look(WorkRequested request, Delivery delivery) {
		Optional<Job> found = this.jobs.find(request.jobId())
			.filter((job) -> job.status() == JobState.QUEUED && job.type() == this.work.type());
		if (found.isEmpty()) {
			// finished, deleted, in the wrong queue, or somebody is at it, whose lease is
			// watched
			delivery.ack();
			return;
		}
		Job job = found.get();
		Optional<String> unknown = this.work.tooNew(job);
		if (unknown.isPresent()) {
			passOn(request, delivery, unknown.get());
		}
		else if (job.attemptsSinceQueued() >= this.protocol.maxAttempts()) {
			giveUp(job, delivery);
		}
		else {
			if (busyWithoutMessage()) {
				// this message waits here, so no others come; somebody else may be free
				this.jobs.markUnsent(job);
			}
			this.thread.execute(() -> attend(request, delivery, () -> work(job, delivery)));
		}
	}

	/**
	 * Whether the broker took back the message of the job being worked on, and so sends
	 * another one to this worker although it may be busy for long.
	 */
	private boolean busyWithoutMessage() {
		Delivery working = this.working;
		return working != null && !working.held();
	}

	/** The database is away: the message stays in hand until it is back. */
	private void later(WorkRequested request, Delivery delivery, RuntimeException reason) {
		log.warn("Job {} has to wait: {}", request.jobId(), reason.getMessage());
		if (!stopping()) {
			this.scheduler.schedule(() -> take(request, delivery), this.settings.pause().toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Leaves a job to a newer worker, should there be one. The message is done with: the
	 * job document is the outbox, from which it is sent again in a while.
	 */
	private void passOn(WorkRequested request, Delivery delivery, String unknown) {
		try {
			Optional<JobState> state = this.jobs.passOn(request.jobId(), this.settings.update(),
					Failures.tooNew(unknown));
			log.warn("This worker does not know {}; job {} is {}", unknown, request.jobId(),
					state.map(JobState::id).orElse("not queued"));
			// of a job that is not queued any more, a message of today asks for nothing
			if (state.map((now) -> now == JobState.QUEUED).orElse(request.understood())) {
				delivery.ack();
			}
			else {
				delivery.deadLetter();
			}
		}
		catch (RuntimeException ex) {
			later(request, delivery, ex);
		}
	}

	private void giveUp(Job job, Delivery delivery) {
		if (this.jobs.giveUp(job.jobId(), Failures.gaveUp(job))) {
			log.error("Job {} used up its {} attempts", job.jobId(), job.attemptsSinceQueued());
			this.meters.finished(job, Outcome.ERROR);
			delivery.deadLetter();
		}
		else {
			delivery.ack();
		}
	}

	private void work(Job job, Delivery delivery) {
		if (stopping()) {
			delivery.giveBack();
			return;
		}
		this.working = delivery;
		try {
			switch (claim(job, delivery).map(this::attempt).orElse(Attempt.Settlement.ACK)) {
				case ACK -> delivery.ack();
				case DEAD_LETTER -> delivery.deadLetter();
				case GIVE_BACK -> delivery.giveBack();
			}
		}
		finally {
			this.working = null;
		}
	}

	private Optional<Job> claim(Job job, Delivery delivery) {
		Optional<Job> claimed = this.observations.claim(job)
			.observe(() -> this.jobs.claim(job.jobId(), this.pulse.workerId(), this.protocol.lease()));
		claimed.ifPresent((mine) -> this.meters.claimed(mine, delivery.sentAt()));
		return claimed;
	}

	private boolean stopping() {
		return this.shutdown.getCount() == 0;
	}

	private Attempt.Settlement attempt(Job job) {
		Claim claim = new Claim(job.jobId(), this.pulse.workerId(), job.attempts());
		Observation observation = this.observations.work(job, claim).start();
		Outcome outcome = Outcome.LOST;
		try (Observation.Scope scope = observation.openScope(); JobLog lines = JobLog.of(claim)) {
			Attempt.Ending ending = attempt(job, claim);
			outcome = ending.outcome();
			return ending.settlement();
		}
		finally {
			observation.lowCardinalityKeyValue("outcome", outcome.id()).stop();
			this.meters.ended(job, outcome);
		}
	}

	private Attempt.Ending attempt(Job job, Claim claim) {
		boolean last = job.attemptsSinceQueued() >= this.protocol.maxAttempts();
		log.info("Working on job {}, attempt {}", job.jobId(), job.attempts());
		this.pulse.began(job.jobId());
		try (Heartbeat heartbeat = new Heartbeat(this.jobs, claim, this.protocol, this.meters, this.scheduler)) {
			this.current = heartbeat;
			if (stopping()) {
				heartbeat.stop(Heartbeat.Reason.SHUTDOWN);
			}
			return new Attempt<>(this.jobs, this.work, job, claim, heartbeat, this.observations, last, this.settings,
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
