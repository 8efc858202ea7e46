package io.exoscout.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.ColumnUse;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.job.JobCourse.Move;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A job: the document is the truth and the outbox. Its JSON is the job document of the
 * HTTP contract; what only the protocol needs is left out of it.
 *
 * @param jobId SHA-256 hex over table and options
 * @param type training or prediction
 * @param status where it stands
 * @param modelName the label of the model it makes or scores with
 * @param createdAt when it was first accepted
 * @param course how far the protocol has come with it
 * @param request what is to be done
 * @param outcome how it ended
 */
// flat in JSON and in the database, as both were before there were parts: see
// StoredJobTests
@Document("jobs")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Job(@Id String jobId, JobType type, JobState status, String modelName, Instant createdAt,
		@JsonUnwrapped @Unwrapped.Empty JobCourse course, @JsonUnwrapped @Unwrapped.Empty JobRequest request,
		@JsonUnwrapped @Unwrapped.Empty JobOutcome outcome) {

	/** Name of the state in what is stored, where it is one of {@link JobState#name}. */
	public static final String STATUS = "status";

	/** Name of the type in what is stored, where it is one of {@link JobType#name}. */
	public static final String TYPE = "type";

	/** Names of what else is stored. */
	static final String MODEL_NAME = "modelName";

	static final String CREATED_AT = "createdAt";

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
		return queued(JobType.TRAINING, jobId, modelName, new JobRequest(params, dataset, report, features, null, null),
				now);
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
		return queued(JobType.PREDICTION, jobId, modelName, new JobRequest(params, dataset, null, null, null, null),
				now);
	}

	/**
	 * A job of any kind that nobody has worked on yet.
	 * @param type its kind
	 * @param jobId its id
	 * @param modelName label of the model it is about
	 * @param request what is to be done
	 * @param now the time of acceptance
	 * @return the job, queued and not yet sent
	 */
	public static Job queued(JobType type, String jobId, String modelName, JobRequest request, Instant now) {
		// the database keeps milliseconds
		Instant accepted = now.truncatedTo(ChronoUnit.MILLIS);
		return new Job(jobId, type, JobState.QUEUED, modelName, accepted, JobCourse.queued(accepted), request,
				JobOutcome.NONE);
	}

	/** The same job, queued by a request of a caller. */
	Job queuedBy(@Nullable String traceparent, @Nullable String owner) {
		return new Job(this.jobId, this.type, this.status, this.modelName, this.createdAt, this.course,
				this.request.tracedBy(traceparent).ownedBy(owner), this.outcome);
	}

	/** The job as people read it, see {@link ColumnUse#complete}. */
	public Job shown() {
		return new Job(this.jobId, this.type, this.status, this.modelName, this.createdAt, this.course,
				this.request.shown(), this.outcome);
	}

	/** See {@link JobRequest#params()}. */
	public JobParams params() {
		return this.request.params();
	}

	/** See {@link JobRequest#dataset()}. */
	public DatasetRef dataset() {
		return this.request.dataset();
	}

	/** See {@link JobRequest#owner()}. */
	public @Nullable String owner() {
		return this.request.owner();
	}

	/**
	 * When it last came to a state, so when it ended if it has; of a job from before
	 * moves were noted, when it completed or was accepted.
	 */
	public Instant endedAt() {
		List<Move> moves = this.course.moves();
		if (moves != null && !moves.isEmpty()) {
			return moves.get(moves.size() - 1).at();
		}
		return Objects.requireNonNullElse(this.course.completedAt(), this.createdAt);
	}

	/** See {@link JobOutcome#results()}. */
	public @Nullable Map<String, Object> results() {
		return this.outcome.results();
	}

}
