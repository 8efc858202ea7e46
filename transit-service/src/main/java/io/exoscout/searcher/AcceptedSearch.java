package io.exoscout.searcher;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.lightcurve.file.CurveReport;
import io.exoscout.work.JobAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an accepted search.
 *
 * @param status always {@code processing}, as for a training
 * @param jobId where to look for the outcome
 * @param params what is searched
 * @param dataset the stored points
 * @param curve what was understood of the files
 */
record AcceptedSearch(String status, String jobId, JobParams params, DatasetRef dataset, @Nullable CurveReport curve) {

	static AcceptedSearch of(Job job) {
		return new AcceptedSearch(JobAnswer.PROCESSING, job.jobId(), job.params(), job.dataset(),
				job.request().curve());
	}

}
