package io.exoscout.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.exoscout.caller.Caller;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Demand;
import io.exoscout.share.Quotas;

/**
 * The way of a job into the system: its table kept, its document noted, the request sent.
 * Once the document is noted nothing is lost, the request is sent again by whoever sweeps
 * the jobs.
 */
public class JobIntake {

	private final Jobs jobs;

	private final WorkQueue queue;

	private final Quotas quotas;

	JobIntake(Jobs jobs, WorkQueue queue, Quotas quotas) {
		this.jobs = jobs;
		this.queue = queue;
		this.quotas = quotas;
	}

	/**
	 * Accepts a job, unless it is queued, running or completed.
	 * @param queued the job
	 * @param keepTable keeps the table it is about; doing so twice keeps it once
	 * @return the job as stored, and whether it was accepted
	 * @throws ProblemException {@code TOO_MANY} (code {@code quota_exceeded}) if the
	 * caller has as much as he may
	 */
	public Submission accept(Job queued, Runnable keepTable) {
		Optional<Job> active = active(queued.jobId());
		if (active.isPresent()) {
			return new Submission(active.get(), false);
		}
		Submission submission = this.quotas.within(Caller.current().name(), Demand.job(queued.dataset()), () -> {
			keepTable.run();
			Submission noted = this.jobs.submit(queued);
			// deleting another job with this table may have taken the bytes away before
			// our job was there to need them
			keepTable.run();
			return noted;
		});
		if (submission.accepted()) {
			this.queue.send(submission.job());
		}
		return submission;
	}

	/**
	 * A job to be accepted.
	 *
	 * @param queued the job
	 * @param keepTable keeps the table it is about; doing so twice keeps it once
	 */
	public record Wanted(Job queued, Runnable keepTable) {
	}

	/**
	 * Accepts many jobs, or none of them if the caller may not have that many; those that
	 * are queued, running or completed stay as they are.
	 * @return how many were accepted
	 * @throws ProblemException {@code TOO_MANY} (code {@code quota_exceeded}) if all of
	 * them together are more than the caller may have
	 */
	public int acceptAll(List<Wanted> wanted) {
		List<String> ids = wanted.stream().map((one) -> one.queued().jobId()).toList();
		Set<String> active = this.jobs.inState(ids, JobState.QUEUED, JobState.RUNNING, JobState.COMPLETED);
		List<Wanted> fresh = wanted.stream().filter((one) -> !active.contains(one.queued().jobId())).toList();
		Demand demand = Demand.jobs(fresh.stream().map((one) -> one.queued().dataset()).toList());
		return this.quotas.within(Caller.current().name(), demand, () -> {
			int accepted = 0;
			for (Wanted one : fresh) {
				one.keepTable().run();
				Submission noted = this.jobs.submit(one.queued());
				one.keepTable().run();
				if (noted.accepted()) {
					this.queue.send(noted.job());
					accepted++;
				}
			}
			return accepted;
		});
	}

	/** The job of this id, unless there is none, or it ended in vain. */
	public Optional<Job> active(String jobId) {
		return this.jobs.find(jobId).filter((job) -> !job.status().endedInVain());
	}

}
