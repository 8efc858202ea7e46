package io.exoscout.predictor.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.audit.AuditStore;
import io.exoscout.audit.RecordId;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Records in MongoDB, those of one second together. Ids of documents and records begin
 * with their second, so that one index serves all there is: order, pages, periods, and
 * forgetting what is old.
 *
 * @param keep how long records are kept, to the second
 */
record AuditRecords(MongoAccess mongo, Duration keep, Clock clock) implements AuditStore<AuditRecord> {

	static final String COLLECTION = "prediction_audit";

	private static final String ID = "_id";

	/** Comes after all that follows a second in an id. */
	private static final String END = "~";

	private static final int READ_TOGETHER = 4;

	@Override
	public void write(List<AuditRecord> records) {
		records.stream()
			.collect(Collectors.groupingBy((record) -> AuditedSecond.begins(record.id()), TreeMap::new,
					Collectors.toList()))
			.values()
			.forEach((second) -> write(AuditedSecond.of(second).document()));
	}

	private void write(Document second) {
		this.mongo.call((mongo) -> {
			try {
				return mongo.insert(second, COLLECTION);
			}
			catch (DuplicateKeyException ex) {
				// it was written before the database went away
				return mongo.save(second, COLLECTION);
			}
		});
	}

	/** Those that match, newest first. */
	List<AuditRecord> find(AuditQuery wanted, int limit) {
		String before = wanted.before();
		String since = wanted.since();
		Query query = new Query().with(Sort.by(Sort.Direction.DESC, ID)).cursorBatchSize(READ_TOGETHER);
		if (before != null || since != null) {
			Criteria id = Criteria.where(ID);
			id = (before != null) ? id.lt(AuditedSecond.begins(before) + END) : id;
			query.addCriteria((since != null) ? id.gte(AuditedSecond.begins(since)) : id);
		}
		List<Criteria> having = Stream
			.of(having("models", "modelId", wanted.model()), having("callers", "caller", wanted.caller()),
					having("outcomes", "outcome", wanted.outcome()))
			.flatMap(List::stream)
			.toList();
		if (!having.isEmpty()) {
			query.addCriteria(new Criteria().andOperator(having));
		}
		return this.mongo.call((mongo) -> find(mongo, query, wanted, limit));
	}

	/** What holds of documents with such a record, and of records of earlier versions. */
	private static List<Criteria> having(String values, String field, @Nullable String value) {
		return (value == null) ? List.of()
				: List.of(new Criteria().orOperator(Criteria.where(values).is(value), Criteria.where(field).is(value)));
	}

	/**
	 * Several services, and several writes of one, may have left documents of the same
	 * second.
	 */
	private static List<AuditRecord> find(MongoOperations mongo, Query query, AuditQuery wanted, int limit) {
		List<AuditRecord> found = new ArrayList<>();
		List<AuditRecord> ofSecond = new ArrayList<>();
		String second = "";
		try (Stream<Document> documents = mongo.stream(query, Document.class, COLLECTION)) {
			Iterator<Document> all = documents.iterator();
			while (found.size() < limit && all.hasNext()) {
				AuditedSecond document = AuditedSecond.read(all.next(),
						(single) -> mongo.getConverter().read(AuditRecord.class, single));
				if (!AuditedSecond.begins(document.id()).equals(second)) {
					move(ofSecond, found);
					second = AuditedSecond.begins(document.id());
				}
				document.records().stream().filter(wanted::matches).forEach(ofSecond::add);
			}
		}
		move(ofSecond, found);
		return found.subList(0, Math.min(limit, found.size()));
	}

	private static void move(List<AuditRecord> ofSecond, List<AuditRecord> found) {
		ofSecond.sort(Comparator.comparing(AuditRecord::id).reversed());
		found.addAll(ofSecond);
		ofSecond.clear();
	}

	@Override
	public long forgetOld() {
		String end = AuditedSecond.begins(RecordId.first(this.clock.instant().minus(this.keep)));
		Query old = Query.query(Criteria.where(ID).lt(end));
		return this.mongo.call((mongo) -> mongo.remove(old, COLLECTION).getDeletedCount());
	}

}
