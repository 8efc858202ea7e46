package io.exoscout.jobs.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateSummary;

/**
 * Some of the candidates of a job.
 *
 * @param jobId the job
 * @param model the label of its model
 * @param summary what holds for all of its candidates
 * @param candidates those asked for, in rank order
 */
record CandidatePage(String jobId, String model, @JsonUnwrapped CandidateSummary summary, List<Candidate> candidates) {
}
