package io.exoscout.jobs.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateSummary;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Some of the candidates of a job.
 *
 * @param jobId the job
 * @param model the label of its model
 * @param summary what holds for all of its candidates
 * @param candidates those asked for, in the order asked for, each with the parts asked
 * for
 */
record CandidatePage(String jobId, String model, @JsonUnwrapped CandidateSummary summary,
		@ArraySchema(schema = @Schema(implementation = Candidate.class)) List<Object> candidates) {
}
