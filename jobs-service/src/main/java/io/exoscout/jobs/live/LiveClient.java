package io.exoscout.jobs.live;

import io.exoscout.problem.ProblemException;

/** Somebody who listens. No call waits for the network. */
public interface LiveClient {

	/** Hears of something. */
	void hear(LiveMessage message);

	/** There will be nothing more to hear of a job, unless somebody asks for it. */
	void ended(String jobId);

	/** A job is there no longer. */
	void gone(String jobId);

	/** What it asked for can not be told now. */
	void failed(String jobId, ProblemException problem);

}
