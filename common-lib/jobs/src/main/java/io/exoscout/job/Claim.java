package io.exoscout.job;

/**
 * A worker's hold on a job. Every write it makes carries all three, so that a worker that
 * lost its lease can not overwrite its successor.
 *
 * @param jobId the job
 * @param workerId the worker
 * @param attempt the number of this attempt: how often the job was claimed, this time
 * included
 */
public record Claim(String jobId, String workerId, int attempt) {
}
