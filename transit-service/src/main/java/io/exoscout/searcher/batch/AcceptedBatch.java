package io.exoscout.searcher.batch;

import java.util.List;

import io.exoscout.searcher.batch.CurveBatch.RefusedFile;
import io.exoscout.searcher.batch.CurveBatch.SentTarget;
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
public record AcceptedBatch(String status, String batchId, int queued, List<SentTarget> targets,
		List<RefusedFile> refused) {

	/**
	 * Says what became of a batch.
	 * @param queued how many of its searches were queued
	 */
	public static AcceptedBatch of(CurveBatch batch, int queued) {
		return new AcceptedBatch(JobAnswer.PROCESSING, batch.batchId(), queued, batch.targets(), batch.refused());
	}

}
