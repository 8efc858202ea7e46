package io.exoscout.backup;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobState;
import org.bson.Document;

/**
 * A job that was not done at the time of the backup. No broker has a message for it and
 * no worker holds it any more, so it goes back as one that was never sent; the sweeper
 * finds it.
 */
final class WaitingJob {

	private WaitingJob() {
	}

	static boolean is(Document job) {
		return isRunning(job) || JobState.QUEUED.name().equals(job.getString(Job.STATUS));
	}

	static boolean isRunning(Document job) {
		return JobState.RUNNING.name().equals(job.getString(Job.STATUS));
	}

	/** The job as it is to be stored. */
	static Document unsent(Document job) {
		Document unsent = new Document(job);
		unsent.remove(JobCourse.SENT_AT);
		unsent.remove(JobCourse.LEASE_UNTIL);
		// a newer worker has not been waited for meanwhile
		unsent.remove(JobCourse.PASSED_ON_SINCE);
		if (isRunning(job)) {
			boolean unwanted = job.getBoolean(JobCourse.CANCEL_REQUESTED, false);
			unsent.put(Job.STATUS, (unwanted ? JobState.CANCELLED : JobState.QUEUED).name());
			// the attempt did not fail, so it does not count
			unsent.put(JobCourse.ATTEMPTS_BEFORE, job.getInteger(JobCourse.ATTEMPTS_BEFORE, 0) + 1);
		}
		return unsent;
	}

}
