package io.exoscout.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.store.MongoAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Records of who changed what, in MongoDB, a document each. Ids begin with the time, so
 * that one index serves order, pages, periods, and forgetting what is old.
 *
 * @param keep how long records are kept
 */
record DeedRecords(MongoAccess mongo, Duration keep, Clock clock) implements AuditStore<DeedRecord> {

	static final String COLLECTION = "deeds";

	private static final String ID = "_id";

	@Override
	public void write(List<DeedRecord> records) {
		this.mongo.call((mongo) -> {
			try {
				return mongo.insert(records, COLLECTION);
			}
			catch (DuplicateKeyException ex) {
				// some were written before the database went away
				records.forEach((record) -> mongo.save(record, COLLECTION));
				return records;
			}
		});
	}

	/** Those that match, newest first. */
	List<DeedRecord> find(DeedQuery wanted, int limit) {
		List<Criteria> all = new ArrayList<>();
		if (wanted.from() != null) {
			all.add(Criteria.where(ID).gte(RecordId.first(wanted.from())));
		}
		if (wanted.to() != null) {
			all.add(Criteria.where(ID).lt(RecordId.first(wanted.to())));
		}
		if (wanted.after() != null) {
			all.add(Criteria.where(ID).lt(wanted.after()));
		}
		add(all, "caller", wanted.caller());
		add(all, "method", wanted.method());
		add(all, "status", wanted.status());
		Query query = Query.query(all.isEmpty() ? new Criteria() : new Criteria().andOperator(all))
			.with(Sort.by(Sort.Direction.DESC, ID))
			.limit(limit);
		return this.mongo.call((mongo) -> mongo.find(query, DeedRecord.class));
	}

	private static void add(List<Criteria> all, String field, @Nullable Object value) {
		if (value != null) {
			all.add(Criteria.where(field).is(value));
		}
	}

	@Override
	public long forgetOld() {
		Query old = Query.query(Criteria.where(ID).lt(RecordId.first(this.clock.instant().minus(this.keep))));
		return this.mongo.call((mongo) -> mongo.remove(old, COLLECTION).getDeletedCount());
	}

}
