package io.exoscout.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.prediction.StoredPredictions;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A job: the document is the truth and the outbox. Its JSON is the job document of the
 * HTTP contract; what only the protocol needs is left out of it.
 *
 * @param jobId SHA-256 hex over table and options
 * @param type training or prediction
 * @param status where it stands
 * @param modelName the label of the model it makes or scores with
 * @param createdAt when it was first accepted
 * @param startedAt when the current or last attempt was claimed
 * @param completedAt when it completed
 * @param attempts how often it was claimed; the current number is the fencing token of
 * every write by the worker that holds it
 * @param attemptsBefore how many of these do not count against the limit: those before
 * the last time somebody queued it, and those a stopping worker handed back
 * @param workerId who holds or last held it
 * @param cancelRequested whether a running job was asked to stop
 * @param queuedAt when it was last queued
 * @param sentAt when the broker confirmed the message for it, {@code null} until then
 * @param leaseUntil until when its worker holds it, while running, by the clock of that
 * worker: others only look whether it changes
 * @param progress how far it is
 * @param params what was asked
 * @param dataset the table
 * @param report what was understood of the table; {@code null} for predictions, whose
 * results say what the model made of it
 * @param features what is computed from it, {@code null} for predictions and for jobs
 * from before there was anything computed
 * @param results what came out, once completed
 * @param error why it failed, once it did
 * @param traceparent the request that last queued it, as of W3C Trace Context;
 * {@code null} where nothing was traced
 */
@Document("jobs")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Job(@Id String jobId, JobType type, JobState status, String modelName, Instant createdAt,
		@Nullable Instant startedAt, @Nullable Instant completedAt, int attempts, @JsonIgnore int attemptsBefore,
		@Nullable String workerId, boolean cancelRequested, @JsonIgnore Instant queuedAt,
		@JsonIgnore @Nullable Instant sentAt, @JsonIgnore @Nullable Instant leaseUntil, @Nullable Progress progress,
		JobParams params, DatasetRef dataset, @Nullable TableReport report, @Nullable FeaturePlan features,
		@Schema(oneOf = {
				StoredTrainingResults.class, StoredPredictions.class },
				types = "object") @Nullable Map<String, Object> results,
		@Nullable JobFailure error, @JsonIgnore @Nullable String traceparent){

	/**
	 * A training job that nobody has worked on yet.
	 * @param jobId its id
	 * @param modelName label of the model to be
	 * @param params what is asked
	 * @param dataset the stored table
	 * @param report what was understood of it
	 * @param features what is to be computed from it
	 * @param now the time of acceptance
	 * @return the job, queued and not yet sent
	 */
	public static Job training(String jobId, String modelName, JobParams params, DatasetRef dataset, TableReport report,
			FeaturePlan features, Instant now) {
		return queued(JobType.TRAINING, jobId, modelName, params, dataset, report, features, now);
	}

	/**
	 * A prediction job that nobody has worked on yet.
	 * @param jobId its id
	 * @param modelName label of the model to score with
	 * @param params what is asked
	 * @param dataset the stored table
	 * @param now the time of acceptance
	 * @return the job, queued and not yet sent
	 */
	public static Job prediction(String jobId, String modelName, JobParams params, DatasetRef dataset, Instant now) {
		return queued(JobType.PREDICTION, jobId, modelName, params, dataset, null, null, now);
	}

	private static Job queued(JobType type, String jobId, String modelName, JobParams params, DatasetRef dataset,
			@Nullable TableReport report, @Nullable FeaturePlan features, Instant now) {
		// the database keeps milliseconds
		Instant accepted = now.truncatedTo(ChronoUnit.MILLIS);
		return new Job(jobId, type, JobState.QUEUED, modelName, accepted, null, null, 0, 0, null, false, accepted, null,
				null, null, params, dataset, report, features, null, null, null);
	}

	/**
	 * The same job with other results.
	 * @param results what to show instead
	 * @return a copy
	 */
	public Job withResults(Map<String, Object> results) {
		return with(results, this.traceparent);
	}

	/** The same job, queued by a request. */
	Job tracedBy(@Nullable String traceparent) {
		return with(this.results, traceparent);
	}

	/** The one copy that is made by hand. */
	private Job with(@Nullable Map<String, Object> results, @Nullable String traceparent) {
		return new Job(this.jobId, this.type, this.status, this.modelName, this.createdAt, this.startedAt,
				this.completedAt, this.attempts, this.attemptsBefore, this.workerId, this.cancelRequested,
				this.queuedAt, this.sentAt, this.leaseUntil, this.progress, this.params, this.dataset, this.report,
				this.features, results, this.error, traceparent);
	}

	/** Claims that count against the limit. */
	@JsonIgnore
	public int attemptsSinceQueued() {
		return this.attempts - this.attemptsBefore;
	}

}
