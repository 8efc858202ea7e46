package io.exoscout.predictor.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a request for predictions. */
public enum AuditOutcome {

	/** All predictions were given. */
	ANSWERED,
	/** It was made a job, or was one already. */
	ACCEPTED,
	/** It was refused for what was asked. */
	REFUSED,
	/** It failed for reasons of our own. */
	FAILED,
	/** The client went away, or the answer broke off after it had begun. */
	CUT_SHORT;

	/** What it is called in records. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<AuditOutcome> of(String id) {
		return Arrays.stream(values()).filter((outcome) -> outcome.id().equals(id)).findFirst();
	}

	/** What an answer with a status is. */
	static AuditOutcome of(int status, boolean job) {
		if (status >= 500) {
			return FAILED;
		}
		return (status >= 400) ? REFUSED : job ? ACCEPTED : ANSWERED;
	}

}
