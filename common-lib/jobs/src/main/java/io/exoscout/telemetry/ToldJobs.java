package io.exoscout.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.Progress;
import io.exoscout.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs whose moves are told as soon as they are made. Only that there was one: what it
 * was stands in the document, and whoever wants to know looks there.
 *
 * @param jobs makes the moves
 * @param sender tells of them
 * @param events is forgotten with a job
 */
public record ToldJobs(Jobs jobs, EventSender sender, EventLog events) implements Jobs {

	private static final Logger log = LoggerFactory.getLogger(ToldJobs.class);

	private boolean told(boolean moved, String jobId) {
		if (moved) {
			this.sender.moved(jobId);
		}
		return moved;
	}

	private Optional<Job> told(Optional<Job> moved) {
		moved.ifPresent((job) -> this.sender.moved(job.jobId()));
		return moved;
	}

	@Override
	public Submission submit(Job queued) {
		Submission submission = this.jobs.submit(queued);
		told(submission.accepted(), queued.jobId());
		return submission;
	}

	@Override
	public Optional<Job> find(String jobId) {
		return this.jobs.find(jobId);
	}

	@Override
	public List<Job> all(Collection<String> jobIds) {
		return this.jobs.all(jobIds);
	}

	@Override
	public Set<String> known(Collection<String> jobIds) {
		return this.jobs.known(jobIds);
	}

	@Override
	public Set<String> inState(Collection<String> jobIds, JobState... states) {
		return this.jobs.inState(jobIds, states);
	}

	@Override
	public List<Job> list(JobQuery query) {
		return this.jobs.list(query);
	}

	@Override
	public List<Job> movedSince(Instant time, int limit) {
		return this.jobs.movedSince(time, limit);
	}

	@Override
	public void markSent(Job sent) {
		this.jobs.markSent(sent);
	}

	@Override
	public void markUnsent(Job waiting) {
		this.jobs.markUnsent(waiting);
	}

	@Override
	public boolean markTold(Job cancelled) {
		return this.jobs.markTold(cancelled);
	}

	@Override
	public Optional<Job> claim(Job queued, String workerId, Duration lease) {
		return told(this.jobs.claim(queued, workerId, lease));
	}

	@Override
	public Optional<Job> renew(Claim claim, Progress progress, Duration lease) {
		return this.jobs.renew(claim, progress, lease);
	}

	@Override
	public boolean complete(Claim claim, Map<String, Object> results) {
		return told(this.jobs.complete(claim, results), claim.jobId());
	}

	@Override
	public boolean fail(Claim claim, JobFailure failure) {
		return told(this.jobs.fail(claim, failure), claim.jobId());
	}

	@Override
	public boolean cancelled(Claim claim) {
		return told(this.jobs.cancelled(claim), claim.jobId());
	}

	@Override
	public boolean release(Claim claim) {
		return told(this.jobs.release(claim), claim.jobId());
	}

	@Override
	public boolean tryAgain(Claim claim) {
		return told(this.jobs.tryAgain(claim), claim.jobId());
	}

	@Override
	public boolean giveUp(String jobId, JobFailure failure) {
		return told(this.jobs.giveUp(jobId, failure), jobId);
	}

	@Override
	public Optional<JobState> passOn(String jobId, Duration within, JobFailure failure) {
		Optional<JobState> state = this.jobs.passOn(jobId, within, failure);
		told(state.filter(JobState::isFinal).isPresent(), jobId);
		return state;
	}

	@Override
	public Optional<Job> cancel(String jobId) {
		return told(this.jobs.cancel(jobId));
	}

	@Override
	public Optional<Job> retry(String jobId) {
		return told(this.jobs.retry(jobId));
	}

	@Override
	public Optional<Job> delete(String jobId) {
		Optional<Job> deleted = told(this.jobs.delete(jobId));
		deleted.ifPresent((job) -> forget(jobId));
		return deleted;
	}

	/** What is left is forgotten when it is old. */
	private void forget(String jobId) {
		try {
			this.events.forget(jobId);
		}
		catch (ProblemException ex) {
			log.info("What was told of job {} is forgotten later: {}", jobId, ex.detail());
		}
	}

	@Override
	public List<Job> unsent(Instant now, Duration since, int limit) {
		return this.jobs.unsent(now, since, limit);
	}

	@Override
	public List<Job> sentBefore(Instant time, JobType type, int limit) {
		return this.jobs.sentBefore(time, type, limit);
	}

	@Override
	public List<Job> running() {
		return this.jobs.running();
	}

	@Override
	public boolean expire(Job running) {
		return told(this.jobs.expire(running), running.jobId());
	}

	@Override
	public List<Job> endedOlderThan(Instant time, JobType type, int limit) {
		return this.jobs.endedOlderThan(time, type, limit);
	}

	@Override
	public Optional<Job> keep(String jobId, boolean kept) {
		return this.jobs.keep(jobId, kept);
	}

	@Override
	public boolean uses(String sha256) {
		return this.jobs.uses(sha256);
	}

	@Override
	public long count(JobState state, JobType type) {
		return this.jobs.count(state, type);
	}

	@Override
	public List<JobTally> tally() {
		return this.jobs.tally();
	}

}
