package io.exoscout.work;

import java.util.function.Predicate;

import io.exoscout.store.MongoAccess;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Whether a snapshot of a stream points at stored bytes. Streams are kept by a service of
 * their own, whose documents are looked at where they lie.
 *
 * @param mongo the database that all services share
 */
record KeptStates(MongoAccess mongo) implements Predicate<String> {

	private static final String SNAPSHOTS = "stream_snapshots";

	@Override
	public boolean test(String sha256) {
		Query query = Query.query(Criteria.where("state.sha256").is(sha256));
		return this.mongo.call((mongo) -> mongo.exists(query, SNAPSHOTS));
	}

}
