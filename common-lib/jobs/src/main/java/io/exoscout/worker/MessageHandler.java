package io.exoscout.worker;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.WorkRequested;
import io.exoscout.work.WorkSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the messages of a worker: looks what has become of the job that one names, and
 * hands what is to be done to the worker's thread.
 */
class MessageHandler {

	private static final Logger log = LoggerFactory.getLogger(MessageHandler.class);

	private final Jobs jobs;

	private final JobWork<?> work;

	private final JobRunner<?> runner;

	private final WorkSettings protocol;

	private final WorkerSettings settings;

	private final WorkMeters meters;

	MessageHandler(Jobs jobs, JobWork<?> work, JobRunner<?> runner, WorkSettings protocol, WorkerSettings settings,
			WorkMeters meters) {
		this.jobs = jobs;
		this.work = work;
		this.runner = runner;
		this.protocol = protocol;
		this.settings = settings;
		this.meters = meters;
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
		this.runner.afterPause(() -> attend(request, delivery, delivery::giveBack));
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
		else if (job.course().attemptsSinceQueued() >= this.protocol.maxAttempts()) {
			giveUp(job, delivery);
		}
		else {
			if (this.runner.busyWithoutMessage()) {
				// this message waits here, so no others come; somebody else may be free
				this.jobs.markUnsent(job);
			}
			this.runner.execute(() -> attend(request, delivery, () -> this.runner.work(job, delivery)));
		}
	}

	/** The database is away: the message stays in hand until it is back. */
	private void later(WorkRequested request, Delivery delivery, RuntimeException reason) {
		log.warn("Job {} has to wait: {}", request.jobId(), reason.getMessage());
		this.runner.afterPause(() -> take(request, delivery));
	}

	/**
	 * Leaves a job to a newer worker, should there be one. The message is done with: the
	 * job document is the outbox, from which it is sent again in a while.
	 */
	private void passOn(WorkRequested request, Delivery delivery, String unknown) {
		try {
			Optional<JobState> state = this.jobs.passOn(request.jobId(), this.settings.update(),
					FailureReasons.tooNew(unknown));
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
		if (this.jobs.giveUp(job.jobId(), FailureReasons.gaveUp(job))) {
			log.error("Job {} used up its {} attempts", job.jobId(), job.course().attemptsSinceQueued());
			this.meters.finished(job, RunOutcome.ERROR);
			delivery.deadLetter();
		}
		else {
			delivery.ack();
		}
	}

}
