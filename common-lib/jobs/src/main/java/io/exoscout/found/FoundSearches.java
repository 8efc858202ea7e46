package io.exoscout.found;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.BlobStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * What searches found, for whoever has the id of one.
 *
 * @param jobs knows the searches
 * @param blobs where the outcome of each is kept
 * @param json by which it was written
 */
public record FoundSearches(Jobs jobs, BlobStore blobs, JsonMapper json) {

	/** The part of the outcome that is no drawing. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	private record Kept(SearchDocument document) {
	}

	/**
	 * Where the outcome of a completed search is kept.
	 * @param jobId of the search
	 * @return digest, and address in the blob store
	 * @throws ProblemException {@code NOT_FOUND} (code {@code job_not_found}, or
	 * {@code no_result} for other jobs), {@code CONFLICT} (code
	 * {@code job_not_completed})
	 */
	public String digest(String jobId) {
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

	/**
	 * What a completed search found.
	 * @param jobId of the search
	 * @throws ProblemException as of {@link #digest}
	 * @throws IOException if it can not be read
	 */
	public SearchDocument document(String jobId) throws IOException {
		return kept(digest(jobId));
	}

	/**
	 * What a search found, by where that is kept; what can be drawn of it is passed over.
	 * @param sha256 digest, and address in the blob store
	 * @throws ProblemException as of {@link BlobStore#open}
	 * @throws IOException if it can not be read
	 */
	public SearchDocument kept(String sha256) throws IOException {
		try (InputStream in = this.blobs.open(sha256)) {
			return this.json.readValue(in, Kept.class).document();
		}
	}

}
