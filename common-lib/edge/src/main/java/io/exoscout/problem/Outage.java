package io.exoscout.problem;

import java.util.Optional;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Recognises, among exceptions, those that say that the database can not be reached. */
public final class Outage {

	private Outage() {
	}

	static Optional<Problem> of(Throwable exception) {
		return ofDatabase(exception)
				? Optional.of(Problem.of(ErrorCode.DATABASE_UNAVAILABLE,
						"The database can not be reached. Nothing was changed; try again in a few seconds."))
				: Optional.empty();
	}

	/**
	 * Whether the database can not be reached, so that the same call may succeed later.
	 */
	public static boolean ofDatabase(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (isDatabaseDown(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isDatabaseDown(Throwable cause) {
		return cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException
				|| cause instanceof MongoSocketException || cause instanceof MongoTimeoutException
				|| cause instanceof MongoServerUnavailableException
				|| cause instanceof MongoConnectionPoolClearedException || cause instanceof MongoNotPrimaryException
				|| cause instanceof MongoNodeIsRecoveringException
				// out of reach for whoever is being stopped while it waits
				|| cause instanceof MongoInterruptedException;
	}

}
