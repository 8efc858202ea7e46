package io.exoscout.searcher.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.searcher.batch.CurveBatch.RefusedFile;
import io.exoscout.searcher.batch.CurveBatch.SentTarget;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch is.
 *
 * @param batchId the batch
 * @param createdAt when it was sent first
 * @param targets how many stars it has
 * @param states how many of their searches are in each state; {@code gone} are those that
 * were deleted
 * @param missing how many have no outcome, be it yet or for good
 * @param ended whether no more outcomes are to be expected
 * @param failures the searches that ended in error
 * @param refused the files that were not taken
 * @param searches all stars, if that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchStanding(String batchId, Instant createdAt, int targets, Map<String, Integer> states, int missing,
		boolean ended, List<FailedSearch> failures, List<RefusedFile> refused, @Nullable List<SentTarget> searches) {

	/** What is said of jobs that were deleted. */
	private static final String GONE = "gone";

	/**
	 * A search that ended in error.
	 *
	 * @param target the star
	 * @param files its files
	 * @param jobId the search
	 * @param code why, in a word
	 * @param message the same for people
	 */
	public record FailedSearch(String target, List<String> files, String jobId, String code, String message) {

		static FailedSearch of(SentTarget target, Job job) {
			return new FailedSearch(target.target(), target.files(), target.jobId(),
					(job.outcome().error() != null) ? job.outcome().error().code() : "",
					(job.outcome().error() != null) ? job.outcome().error().message() : "");
		}

	}

	/**
	 * Looks how far a batch is.
	 * @param searches whether all stars are to be named
	 */
	public static BatchStanding of(CurveBatch batch, Jobs jobs, boolean searches) {
		List<String> ids = batch.jobIds();
		Map<String, Integer> states = new LinkedHashMap<>();
		int known = 0;
		for (JobState state : JobState.values()) {
			int count = jobs.inState(ids, state).size();
			states.put(state.id(), count);
			known += count;
		}
		states.put(GONE, Math.max(0, ids.size() - known));
		int waiting = states.getOrDefault(JobState.QUEUED.id(), 0) + states.getOrDefault(JobState.RUNNING.id(), 0);
		return new BatchStanding(batch.batchId(), batch.createdAt(), ids.size(), states,
				ids.size() - states.getOrDefault(JobState.COMPLETED.id(), 0), waiting == 0, failures(batch, jobs),
				batch.refused(), searches ? batch.targets() : null);
	}

	private static List<FailedSearch> failures(CurveBatch batch, Jobs jobs) {
		Set<String> failed = jobs.inState(batch.jobIds(), JobState.ERROR);
		if (failed.isEmpty()) {
			return List.of();
		}
		Map<String, Job> found = jobs.all(failed).stream().collect(Collectors.toMap(Job::jobId, (job) -> job));
		List<FailedSearch> failures = new ArrayList<>();
		for (SentTarget target : batch.targets()) {
			Job job = found.get(target.jobId());
			if (job != null) {
				failures.add(FailedSearch.of(target, job));
			}
		}
		return failures;
	}

}
