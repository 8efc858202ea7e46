package io.exoscout.worker;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.FairTurns;
import io.exoscout.share.Turn;
import io.exoscout.work.WorkRequested;
import io.exoscout.work.WorkSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the messages of a worker. A message is a turn: the job that it names may be
 * done by somebody else's, while this one serves another job, of an owner who has been
 * waiting for longer.
 */
class MessageHandler {

	private static final Logger log = LoggerFactory.getLogger(MessageHandler.class);

	private final Jobs jobs;

	private final JobWork<?> work;

	private final JobRunner<?> runner;

	private final FairTurns turns;

	private final WorkSettings protocol;

	private final WorkerSettings settings;

	private final WorkMeters meters;

	MessageHandler(Jobs jobs, JobWork<?> work, JobRunner<?> runner, FairTurns turns, WorkSettings protocol,
			WorkerSettings settings, WorkMeters meters) {
		this.jobs = jobs;
		this.work = work;
		this.runner = runner;
		this.turns = turns;
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
				passOnUnread(request, delivery);
			}
		});
	}

	/** A message that says more than is known here. */
	private void passOnUnread(WorkRequested request, Delivery delivery) {
		if (passOn(request.jobId(), "version " + request.version() + " of the messages").stream()
			.anyMatch((state) -> state == JobState.QUEUED)) {
			delivery.ack();
		}
		else {
			delivery.deadLetter();
		}
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
		Optional<Job> named = queued(request.jobId());
		if (named.isEmpty() && this.turns.longestWaiting(this.work.type()).isEmpty()) {
			// finished, deleted, in the wrong queue, or somebody is at it, whose lease is
			// watched
			tellIfCancelled(request.jobId());
			delivery.ack();
			return;
		}
		if (this.runner.busyWithoutMessage()) {
			// this message waits here, so no others come; somebody else may be free
			named.or(() -> this.turns.longestWaiting(this.work.type()).flatMap(this::readable))
				.ifPresent(this.jobs::markUnsent);
		}
		this.runner.execute(() -> attend(request, delivery, () -> serve(request, delivery)));
	}

	private Optional<Job> queued(String jobId) {
		return this.jobs.find(jobId).filter((job) -> job.status() == JobState.QUEUED && job.type() == this.work.type());
	}

	/**
	 * Uses a turn: mostly for the job that the message names, and for one at most. Looks
	 * again where another worker was quicker.
	 */
	private void serve(WorkRequested request, Delivery delivery) {
		boolean used = false;
		while (!used) {
			Turn turn = this.turns.next(this.work.type());
			if (turn.held()) {
				log.debug("All who wait have as many jobs running as they may");
				this.runner.soon(() -> take(request, delivery));
				return;
			}
			if (turn.job().isEmpty()) {
				tellIfCancelled(request.jobId());
				delivery.ack();
				return;
			}
			Optional<Job> next = readable(turn.job().get()).filter(turn::isOf);
			used = next.isPresent() && begin(next.get(), delivery);
		}
	}

	/**
	 * Nobody began a job that was cancelled in the queue, so it is told of when its first
	 * message comes.
	 */
	private void tellIfCancelled(String jobId) {
		this.jobs.find(jobId)
			.filter((job) -> job.type() == this.work.type() && job.course().cancelledInQueue().isPresent())
			.filter(this.jobs::markTold)
			.ifPresent((job) -> this.work.ended(job, JobState.CANCELLED, null));
	}

	/** One that can not be read must not stand in the way of those behind it. */
	private Optional<Job> readable(String jobId) {
		try {
			return queued(jobId);
		}
		catch (ProblemException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log.error("Job {} can not be read and leaves the line", jobId, ex);
			this.jobs.passOn(jobId, this.settings.update(), FailureReasons.tooNew("what is stored of this job"));
			return Optional.empty();
		}
	}

	/** Whether the turn is used up; it is not if the job is somebody else's by now. */
	private boolean begin(Job job, Delivery delivery) {
		Optional<String> unknown = this.work.tooNew(job);
		if (unknown.isPresent()) {
			Optional<JobState> passedOn = passOn(job.jobId(), unknown.get());
			passedOn.ifPresent((state) -> {
				if (state == JobState.QUEUED) {
					delivery.ack();
				}
				else {
					delivery.deadLetter(job);
				}
			});
			return passedOn.isPresent();
		}
		return (job.course().attemptsSinceQueued() >= this.protocol.maxAttempts()) ? giveUp(job, delivery)
				: this.runner.work(job, delivery);
	}

	/** The database is away: the message stays in hand until it is back. */
	private void later(WorkRequested request, Delivery delivery, RuntimeException reason) {
		log.warn("Job {} has to wait: {}", request.jobId(), reason.getMessage());
		this.runner.afterPause(() -> take(request, delivery));
	}

	/**
	 * Leaves a job to a newer worker, should there be one. The message is done with: the
	 * job document is the outbox, from which it is sent again in a while.
	 * @return what has become of the job; empty if it is not queued any more
	 */
	private Optional<JobState> passOn(String jobId, String unknown) {
		Optional<JobState> state = this.jobs.passOn(jobId, this.settings.update(), FailureReasons.tooNew(unknown));
		log.warn("This worker does not know {}; job {} is {}", unknown, jobId,
				state.map(JobState::id).orElse("not queued"));
		return state;
	}

	private boolean giveUp(Job job, Delivery delivery) {
		JobFailure reason = FailureReasons.gaveUp(job);
		if (!this.jobs.giveUp(job.jobId(), reason)) {
			return false;
		}
		log.error("Job {} used up its {} attempts", job.jobId(), job.course().attemptsSinceQueued());
		this.meters.finished(job, RunOutcome.ERROR);
		this.work.ended(job, JobState.ERROR, reason);
		delivery.deadLetter(job);
		return true;
	}

}
