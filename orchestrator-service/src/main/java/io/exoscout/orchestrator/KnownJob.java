package io.exoscout.orchestrator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.work.Job;

/**
 * The answer to an upload that is already a job.
 *
 * @param job the job document
 * @param duplicate always {@code true}
 */
record KnownJob(@JsonUnwrapped Job job, boolean duplicate) {
}
