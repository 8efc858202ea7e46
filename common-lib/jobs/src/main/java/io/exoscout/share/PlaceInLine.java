package io.exoscout.share;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A queued job, as far as its place in the line goes.
 *
 * @param jobId the job
 * @param owner whose it is, {@code null} for nobody's
 * @param queuedAt since when it waits
 */
public record PlaceInLine(String jobId, @Nullable String owner, Instant queuedAt) {
}
