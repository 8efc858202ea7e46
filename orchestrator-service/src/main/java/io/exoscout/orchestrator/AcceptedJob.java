package io.exoscout.orchestrator;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.ColumnUse;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.job.Job;
import io.exoscout.work.JobAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an accepted upload.
 *
 * @param status always {@code processing}, as the original backend said it
 * @param jobId where to look for the outcome
 * @param modelName the label the model will have
 * @param dataset the stored table
 * @param report what was understood of it
 * @param features what is computed from it
 * @param columnDetails what becomes of each column
 */
record AcceptedJob(String status, String jobId, String modelName, DatasetRef dataset,
		@JsonUnwrapped @Nullable TableReport report, @Nullable FeaturePlan features, List<ColumnUse> columnDetails) {

	/** The answer for a job, with what is to be known besides what its report says. */
	static AcceptedJob of(Job job, List<String> notes) {
		TableReport report = (job.request().report() != null) ? job.request().report().noting(notes) : null;
		FeaturePlan features = job.request().features();
		if (report == null || features == null) {
			return new AcceptedJob(JobAnswer.PROCESSING, job.jobId(), job.modelName(), job.dataset(), report, features,
					List.of());
		}
		return new AcceptedJob(JobAnswer.PROCESSING, job.jobId(), job.modelName(), job.dataset(),
				ColumnUse.complete(report, features), features, ColumnUse.of(report, features));
	}

}
