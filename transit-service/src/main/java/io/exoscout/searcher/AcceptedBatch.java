package io.exoscout.searcher;

import java.util.List;

import io.exoscout.searcher.BatchIntake.SentBatch;
import io.exoscout.searcher.batch.CurveBatch.RefusedFile;
import io.exoscout.searcher.batch.CurveBatch.Target;
import io.exoscout.work.JobAnswer;

/**
 * The answer to accepted light curves of many stars.
 *
 * @param status always {@code processing}
 * @param batchId where to look for the outcomes
 * @param queued how many searches were queued by this; the others are there already
 * @param targets the stars, each with its search and its files
 * @param refused the files that were not taken, and why
 */
record AcceptedBatch(String status, String batchId, int queued, List<Target> targets, List<RefusedFile> refused) {

	static AcceptedBatch of(SentBatch sent) {
		return new AcceptedBatch(JobAnswer.PROCESSING, sent.batch().batchId(), sent.queued(), sent.batch().targets(),
				sent.batch().refused());
	}

}
