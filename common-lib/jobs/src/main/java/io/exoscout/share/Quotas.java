package io.exoscout.share;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobRequest;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Use.Bounded;
import io.exoscout.store.BlobRef;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Keeps callers within their bounds. What is used is counted from the documents
 * themselves, so nothing can drift; what requests under way are about to add is promised
 * to them before they store it, so that any number of them together do not exceed a bound
 * either.
 */
public class Quotas {

	private static final String JOBS = "jobs";

	private static final String MODELS = "models";

	private final MongoAccess mongo;

	private final QuotaSettings settings;

	private final Promises promises;

	public Quotas(MongoAccess mongo, Promises promises, QuotaSettings settings) {
		this.mongo = mongo;
		this.promises = promises;
		this.settings = settings;
	}

	/**
	 * Does what adds to what is somebody's, if there is room.
	 * @param owner whose it is to be; nobody's knows no bound
	 * @param demand what it adds
	 * @param deed stores it
	 * @return what the deed gives
	 * @throws ProblemException {@code TOO_MANY} (code {@code quota_exceeded}) if he has
	 * as much as he may; then nothing is stored
	 */
	public <T> T within(@Nullable String owner, Demand demand, Supplier<T> deed) {
		if (owner == null || (this.settings.queuedJobs() == null && this.settings.stored() == null)) {
			return deed.get();
		}
		return this.promises.keeping(owner, (promised) -> promise(owner, demand, promised), deed);
	}

	/** What to promise, having looked what there is and what was promised to others. */
	private Promise promise(String owner, Demand demand, List<Promise> promised) {
		if (demand.jobs() > 0 && this.settings.queuedJobs() != null) {
			requireRoomInLine(owner, demand, promised, this.settings.queuedJobs());
		}
		if (!demand.files().isEmpty() && this.settings.stored() != null) {
			return Promise.of(demand.jobs(), requireRoom(owner, demand, promised, this.settings.stored().toBytes()));
		}
		return Promise.of(demand.jobs(), 0);
	}

	private void requireRoomInLine(String owner, Demand demand, List<Promise> promised, int most) {
		long queued = queued(owner, most) + promised.stream().mapToLong(Promise::jobs).sum();
		if (queued + demand.jobs() > most) {
			throw new ProblemException(ErrorCode.QUOTA_EXCEEDED,
					"%s has %d jobs in the queue, and may have %d%s. Send %s once some of them are done, or cancel some."
						.formatted(owner, queued, most,
								(demand.jobs() > 1) ? "; this would add %d".formatted(demand.jobs()) : "",
								(demand.jobs() > 1) ? "them" : "this one"));
		}
	}

	private long requireRoom(String owner, Demand demand, List<Promise> promised, long most) {
		Map<String, Long> stored = stored(owner);
		long wanted = demand.bytesBeside(stored);
		long used = sum(stored) + promised.stream().mapToLong(Promise::bytes).sum();
		if (wanted > 0 && used + wanted > most) {
			throw new ProblemException(ErrorCode.QUOTA_EXCEEDED,
					"%s has %d bytes stored and may have %d; this would add %d. Delete jobs or models that are not needed any more."
						.formatted(owner, used, most, wanted));
		}
		return wanted;
	}

	/** How much somebody has, and may have. */
	public Use use(@Nullable String owner) {
		return new Use(owner, part(queued(owner, 0), owner, this.settings.queuedJobs()),
				part(running(owner), owner, this.settings.runningJobs()), part(sum(stored(owner)), owner,
						(this.settings.stored() != null) ? this.settings.stored().toBytes() : null));
	}

	private static Bounded part(long used, @Nullable String owner, @Nullable Number limit) {
		return new Bounded(used, (owner != null && limit != null) ? limit.longValue() : null);
	}

	private static long sum(Map<String, Long> stored) {
		return stored.values().stream().mapToLong(Long::longValue).sum();
	}

	/** No more than that many of each type are counted; 0 for all. */
	private long queued(@Nullable String owner, int most) {
		return Stream.of(JobType.values()).mapToLong((type) -> {
			Query query = Query
				.query(Criteria.where(Job.STATUS)
					.is(JobState.QUEUED)
					.and(Job.TYPE)
					.is(type)
					.and(JobRequest.OWNER)
					.is(owner))
				.with(Sort.by(JobCourse.QUEUED_AT))
				.limit(most);
			return ids(query).size();
		}).sum();
	}

	private long running(@Nullable String owner) {
		return ids(Query.query(Criteria.where(Job.STATUS).is(JobState.RUNNING).and(JobRequest.OWNER).is(owner))).size();
	}

	private List<Document> ids(Query query) {
		query.fields().include("_id");
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, JOBS));
	}

	/** All that is somebody's in the blob store: digests, and how many bytes each has. */
	private Map<String, Long> stored(@Nullable String owner) {
		Map<String, Long> stored = new HashMap<>();
		collect(owner, JOBS, stored, "dataset.sha256", "dataset.bytes", "results.result.sha256",
				"results.result.bytes");
		collect(owner, MODELS, stored, "file", "candidates.file", "candidates.decided.file", "tribuo");
		return stored;
	}

	private void collect(@Nullable String owner, String collection, Map<String, Long> stored, String... fields) {
		Query query = Query.query(Criteria.where(JobRequest.OWNER).is(owner));
		query.fields().include(fields);
		this.mongo.call((mongo) -> mongo.find(query, Document.class, collection))
			.forEach((document) -> stored.putAll(BlobRef.sizesIn(document)));
	}

}
