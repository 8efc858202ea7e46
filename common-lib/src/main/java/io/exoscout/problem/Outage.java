package io.exoscout.problem;

import java.util.Optional;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Recognises, among exceptions, those that say that a dependency can not be reached. */
public final class Outage {

	private Outage() {
	}

	static Optional<Problem> of(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (isDatabaseDown(cause)) {
				return Optional.of(unavailable("database_unavailable", "The database can not be reached."));
			}
			if (cause instanceof AmqpConnectException || cause instanceof AmqpIOException) {
				return Optional.of(unavailable("queue_unavailable", "The work queue can not be reached."));
			}
		}
		return Optional.empty();
	}

	/**
	 * Whether the database can not be reached, so that the same call may succeed later.
	 * @param exception what a call ended with
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

	private static Problem unavailable(String code, String what) {
		return Problem.of(new ProblemException(ProblemKind.UNAVAILABLE, code,
				what + " Nothing was changed; try again in a few seconds."));
	}

}
