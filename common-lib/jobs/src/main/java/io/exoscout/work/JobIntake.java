package io.exoscout.work;

import java.util.Optional;

import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.Jobs.Submission;

/**
 * The way of a job into the system: its table kept, its document noted, the request sent.
 * Once the document is noted nothing is lost, the request is sent again by whoever sweeps
 * the jobs.
 */
public class JobIntake {

	private final Jobs jobs;

	private final WorkQueue queue;

	JobIntake(Jobs jobs, WorkQueue queue) {
		this.jobs = jobs;
		this.queue = queue;
	}

	/**
	 * Accepts a job, unless it is queued, running or completed.
	 * @param queued the job
	 * @param keepTable keeps the table it is about; doing so twice keeps it once
	 * @return the job as stored, and whether it was accepted
	 */
	public Submission accept(Job queued, Runnable keepTable) {
		Optional<Job> active = active(queued.jobId());
		if (active.isPresent()) {
			return new Submission(active.get(), false);
		}
		keepTable.run();
		Submission submission = this.jobs.submit(queued);
		// deleting another job with this table may have taken the bytes away before our
		// job was there to need them
		keepTable.run();
		if (submission.accepted()) {
			this.queue.send(submission.job());
		}
		return submission;
	}

	/** The job of this id, unless there is none, or it ended in vain. */
	public Optional<Job> active(String jobId) {
		return this.jobs.find(jobId).filter((job) -> !job.status().endedInVain());
	}

}
