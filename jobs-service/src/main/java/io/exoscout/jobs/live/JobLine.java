package io.exoscout.jobs.live;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A job in short.
 *
 * @param jobId its id
 * @param type what it does
 * @param status where it stands
 * @param modelName the label of the model it makes or scores with
 * @param createdAt when it was first accepted
 * @param startedAt when the current or last attempt was claimed
 * @param completedAt when it completed
 * @param attempts how often it was claimed
 * @param workerId who holds or last held it
 * @param cancelRequested whether it was asked to stop
 * @param progress how far it is
 * @param results the figures of what came out, each a number
 * @param error why it ended in error
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobLine(String jobId, JobType type, JobState status, String modelName, Instant createdAt,
		@Nullable Instant startedAt, @Nullable Instant completedAt, int attempts, @Nullable String workerId,
		boolean cancelRequested, @Nullable Progress progress, @Nullable Map<String, Double> results,
		@Nullable JobFailure error) {

	static JobLine of(Job job) {
		return new JobLine(job.jobId(), job.type(), job.status(), job.modelName(), job.createdAt(),
				job.course().startedAt(), job.course().completedAt(), job.course().attempts(), job.course().workerId(),
				job.course().cancelRequested(), job.course().progress(), JobTimeline.figures(job),
				job.outcome().error());
	}

}
