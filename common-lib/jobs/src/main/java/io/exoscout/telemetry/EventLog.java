package io.exoscout.telemetry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.store.MongoAccess;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What workers told, kept for those who come later or were cut off. Moves from state to
 * state are not in here: they stand in the job documents.
 */
public class EventLog {

	private final MongoAccess mongo;

	private final Clock clock;

	private final AtomicBoolean indexed = new AtomicBoolean();

	public EventLog(MongoAccess mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Keeps some events of one job, in their order; at least one. */
	void keep(List<JobEvent> events) {
		JobEvent first = events.get(0);
		StoredEvents stored = new StoredEvents(first.jobId() + "/" + first.id(), first.jobId(),
				events.get(events.size() - 1).id(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
				events.stream().map(EventJson::write).toList());
		this.mongo.call((mongo) -> {
			ensureIndex(mongo);
			return mongo.save(stored);
		});
	}

	private void ensureIndex(MongoOperations mongo) {
		if (!this.indexed.get()) {
			mongo.indexOps(StoredEvents.class).createIndex(new Index(StoredEvents.JOB_ID, Direction.ASC));
			this.indexed.set(true);
		}
	}

	/** What was told of a job after an event, in its order. */
	public List<JobEvent> after(String jobId, long id) {
		Query query = Query.query(Criteria.where(StoredEvents.JOB_ID).is(jobId).and(StoredEvents.LAST).gt(id));
		return this.mongo.call((mongo) -> mongo.find(query, StoredEvents.class))
			.stream()
			.flatMap((stored) -> stored.events().stream())
			.map(EventJson::read)
			.filter((event) -> event.id() > id)
			.sorted(Comparator.comparingLong(JobEvent::id))
			.toList();
	}

	/** Forgets what was told of a job. */
	void forget(String jobId) {
		this.mongo.call((mongo) -> mongo.remove(Query.query(Criteria.where(StoredEvents.JOB_ID).is(jobId)),
				StoredEvents.class));
	}

	/**
	 * Forgets what was told before a time.
	 * @return in how many parts it was kept
	 */
	public long forgetBefore(Instant time) {
		Query query = Query.query(Criteria.where(StoredEvents.AT).lt(time));
		return this.mongo.call((mongo) -> mongo.remove(query, StoredEvents.class).getDeletedCount());
	}

}
