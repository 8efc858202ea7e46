package io.exoscout.predictor.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.audit.RecordId;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * One request for predictions, at once or as a job; a job leaves another record when it
 * ends. Holds no cell of any table.
 *
 * @param id sorts by time
 * @param time when it came, or when the job ended, to the millisecond
 * @param caller who asked, as keys and tokens name them; {@code null} where nobody has to
 * say, and of the end of a job, whose id leads to the request
 * @param path the address, as it was sent; of the end of a job that of its result
 * @param modelId the model that was asked, once it was found
 * @param modelSha256 digest of its file
 * @param tableSha256 digest of the table in canonical form, as datasets and jobs name it;
 * of rows that came as JSON or tensors that of the same rows as a job keeps them
 * @param rows how many it has
 * @param outcome what came of it
 * @param status of the answer; {@code null} of the end of a job
 * @param code what was wrong, as in problems
 * @param milliseconds until the answer was written, or from the request for a job to its
 * end
 * @param jobId the prediction job that was asked for or ended; {@code null} of direct
 * answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecord(@Id String id, Instant time, @Nullable String caller, String path, @Nullable String modelId,
		@Nullable String modelSha256, @Nullable String tableSha256, @Nullable Long rows,
		@Schema(implementation = AuditOutcome.class) String outcome, @Nullable Integer status, @Nullable String code,
		double milliseconds, @Nullable String jobId) {

	public AuditRecord {
		time = time.truncatedTo(ChronoUnit.MILLIS);
	}

	/** The end of a job. */
	static AuditRecord of(Job job, JobState state, @Nullable JobFailure failure, Instant time) {
		return new AuditRecord(RecordId.at(time), time, null, JobAnswer.JOBS + "/" + job.jobId() + "/result",
				job.params().modelId(), job.params().modelSha256(), job.dataset().sha256(), job.dataset().rows(),
				AuditOutcome.of(state).id(), null, (failure != null) ? failure.code() : null,
				Duration.between(job.createdAt(), time).toMillis(), job.jobId());
	}

}
