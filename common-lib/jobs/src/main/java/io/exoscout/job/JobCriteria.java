package io.exoscout.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;

/** The conditions under which a job document is found or changed. */
final class JobCriteria {

	private JobCriteria() {
	}

	static Criteria job(String jobId, JobState status) {
		return Criteria.where("_id").is(jobId).and(Job.STATUS).is(status);
	}

	/** Holds only while the job is this worker's; the fence of every write it makes. */
	static Criteria held(Claim claim) {
		return job(claim.jobId(), JobState.RUNNING).and(JobCourse.WORKER_ID)
			.is(claim.workerId())
			.and(JobCourse.ATTEMPTS)
			.is(claim.attempt());
	}

	/** Holds only while nobody has renewed the lease since the job was read. */
	static Criteria unchanged(Job running) {
		return job(running.jobId(), JobState.RUNNING).and(JobCourse.ATTEMPTS)
			.is(running.course().attempts())
			.and(JobCourse.LEASE_UNTIL)
			.is(running.course().leaseUntil());
	}

	/** Holds only while the job has not left the queue since it was read. */
	static Criteria queuedAs(Job queued) {
		return job(queued.jobId(), JobState.QUEUED).and(JobCourse.ATTEMPTS)
			.is(queued.course().attempts())
			.and(JobCourse.QUEUED_AT)
			.is(queued.course().queuedAt());
	}

	/**
	 * Holds only while nobody was told of the ending of a cancelled job as it was read.
	 */
	static Criteria untold(Job cancelled) {
		Integer revision = cancelled.course().revision();
		return job(cancelled.jobId(), JobState.CANCELLED).and(JobCourse.REVISION)
			.is(revision)
			.and(JobCourse.TOLD_REVISION)
			.ne(revision);
	}

	/** A queued job that has been passed on since before a time. */
	static Criteria passedOn(String jobId, Instant before) {
		return job(jobId, JobState.QUEUED).and(JobCourse.PASSED_ON_SINCE).lt(before);
	}

	/**
	 * What was queued longer ago than that, or by somebody whose clock is that far ahead:
	 * sending too early does no harm.
	 */
	static Criteria unsent(Instant now, Duration since) {
		Criteria queued = Criteria.where(Job.STATUS).is(JobState.QUEUED).and(JobCourse.SENT_AT).is(null);
		return queued.orOperator(Criteria.where(JobCourse.QUEUED_AT).lt(now.minus(since)),
				Criteria.where(JobCourse.QUEUED_AT).gt(now.plus(since)));
	}

	static Criteria sentBefore(Instant time, JobType type) {
		return Criteria.where(Job.STATUS).is(JobState.QUEUED).and(Job.TYPE).is(type).and(JobCourse.SENT_AT).lt(time);
	}

	/** What has ended and was accepted before a time, unless it is kept. */
	static Criteria outdated(Instant time, JobType type) {
		List<JobState> ends = Arrays.stream(JobState.values()).filter(JobState::isFinal).toList();
		return Criteria.where(Job.STATUS)
			.in(ends)
			.and(Job.TYPE)
			.is(type)
			.and(JobOutcome.KEPT)
			.ne(true)
			.and(Job.CREATED_AT)
			.lt(time);
	}

	static Criteria matching(JobQuery query) {
		List<Criteria> conditions = new ArrayList<>();
		add(conditions, Job.TYPE, query.type());
		add(conditions, Job.STATUS, query.status());
		add(conditions, JobRequest.PARAMS + ".dataSource", query.mission());
		add(conditions, JobRequest.PARAMS + ".algorithm", query.algorithm());
		add(conditions, Job.MODEL_NAME, query.modelName());
		add(conditions, JobRequest.OWNER, query.owner());
		JobQuery.JobPlace after = query.after();
		if (after != null) {
			conditions.add(new Criteria().orOperator(Criteria.where(Job.CREATED_AT).lt(after.createdAt()),
					Criteria.where(Job.CREATED_AT).is(after.createdAt()).and("_id").lt(after.jobId())));
		}
		return conditions.isEmpty() ? new Criteria() : new Criteria().andOperator(conditions);
	}

	private static void add(List<Criteria> conditions, String field, @Nullable Object value) {
		if (value != null) {
			conditions.add(Criteria.where(field).is(value));
		}
	}

}
