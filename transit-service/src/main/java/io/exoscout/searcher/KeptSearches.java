package io.exoscout.searcher;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.searcher.found.KeptSearch;
import io.exoscout.store.BlobStore;
import tools.jackson.databind.json.JsonMapper;

/** Finds what searches found. */
record KeptSearches(Jobs jobs, BlobStore blobs, JsonMapper json) {

	/**
	 * Where the outcome of a completed search is kept.
	 * @throws ProblemException {@code NOT_FOUND} (code {@code job_not_found}, or
	 * {@code no_result} for other jobs), {@code CONFLICT} (code
	 * {@code job_not_completed})
	 */
	String digest(String jobId) {
		Job job = this.jobs.find(jobId)
			.orElseThrow(() -> new ProblemException(ErrorCode.JOB_NOT_FOUND,
					"There is no job '%s'".formatted(Quoted.shortened(jobId))));
		if (job.type() != JobType.TRANSIT_SEARCH) {
			throw new ProblemException(ErrorCode.NO_RESULT, "Job '%s' is a %s and searches no light curve; %s"
				.formatted(jobId, job.type().id(), job.type().findings()));
		}
		if (job.status() != JobState.COMPLETED) {
			throw new ProblemException(ErrorCode.JOB_NOT_COMPLETED,
					"Job '%s' is %s; its signals can be had once it is completed".formatted(jobId, job.status().id()));
		}
		return job.outcome().file().orElseThrow();
	}

	/** Reads an outcome. */
	KeptSearch read(String sha256) throws IOException {
		try (InputStream in = this.blobs.open(sha256)) {
			return this.json.readValue(in, KeptSearch.class);
		}
	}

}
