package io.exoscout.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import io.exoscout.problem.ErrorCode;

/** What a job does: the kinds that there are, and what is different about each. */
public enum JobType {

	/** Makes a model of a table. */
	TRAINING(ErrorCode.TRAINING_FAILED,
			"its results are in the job document, its model and its candidates have addresses of their own"),

	/** Scores a table with a model. */
	PREDICTION(ErrorCode.PREDICTION_FAILED, "its predictions are its result"),

	/** Searches a light curve for transits. */
	TRANSIT_SEARCH(ErrorCode.TRANSIT_SEARCH_FAILED, "its signals are at /exo-scout-lightcurves/jobs/{id}/result");

	private final ErrorCode failure;

	private final String findings;

	JobType(ErrorCode failure, String findings) {
		this.failure = failure;
		this.findings = findings;
	}

	/** What is said of one that failed for a reason nobody foresaw. */
	public ErrorCode failure() {
		return this.failure;
	}

	/** Where to look for what came out, for a person who looked elsewhere. */
	public String findings() {
		return this.findings;
	}

	/** The name used in JSON, e.g. {@code training}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<JobType> of(String id) {
		return Arrays.stream(values()).filter((type) -> type.id().equals(id)).findFirst();
	}

	/** The accepted names, for error messages. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(JobType::id).toList();
	}

}
