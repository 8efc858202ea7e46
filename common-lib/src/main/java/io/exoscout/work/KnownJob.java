package io.exoscout.work;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The answer to an upload that is already a job.
 *
 * @param job the job document
 * @param duplicate always {@code true}
 */
public record KnownJob(@JsonUnwrapped Job job, boolean duplicate) {
}
