package io.exoscout.predictor.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.exoscout.store.MongoAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Records as documents of MongoDB. Their id begins with their time, so that its index
 * serves all there is: order, pages, periods, and forgetting what is old.
 *
 * @param keep how long records are kept
 */
record AuditRecords(MongoAccess mongo, Duration keep, Clock clock) {

	private static final String ID = "_id";

	void write(List<AuditRecord> records) {
		this.mongo.call((mongo) -> {
			try {
				return mongo.insert(records, AuditRecord.class);
			}
			catch (DuplicateKeyException ex) {
				// some of them were written before the database went away
				records.forEach(mongo::save);
				return records;
			}
		});
	}

	/** Those that match, newest first. */
	List<AuditRecord> find(AuditQuery wanted, int limit) {
		Query query = new Query().with(Sort.by(Sort.Direction.DESC, ID)).limit(limit);
		String before = wanted.after();
		if (wanted.to() != null) {
			String end = AuditRecord.first(wanted.to());
			before = (before == null || end.compareTo(before) < 0) ? end : before;
		}
		if (before != null || wanted.from() != null) {
			Criteria id = Criteria.where(ID);
			id = (before != null) ? id.lt(before) : id;
			query.addCriteria((wanted.from() != null) ? id.gte(AuditRecord.first(wanted.from())) : id);
		}
		only(query, "modelId", wanted.model());
		only(query, "caller", wanted.caller());
		only(query, "outcome", wanted.outcome());
		return this.mongo.call((mongo) -> mongo.find(query, AuditRecord.class));
	}

	private static void only(Query query, String field, @Nullable String value) {
		if (value != null) {
			query.addCriteria(Criteria.where(field).is(value));
		}
	}

	/**
	 * Removes what has been kept long enough. Any number of services may do so at once.
	 */
	long forgetOld() {
		String end = AuditRecord.first(this.clock.instant().minus(this.keep));
		Query old = Query.query(Criteria.where(ID).lt(end));
		return this.mongo.call((mongo) -> mongo.remove(old, AuditRecord.class).getDeletedCount());
	}

}
