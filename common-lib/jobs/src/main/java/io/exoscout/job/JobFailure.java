package io.exoscout.job;

import java.time.Instant;

import io.exoscout.problem.ErrorCode;

/**
 * Why a job ended in {@code error}.
 *
 * @param code one of {@code ErrorCode}, or a word of the version that did the job
 * @param message the reason, for a person
 * @param failedAt when
 */
public record JobFailure(String code, String message, Instant failedAt) {

	/** A failure of now. */
	public static JobFailure of(ErrorCode code, String message) {
		return new JobFailure(code.id(), message, Instant.now());
	}

}
