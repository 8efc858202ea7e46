package io.exoscout.orchestrator;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.archive.Target;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.ColumnUse;
import io.exoscout.feature.FeatureChoice;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.orchestrator.profile.TableProfile;
import org.jspecify.annotations.Nullable;

/**
 * What a table looks like to us.
 *
 * @param report what was understood of it
 * @param features what a training would compute from it
 * @param columnDetails what becomes of each column
 * @param trainable whether a model can be trained on it, and why not
 * @param predictable whether a model can score it, and why not
 * @param knownJob the job that an upload with these options would be answered with;
 * absent where it would make a new one
 * @param profile how the values of each column are distributed, if asked for
 */
record InspectedTable(@JsonUnwrapped TableReport report, FeaturePlan features, List<ColumnUse> columnDetails,
		Usability trainable, Usability predictable,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EarlierJob knownJob,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TableProfile profile) {

	static InspectedTable of(Upload upload, Target target, FeatureChoice choice, @Nullable Job known,
			@Nullable TableProfile profile) {
		TableReport report = choice.report();
		FeaturePlan plan = choice.plan();
		return new InspectedTable(ColumnUse.complete(report, plan), plan, ColumnUse.of(report, plan),
				Usability.of(upload.trainingProblems(target, choice.isEmpty())),
				Usability.of(upload.predictionProblems()), (known != null) ? EarlierJob.of(known) : null, profile);
	}

	/**
	 * A job that there is already.
	 *
	 * @param jobId where to look for it
	 * @param status how far it is
	 * @param modelName the label of its model
	 * @param createdAt since when there is one
	 */
	record EarlierJob(String jobId, JobState status, String modelName, Instant createdAt) {

		static EarlierJob of(Job job) {
			return new EarlierJob(job.jobId(), job.status(), job.modelName(), job.createdAt());
		}

	}

}
