package io.exoscout.work;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

import io.exoscout.job.Job;
import io.exoscout.job.Jobs.Submission;

import org.springframework.http.ResponseEntity;

/** The answer to whoever asked for a job over HTTP. */
public final class JobAnswer {

	/** The address of all jobs; that of one of them ends with its id. */
	public static final String JOBS = "/exo-scout-jobs-api/jobs";

	/** The status of an accepted job, as the original backend said it. */
	public static final String PROCESSING = "processing";

	private JobAnswer() {
	}

	/**
	 * 202 and where to look for an accepted job, 200 and its document for a known one.
	 * @param submission what became of the job
	 * @param notes what is to be known besides of a known one, in words
	 * @param accepted what to say of an accepted job
	 */
	public static ResponseEntity<Object> of(Submission submission, List<String> notes, Function<Job, Object> accepted) {
		Job job = submission.job();
		if (!submission.accepted()) {
			return ResponseEntity.ok(new KnownJob(job, true, notes));
		}
		return ResponseEntity.accepted().location(URI.create(JOBS + "/" + job.jobId())).body(accepted.apply(job));
	}

}
