package io.exoscout.store;

import java.util.Optional;
import java.util.function.Function;

import io.exoscout.problem.Outage;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/** The database, with one word for all the ways in which it can be out of reach. */
public class MongoAccess {

	private final MongoOperations mongo;

	public MongoAccess(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public <T extends @Nullable Object> T call(Function<MongoOperations, T> call) {
		try {
			return call.apply(this.mongo);
		}
		catch (DataAccessException ex) {
			Optional<ProblemException> outage = Outage.of(ex);
			if (outage.isPresent()) {
				throw outage.get();
			}
			throw ex;
		}
	}

}
