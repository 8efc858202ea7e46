package io.exoscout.problem;

import java.util.Optional;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Recognises, among exceptions, those that say that the database can not be reached, or
 * not be written.
 */
public final class Outage {

	/** MongoDB's code for a full disk, said by the embedded database as well. */
	private static final int OUT_OF_DISK_SPACE = 14031;

	/** MongoDB's code for writes that somebody has forbidden. */
	private static final int WRITES_BLOCKED = 371;

	private Outage() {
	}

	/**
	 * What an exception says of the database, so that the same call may succeed later.
	 * @return a problem of kind {@code UNAVAILABLE}; empty if it says nothing of the kind
	 */
	public static Optional<ProblemException> of(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (isDatabaseDown(cause)) {
				return problem(ErrorCode.DATABASE_UNAVAILABLE,
						"The database can not be reached. Nothing was changed; try again in a few seconds.", exception);
			}
			if (isRefused(cause, OUT_OF_DISK_SPACE)) {
				return problem(ErrorCode.DISK_FULL,
						"The disk of the database is full. Nothing was changed; try again once there is room.",
						exception);
			}
			if (isRefused(cause, WRITES_BLOCKED)) {
				return problem(ErrorCode.DATABASE_READ_ONLY,
						"The database can only be read for now. Nothing was changed; try again later.", exception);
			}
		}
		return Optional.empty();
	}

	/** The exception of several writes at once has no code of its own. */
	private static boolean isRefused(Throwable cause, int code) {
		return (cause instanceof MongoException refusal && refusal.getCode() == code)
				|| (cause instanceof MongoBulkWriteException several
						&& several.getWriteErrors().stream().anyMatch((error) -> error.getCode() == code));
	}

	private static Optional<ProblemException> problem(ErrorCode code, String detail, Throwable cause) {
		return Optional.of(new ProblemException(code, detail).causedBy(cause));
	}

	private static boolean isDatabaseDown(Throwable cause) {
		return cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException
				|| cause instanceof MongoSocketException || cause instanceof MongoTimeoutException
				|| cause instanceof MongoServerUnavailableException
				|| cause instanceof MongoConnectionPoolClearedException || cause instanceof MongoNotPrimaryException
				|| cause instanceof MongoNodeIsRecoveringException
				// the server was opened anew in the midst of a list
				|| cause instanceof MongoCursorNotFoundException
				// out of reach for whoever is being stopped while it waits
				|| cause instanceof MongoInterruptedException;
	}

}
