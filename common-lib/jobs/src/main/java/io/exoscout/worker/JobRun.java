package io.exoscout.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One claim on one job, from the work to the stored outcome. Says in the end what is to
 * become of the message.
 *
 * @param <O> what comes out before it is stored
 */
record JobRun<O>(Jobs jobs, JobWork<O> work, Job job, Claim claim, Heartbeat heartbeat, WorkObservations observations,
		boolean last, WorkerSettings settings, CountDownLatch shutdown) {

	/** What is to become of the message. */
	enum Settlement {

		ACK, DEAD_LETTER, GIVE_BACK

	}

	/**
	 * How it ended.
	 *
	 * @param outcome for the job
	 * @param settlement for the message
	 */
	record Ending(RunOutcome outcome, Settlement settlement) {

		static Ending acknowledged(RunOutcome outcome) {
			return new Ending(outcome, Settlement.ACK);
		}

	}

	private static final Logger log = LoggerFactory.getLogger(JobRun.class);

	Ending run() {
		try {
			O outcome = perform();
			try {
				return deliver(outcome);
			}
			finally {
				this.work.release(outcome);
			}
		}
		catch (WorkStopped ex) {
			return stopped();
		}
		catch (ProblemException ex) {
			JobFailure failure = JobFailure.of(ex.code(), ex.detail());
			return mayPass(ex) ? retryLater(failure, ex) : fail(failure, Settlement.ACK);
		}
		catch (OutOfMemoryError ex) {
			return retryLater(FailureReasons.outOfMemory(this.job, this.work.lessMemory()), ex);
		}
		// also a missing native library, say, must end as a reason and not as a dead
		// thread
		catch (Throwable ex) {
			return retryLater(FailureReasons.unexpected(this.job), ex);
		}
	}

	private O perform() {
		try {
			return this.observations.perform(this.job).observe(() -> this.work.perform(this.job, this.heartbeat));
		}
		catch (RuntimeException ex) {
			throw (RuntimeException) ProblemException.behind(ex);
		}
		finally {
			this.heartbeat.silence();
		}
	}

	/** Also what is missing may only be out of sight, on the way back from a removal. */
	private static boolean mayPass(ProblemException problem) {
		return problem.kind() == ProblemKind.UNAVAILABLE || problem.code() == ErrorCode.BLOB_NOT_FOUND;
	}

	private Ending deliver(O outcome) {
		try {
			return Ending.acknowledged(complete(outcome));
		}
		catch (WorkStopped ex) {
			Ending ending = stopped();
			discardUnlessNeeded(outcome);
			return ending;
		}
	}

	private RunOutcome complete(O outcome) {
		Map<String, Object> results = this.observations.store(this.job)
			.observe(() -> insistUnlessStopped(() -> this.work.store(this.job, outcome)));
		if (insistUnlessStopped(() -> this.jobs.complete(this.claim, results))) {
			tryOnce(() -> insist(() -> {
				this.work.confirm(this.job, outcome);
				return true;
			}));
			this.work.ended(this.job, JobState.COMPLETED, null);
			return RunOutcome.COMPLETED;
		}
		// either it was cancelled in the last moment, or it is somebody else's
		boolean cancelled = insist(this::cancelled);
		discardUnlessNeeded(outcome);
		return cancelled ? RunOutcome.CANCELLED : RunOutcome.LOST;
	}

	private Ending stopped() {
		log.info("Work on job {} stopped: {}", this.job.jobId(), this.heartbeat.reason());
		return switch (this.heartbeat.reason()) {
			case SHUTDOWN -> {
				tryOnce(() -> this.jobs.release(this.claim));
				yield new Ending(RunOutcome.HANDED_BACK, Settlement.GIVE_BACK);
			}
			case CANCELLED -> {
				tryOnce(this::cancelled);
				yield Ending.acknowledged(RunOutcome.CANCELLED);
			}
			case LOST, NONE -> Ending.acknowledged(RunOutcome.LOST);
		};
	}

	private boolean cancelled() {
		boolean cancelled = this.jobs.cancelled(this.claim);
		if (cancelled) {
			this.work.ended(this.job, JobState.CANCELLED, null);
		}
		return cancelled;
	}

	private Ending retryLater(JobFailure failure, Throwable cause) {
		log.error("Attempt {} of job {} failed ({})", this.claim.attempt(), this.job.jobId(), failure.code(), cause);
		if (this.last) {
			return fail(failure, Settlement.DEAD_LETTER);
		}
		tryOnce(() -> this.jobs.tryAgain(this.claim));
		return Ending.acknowledged(RunOutcome.RETRIED);
	}

	private Ending fail(JobFailure failure, Settlement settlement) {
		log.info("Job {} ends in error: {}", this.job.jobId(), failure.message());
		if (!tryOnce(() -> insist(() -> this.jobs.fail(this.claim, failure)))) {
			return Ending.acknowledged(RunOutcome.LOST);
		}
		this.work.ended(this.job, JobState.ERROR, failure);
		return new Ending(RunOutcome.ERROR, settlement);
	}

	/** One try; if the database is away, the end of the lease brings the same. */
	private boolean tryOnce(Supplier<Boolean> write) {
		try {
			return write.get();
		}
		catch (ProblemException ex) {
			log.warn("The outcome of job {} could not be stored: {}", this.job.jobId(), ex.detail());
			return false;
		}
	}

	/** What nobody wants any more is not worth waiting for. */
	private <T> T insistUnlessStopped(Supplier<T> write) {
		return insist(write, () -> {
			if (this.heartbeat.stoppedWithin(this.settings.pause())) {
				throw new WorkStopped();
			}
			return false;
		});
	}

	private <T> T insist(Supplier<T> write) {
		return insist(write, this::stopping);
	}

	/**
	 * An hour of work is worth a few minutes of waiting for the database.
	 * @param write is tried until it succeeds
	 * @param stopping waits a little, and says whether to give up
	 */
	private <T> T insist(Supplier<T> write, BooleanSupplier stopping) {
		Instant until = Instant.now().plus(this.settings.patience());
		while (true) {
			try {
				return write.get();
			}
			catch (ProblemException ex) {
				if (ex.kind() != ProblemKind.UNAVAILABLE || Instant.now().isAfter(until) || stopping.getAsBoolean()) {
					throw ex;
				}
				log.warn("Outcome of job {} waits: {}", this.job.jobId(), ex.detail());
			}
		}
	}

	private boolean stopping() {
		try {
			Duration pause = this.settings.pause();
			return this.shutdown.await(pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/**
	 * What came out of a job that is gone or ended without success belongs to nobody.
	 * Whoever else still works on the job stores the same under the same id. What can not
	 * be removed now is found by the sweeper.
	 */
	private void discardUnlessNeeded(O outcome) {
		try {
			Optional<JobState> state = this.jobs.find(this.job.jobId()).map(Job::status);
			if (state.isEmpty() || state.get().endedInVain()) {
				this.work.discard(this.job, outcome);
			}
		}
		catch (ProblemException ex) {
			log.warn("What came out of job {} could not be removed: {}", this.job.jobId(), ex.detail());
		}
	}

}
