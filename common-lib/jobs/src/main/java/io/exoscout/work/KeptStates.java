package io.exoscout.work;

import java.util.function.Predicate;

import io.exoscout.store.MongoAccess;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Whether a stream, or a snapshot of one, points at stored bytes: states, and tables that
 * it asks to have a model trained on. Streams are kept by a service of their own, whose
 * documents are looked at where they lie.
 *
 * @param mongo the database that all services share
 */
record KeptStates(MongoAccess mongo) implements Predicate<String> {

	private static final String SNAPSHOTS = "stream_snapshots";

	private static final String COURSES = "stream_courses";

	private static final String RETRAININGS = "stream_retrainings";

	@Override
	public boolean test(String sha256) {
		return this.mongo.call((mongo) -> mongo.exists(by("state.sha256", sha256), SNAPSHOTS)
				|| mongo.exists(by("state_blob.sha256", sha256), COURSES)
				|| mongo.exists(by("table.sha256", sha256), RETRAININGS));
	}

	private static Query by(String member, String sha256) {
		return Query.query(Criteria.where(member).is(sha256));
	}

}
