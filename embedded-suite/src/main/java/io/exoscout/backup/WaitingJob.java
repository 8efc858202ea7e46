package io.exoscout.backup;

import io.exoscout.job.JobState;
import org.bson.Document;

/**
 * A job that was not done at the time of the backup. No broker has a message for it and
 * no worker holds it any more, so it goes back as one that was never sent; the sweeper
 * finds it.
 */
final class WaitingJob {

	private static final String STATUS = "status";

	private WaitingJob() {
	}

	static boolean is(Document job) {
		return isRunning(job) || JobState.QUEUED.name().equals(job.getString(STATUS));
	}

	static boolean isRunning(Document job) {
		return JobState.RUNNING.name().equals(job.getString(STATUS));
	}

	/** The job as it is to be stored. */
	static Document unsent(Document job) {
		Document unsent = new Document(job);
		unsent.remove("sentAt");
		unsent.remove("leaseUntil");
		// a newer worker has not been waited for meanwhile
		unsent.remove("passedOnSince");
		if (isRunning(job)) {
			boolean unwanted = job.getBoolean("cancelRequested", false);
			unsent.put(STATUS, (unwanted ? JobState.CANCELLED : JobState.QUEUED).name());
			// the attempt did not fail, so it does not count
			unsent.put("attemptsBefore", job.getInteger("attemptsBefore", 0) + 1);
		}
		return unsent;
	}

}
