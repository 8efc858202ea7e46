package io.exoscout.dataset;

import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;

/** What every blob store says when something is missing or out of reach. */
final class BlobProblems {

	private BlobProblems() {
	}

	static ProblemException notFound(String sha256) {
		return new ProblemException(ProblemKind.NOT_FOUND, BlobStore.NOT_FOUND,
				"Nothing is stored under " + Excerpt.of(sha256) + ".", Offence.field("sha256", "unknown"));
	}

	static ProblemException unavailable(Exception cause) {
		return new ProblemException(ProblemKind.UNAVAILABLE, "storage_unavailable",
				"The store for tables and models can not be reached for now; try again later.")
			.causedBy(cause);
	}

}
