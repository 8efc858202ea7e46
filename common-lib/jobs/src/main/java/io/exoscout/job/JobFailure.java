package io.exoscout.job;

import java.time.Instant;

/**
 * Why a job ended in {@link JobState#ERROR}.
 *
 * @param code a stable snake_case word
 * @param message the reason, for a person
 * @param failedAt when
 */
public record JobFailure(String code, String message, Instant failedAt) {
}
