package io.exoscout.share;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobRequest;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Whose turn it is: the job that waits longest of the owner who has the fewest of its
 * type running, and among equals of the one who was served least recently. Says so only:
 * whoever has the turn claims the job as ever, and asks again if somebody else was
 * quicker.
 */
public class FairTurns {

	/** Who was served when, by a count and not by a clock: one document an owner. */
	static final String COLLECTION = "turns";

	private static final String SERVED = "served";

	/** Before all names of owners. */
	private static final String NOBODY = "";

	private static final String JOBS = "jobs";

	private final MongoAccess mongo;

	private final int runningLimit;

	public FairTurns(MongoAccess mongo, QuotaSettings quotas) {
		this.mongo = mongo;
		this.runningLimit = quotas.running();
	}

	/**
	 * Who is next, which counts as served from then on.
	 * @param type what the worker does
	 */
	public Turn next(JobType type) {
		Map<String, PlaceInLine> first = line(type);
		if (first.isEmpty()) {
			return Turn.NONE;
		}
		if (first.keySet().equals(Set.of(NOBODY))) {
			// where nobody is asked who he is, first come is first served
			return Turn.of(Objects.requireNonNull(first.get(NOBODY)));
		}
		List<Document> all = running();
		Map<String, Long> running = perOwner(all.stream());
		Map<String, Long> ofType = perOwner(all.stream().filter((job) -> type.name().equals(job.getString(Job.TYPE))));
		Map<String, Long> served = served(type, first);
		Optional<PlaceInLine> next = first.values()
			.stream()
			.filter((job) -> mayRun(job, running))
			.min(Comparator.<PlaceInLine>comparingLong((job) -> ofType.getOrDefault(key(job.owner()), 0L))
				.thenComparingLong((job) -> served.getOrDefault(key(job.owner()), 0L))
				.thenComparing(PlaceInLine::queuedAt));
		next.ifPresent((job) -> serve(type, job, served));
		return next.map(Turn::of).orElse(Turn.HELD);
	}

	private boolean mayRun(PlaceInLine job, Map<String, Long> running) {
		return job.owner() == null || running.getOrDefault(job.owner(), 0L) < this.runningLimit;
	}

	/**
	 * Whether jobs of a type wait, and every one of them because its owner has as many
	 * running as he may: no worker can take any, and none is at fault.
	 */
	public boolean areAllHeld(JobType type) {
		if (this.runningLimit == Integer.MAX_VALUE) {
			return false;
		}
		Map<String, PlaceInLine> first = line(type);
		Map<String, Long> running = perOwner(running().stream());
		return !first.isEmpty() && first.values().stream().noneMatch((job) -> mayRun(job, running));
	}

	/** The job of a type that waits longest, whosever it is. */
	public Optional<String> longestWaiting(JobType type) {
		return first(sent(type), JobCourse.QUEUED_AT).or(() -> first(queued(type), JobCourse.QUEUED_AT))
			.map(PlaceInLine::jobId);
	}

	private Map<String, PlaceInLine> line(JobType type) {
		Map<String, PlaceInLine> sent = firstOfEach(() -> sent(type));
		return sent.isEmpty() ? firstOfEach(() -> queued(type)) : sent;
	}

	/** What waits longest of each owner, one question for each of them. */
	private Map<String, PlaceInLine> firstOfEach(Supplier<Criteria> waiting) {
		Map<String, PlaceInLine> jobs = new LinkedHashMap<>();
		first(waiting.get().and(JobRequest.OWNER).is(null), JobCourse.QUEUED_AT)
			.ifPresent((job) -> jobs.put(NOBODY, job));
		String last = NOBODY;
		while (true) {
			Optional<PlaceInLine> next = first(waiting.get().and(JobRequest.OWNER).gt(last), JobRequest.OWNER,
					JobCourse.QUEUED_AT);
			if (next.isEmpty()) {
				return jobs;
			}
			last = key(next.get().owner());
			jobs.put(last, next.get());
		}
	}

	/**
	 * A message stands for each of these, and no other job may take its place. Where none
	 * of them waits, a message is one too many, or that of a job whose sender has not
	 * noted yet that he sent it: then it may serve any.
	 */
	private static Criteria sent(JobType type) {
		return queued(type).and(JobCourse.SENT_AT).exists(true);
	}

	private static Criteria queued(JobType type) {
		return Criteria.where(Job.STATUS).is(JobState.QUEUED).and(Job.TYPE).is(type);
	}

	private Optional<PlaceInLine> first(Criteria jobs, String... order) {
		Query query = Query.query(jobs).with(Sort.by(order)).limit(1);
		query.fields().include(JobRequest.OWNER, JobCourse.QUEUED_AT);
		return Optional.ofNullable(this.mongo.call((mongo) -> mongo.findOne(query, Document.class, JOBS)))
			.map((job) -> new PlaceInLine(job.getString("_id"), job.getString(JobRequest.OWNER),
					Objects.requireNonNullElse(job.getDate(JobCourse.QUEUED_AT), Date.from(Instant.EPOCH))
						.toInstant()));
	}

	private List<Document> running() {
		Query query = Query.query(Criteria.where(Job.STATUS).is(JobState.RUNNING));
		query.fields().include(JobRequest.OWNER, Job.TYPE);
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, JOBS));
	}

	private static Map<String, Long> perOwner(Stream<Document> jobs) {
		return jobs.map((job) -> key(job.getString(JobRequest.OWNER)))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	private Map<String, Long> served(JobType type, Map<String, PlaceInLine> owners) {
		List<String> ids = owners.keySet().stream().map((owner) -> id(type, owner)).toList();
		Query query = Query.query(Criteria.where("_id").in(ids));
		Map<String, Long> served = new HashMap<>();
		this.mongo.call((mongo) -> mongo.find(query, Document.class, COLLECTION))
			.forEach((turn) -> served.put(turn.getString("_id").substring(id(type, NOBODY).length()),
					turn.getLong(SERVED)));
		return served;
	}

	/** Later than all who wait; who has not come for long is no further behind for it. */
	private void serve(JobType type, PlaceInLine job, Map<String, Long> served) {
		long now = 1 + served.values().stream().mapToLong(Long::longValue).max().orElse(0);
		Query query = Query.query(Criteria.where("_id").is(id(type, key(job.owner()))));
		this.mongo.call((mongo) -> mongo.upsert(query, new Update().max(SERVED, now), COLLECTION));
	}

	private static String id(JobType type, String owner) {
		return type.name() + " " + owner;
	}

	private static String key(@Nullable String owner) {
		return (owner != null) ? owner : NOBODY;
	}

}
