package io.exoscout.job;

/**
 * A worker's hold on a job. Every write it makes carries all three, so that a worker that
 * lost its lease can not overwrite its successor.
 *
 * @param jobId the job
 * @param workerId the worker
 * @param attempt the job's attempt number when it was claimed
 */
public record Claim(String jobId, String workerId, int attempt) {
}
