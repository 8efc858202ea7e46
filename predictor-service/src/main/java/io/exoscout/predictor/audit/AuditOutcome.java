package io.exoscout.predictor.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import io.exoscout.job.JobState;

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
	CUT_SHORT,
	/** The job was cancelled, while it waited or was worked on. */
	CANCELLED;

	/** What it is called in records. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<AuditOutcome> of(String id) {
		return Arrays.stream(values()).filter((outcome) -> outcome.id().equals(id)).findFirst();
	}

	/** What a job has come to that ended so. */
	static AuditOutcome of(JobState state) {
		return switch (state) {
			case COMPLETED -> ANSWERED;
			case CANCELLED -> CANCELLED;
			case QUEUED, RUNNING, ERROR -> FAILED;
		};
	}

	/** What an answer with a status is. */
	static AuditOutcome of(int status, boolean job) {
		if (status >= 500) {
			return FAILED;
		}
		return (status >= 400) ? REFUSED : job ? ACCEPTED : ANSWERED;
	}

}
