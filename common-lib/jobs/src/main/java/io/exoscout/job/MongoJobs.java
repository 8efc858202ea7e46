package io.exoscout.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import io.exoscout.caller.Caller;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Jobs as documents of MongoDB. A move is one update whose condition says from where it
 * may start; nothing here reads, thinks and writes without that condition.
 */
public class MongoJobs implements Jobs {

	private static final int NO_LIMIT = 0;

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, Job.CREATED_AT, "_id");

	private final JobDocuments documents;

	private final JobTraces traces;

	private final Clock clock;

	public MongoJobs(JobDocuments documents, JobTraces traces, Clock clock) {
		this.documents = documents;
		this.traces = traces;
		this.clock = clock;
	}

	@Override
	public Submission submit(Job wanted) {
		Job queued = wanted.queuedBy(this.traces.current(), Caller.current().name());
		// comes round again only when the job is deleted or moves between two steps
		while (true) {
			if (this.documents.insert(queued)) {
				return new Submission(queued, true);
			}
			Optional<Job> restarted = restart(queued.jobId(), (ended) -> JobMoves.restart(ended, queued, now()));
			if (restarted.isPresent()) {
				return new Submission(restarted.get(), true);
			}
			Optional<Job> present = find(queued.jobId());
			if (present.isPresent()) {
				return new Submission(present.get(), false);
			}
		}
	}

	@Override
	public Optional<Job> find(String jobId) {
		return this.documents.find(jobId);
	}

	@Override
	public List<Job> all(Collection<String> jobIds) {
		return this.documents.find(Criteria.where("_id").in(jobIds), Sort.by("_id"), NO_LIMIT);
	}

	@Override
	public Set<String> known(Collection<String> jobIds) {
		return this.documents.ids(Criteria.where("_id").in(jobIds));
	}

	@Override
	public Set<String> inState(Collection<String> jobIds, JobState... states) {
		return this.documents.ids(Criteria.where("_id").in(jobIds).and(Job.STATUS).in((Object[]) states));
	}

	@Override
	public List<Job> list(JobQuery query) {
		return this.documents.find(JobCriteria.matching(query), NEWEST_FIRST, query.limit());
	}

	@Override
	public List<Job> movedSince(Instant time, int limit) {
		return this.documents.find(Criteria.where(JobCourse.MOVED_AT).gte(time), NEWEST_FIRST, limit);
	}

	@Override
	public void markSent(Job sent) {
		// one that was claimed, or passed on, meanwhile must not look sent
		this.documents.update(JobCriteria.queuedAs(sent), new Update().set(JobCourse.SENT_AT, now()));
	}

	@Override
	public void markUnsent(Job waiting) {
		this.documents.update(JobCriteria.queuedAs(waiting), JobMoves.unsend(waiting));
	}

	@Override
	public boolean markTold(Job cancelled) {
		return this.documents.update(JobCriteria.untold(cancelled),
				new Update().set(JobCourse.TOLD_REVISION, cancelled.course().revision()));
	}

	@Override
	public Optional<Job> claim(Job queued, String workerId, Duration lease) {
		Instant now = now();
		return this.documents.modify(JobCriteria.queuedAs(queued), JobMoves.claim(workerId, now, now.plus(lease)));
	}

	@Override
	public Optional<Job> renew(Claim claim, Progress progress, Duration lease) {
		return this.documents.modify(JobCriteria.held(claim), JobMoves.renew(progress, now().plus(lease)));
	}

	@Override
	public boolean complete(Claim claim, Map<String, Object> results) {
		return this.documents.update(JobCriteria.held(claim).and(JobCourse.CANCEL_REQUESTED).is(false),
				JobMoves.complete(now()).set(JobOutcome.RESULTS, this.documents.written(results)));
	}

	@Override
	public boolean fail(Claim claim, JobFailure failure) {
		return this.documents.update(JobCriteria.held(claim), JobMoves.fail(failure, now()));
	}

	@Override
	public boolean cancelled(Claim claim) {
		return this.documents.update(JobCriteria.held(claim), JobMoves.to(JobState.CANCELLED, now()));
	}

	@Override
	public boolean release(Claim claim) {
		return putBack(() -> JobCriteria.held(claim), JobMoves.queue(now()).inc(JobCourse.ATTEMPTS_BEFORE, 1));
	}

	@Override
	public boolean tryAgain(Claim claim) {
		return putBack(() -> JobCriteria.held(claim), JobMoves.queue(now()));
	}

	// in this order: while a claim holds, the wish to cancel is never taken back
	private boolean putBack(Supplier<Criteria> from, Update queue) {
		return this.documents.update(from.get().and(JobCourse.CANCEL_REQUESTED).is(false), queue) || this.documents
			.update(from.get().and(JobCourse.CANCEL_REQUESTED).is(true), JobMoves.to(JobState.CANCELLED, now()));
	}

	@Override
	public boolean giveUp(String jobId, JobFailure failure) {
		return this.documents.update(JobCriteria.job(jobId, JobState.QUEUED), JobMoves.fail(failure, now()));
	}

	@Override
	public Optional<JobState> passOn(String jobId, Duration within, JobFailure failure) {
		Instant now = now();
		if (this.documents.update(JobCriteria.passedOn(jobId, now.minus(within)), JobMoves.fail(failure, now()))) {
			return Optional.of(JobState.ERROR);
		}
		boolean queued = this.documents.update(JobCriteria.job(jobId, JobState.QUEUED), JobMoves.passOn(now));
		return queued ? Optional.of(JobState.QUEUED) : Optional.empty();
	}

	@Override
	public Optional<Job> cancel(String jobId) {
		// comes round again only when the job moves between two steps
		while (true) {
			Optional<Job> cancelled = this.documents.modify(JobCriteria.job(jobId, JobState.QUEUED),
					JobMoves.to(JobState.CANCELLED, now()));
			if (cancelled.isPresent()) {
				return cancelled;
			}
			Optional<Job> asked = this.documents.modify(JobCriteria.job(jobId, JobState.RUNNING),
					new Update().set(JobCourse.CANCEL_REQUESTED, true));
			if (asked.isPresent()) {
				return asked;
			}
			if (find(jobId).filter((job) -> !job.status().isFinal()).isEmpty()) {
				return Optional.empty();
			}
		}
	}

	@Override
	public Optional<Job> retry(String jobId) {
		return restart(jobId, (ended) -> JobMoves.restart(ended, now(), this.traces.current()));
	}

	/** Starts a job over that ended without success; empty if it did not. */
	private Optional<Job> restart(String jobId, Function<Job, Update> move) {
		while (true) {
			Optional<Job> ended = find(jobId).filter((job) -> job.status().endedInVain());
			if (ended.isEmpty()) {
				return Optional.empty();
			}
			Job job = ended.get();
			Optional<Job> queued = this.documents.modify(
					JobCriteria.job(jobId, job.status()).and(JobCourse.ATTEMPTS).is(job.course().attempts()),
					move.apply(job));
			if (queued.isPresent()) {
				return queued;
			}
		}
	}

	@Override
	public Optional<Job> delete(String jobId) {
		return this.documents.remove(jobId);
	}

	@Override
	public List<Job> unsent(Instant now, Duration since, int limit) {
		return this.documents.find(JobCriteria.unsent(now, since), Sort.by(JobCourse.QUEUED_AT), limit);
	}

	@Override
	public List<Job> sentBefore(Instant time, JobType type, int limit) {
		return this.documents.find(JobCriteria.sentBefore(time, type), Sort.by(JobCourse.QUEUED_AT), limit);
	}

	@Override
	public List<Job> running() {
		return this.documents.find(Criteria.where(Job.STATUS).is(JobState.RUNNING), Sort.by("_id"), NO_LIMIT);
	}

	@Override
	public boolean expire(Job running) {
		return putBack(() -> JobCriteria.unchanged(running), JobMoves.queue(now()));
	}

	@Override
	public List<Job> endedOlderThan(Instant time, JobType type, int limit) {
		return this.documents.find(JobCriteria.outdated(time, type), Sort.by(Job.CREATED_AT), limit);
	}

	@Override
	public Optional<Job> keep(String jobId, boolean kept) {
		Update mark = kept ? new Update().set(JobOutcome.KEPT, true) : new Update().unset(JobOutcome.KEPT);
		return this.documents.modify(Criteria.where("_id").is(jobId), mark);
	}

	@Override
	public boolean uses(String sha256) {
		// not one question with "or": the embedded database would look at every job
		return pointsAt(JobRequest.TABLE, sha256) || pointsAt(JobOutcome.FILE, sha256);
	}

	private boolean pointsAt(String field, String sha256) {
		return this.documents.exists(Criteria.where(field).is(sha256));
	}

	@Override
	public long count(JobState state, JobType type) {
		return this.documents.count(Criteria.where(Job.STATUS).is(state).and(Job.TYPE).is(type));
	}

	@Override
	public List<JobTally> tally() {
		// all that is asked for is in one index
		Aggregation tally = Aggregation.newAggregation(
				Aggregation.match(Criteria.where(Job.STATUS).in(JobState.values())),
				Aggregation.group(Job.STATUS, Job.TYPE).count().as("jobs").min(JobCourse.QUEUED_AT).as("queuedSince"),
				Aggregation.project(Job.STATUS, Job.TYPE, "jobs", "queuedSince"));
		return this.documents.aggregate(tally, JobTally.class);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
