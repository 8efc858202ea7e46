package io.exoscout.store;

import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;

/** What every blob store says when something is missing or out of reach. */
public final class BlobProblems {

	/** Code for a store that is out of reach. */
	public static final String UNAVAILABLE = "storage_unavailable";

	/** Code for a digest under which nothing is stored. */
	public static final String NOT_FOUND = "blob_not_found";

	private BlobProblems() {
	}

	static ProblemException notFound(String sha256) {
		return new ProblemException(ProblemKind.NOT_FOUND, NOT_FOUND,
				"Nothing is stored under " + Quoted.of(sha256) + ".", InputError.field("sha256", "unknown"));
	}

	public static ProblemException unavailable(Exception cause) {
		return unavailable("The store for tables and models can not be reached for now", cause);
	}

	/** The store or the disk is out of reach. */
	public static ProblemException unavailable(String what, Exception cause) {
		return new ProblemException(ProblemKind.UNAVAILABLE, UNAVAILABLE, what + "; try again later.").causedBy(cause);
	}

}
