package io.exoscout.store;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/** What every blob store says when something is missing or out of reach. */
public final class BlobProblems {

	private BlobProblems() {
	}

	/** Nothing is stored under a digest. */
	public static ProblemException notFound(String sha256) {
		return new ProblemException(ErrorCode.BLOB_NOT_FOUND, "Nothing is stored under " + Quoted.of(sha256) + ".",
				InputError.field("sha256", "unknown"));
	}

	/** What is stored under a digest is not what was stored there. */
	static ProblemException damaged(String sha256) {
		return new ProblemException(ErrorCode.STORED_BYTES_DAMAGED,
				"The bytes stored under " + sha256 + " are not those that were stored there; they are not used.");
	}

	public static ProblemException unavailable(Exception cause) {
		return unavailable("The store for tables and models can not be reached for now", cause);
	}

	/** The store or the disk is out of reach. */
	public static ProblemException unavailable(String what, Exception cause) {
		return new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, what + "; try again later.").causedBy(cause);
	}

}
