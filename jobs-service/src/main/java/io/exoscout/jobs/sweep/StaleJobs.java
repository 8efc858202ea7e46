package io.exoscout.jobs.sweep;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.JobCounter;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Finds what a crash left behind: jobs whose worker died, jobs whose message never
 * reached the broker or got lost there; has {@link Housekeeping} look for bytes, and
 * {@link Retention} for what is too old. Any number of these may run at once; a message
 * sent twice does no harm.
 */
public record StaleJobs(Jobs jobs, WorkQueue queue, Housekeeping housekeeping, Retention retention,
		WorkSettings settings, LeaseWatch leases, SweepMeters meters, Clock clock) implements SchedulingConfigurer {

	private static final Logger log = LoggerFactory.getLogger(StaleJobs.class);

	private static final int JOBS_PER_SWEEP = 500;

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(new Patient(this::takeBack), this.settings.sweep());
		tasks.addFixedDelayTask(new Patient(this::sweep), this.settings.sweep());
		tasks.addFixedDelayTask(new Patient(this.retention::sweep), this.settings.housekeeping());
		tasks.addFixedDelayTask(new Patient(this.housekeeping::tidy), this.settings.housekeeping());
	}

	/** A task that waits while something is out of reach, which the log says once. */
	private static final class Patient implements Runnable {

		private final Runnable task;

		private boolean waiting;

		Patient(Runnable task) {
			this.task = task;
		}

		@Override
		public void run() {
			try {
				this.task.run();
				this.waiting = false;
			}
			catch (ProblemException ex) {
				log.atLevel(this.waiting ? Level.DEBUG : Level.WARN)
					.log("Looking for stale jobs has to wait: {}", ex.detail());
				this.waiting = true;
			}
		}

	}

	/**
	 * Puts jobs of dead workers back. Not in one go with {@link #sweep}: sending many
	 * messages may take longer than a lease lasts, and must not keep anybody from
	 * looking.
	 */
	void takeBack() {
		for (Job job : this.leases.runOut(this.jobs.running())) {
			try {
				if (this.jobs.expire(job)) {
					leftAlone(job);
				}
			}
			catch (ProblemException ex) {
				this.leases.forget();
				throw ex;
			}
		}
	}

	private void leftAlone(Job expired) {
		this.meters.expired().count(expired);
		log.warn("Job {} was left by worker {} in attempt {}", expired.jobId(), expired.course().workerId(),
				expired.course().attempts());
	}

	/** Sends what waits without a message. */
	void sweep() {
		Instant now = this.clock.instant();
		send(this.jobs.unsent(now, this.settings.unsentAfter(), JOBS_PER_SWEEP), this.meters.unsent());
		for (JobType type : JobType.values()) {
			int missing = missingMessages(type);
			if (missing > 0) {
				send(this.jobs.sentBefore(now.minus(this.settings.resendAfter()), type, missing),
						this.meters.missing());
			}
		}
	}

	/**
	 * Stops at the first that the broker does not take: the next sweep is early enough.
	 */
	private void send(List<Job> waiting, JobCounter sent) {
		for (Job job : waiting) {
			if (!this.queue.send(job)) {
				return;
			}
			sent.count(job);
		}
	}

	/**
	 * How many to send a second time: no more than are missing, since one that a worker
	 * holds back for a caller with enough jobs running is not in the queue.
	 */
	private int missingMessages(JobType type) {
		OptionalLong depth = this.queue.depth(type);
		return depth.isEmpty() ? 0
				: (int) Math.min(JOBS_PER_SWEEP, this.jobs.count(JobState.QUEUED, type) - depth.getAsLong());
	}

}
