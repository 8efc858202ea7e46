package io.exoscout.prediction;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tools.jackson.core.type.TypeReference;

/**
 * The predictions of a job, as its document shows them under {@code results}.
 *
 * @param header what is the same for all of them
 * @param result where they are kept, in a file of their own
 */
public record StoredPredictions(@JsonUnwrapped PredictionHeader header, File result) {

	/**
	 * The kept predictions.
	 *
	 * @param sha256 digest, and address in the blob store
	 * @param bytes size
	 * @param rows how many predictions
	 */
	public record File(String sha256, long bytes, long rows) {
	}

	/** Reads them from the results of a completed prediction job. */
	public static StoredPredictions of(Map<String, Object> results) {
		return PredictionFile.JSON.convertValue(results, StoredPredictions.class);
	}

	/** The same as results of a job: plain maps, lists, numbers and text. */
	public Map<String, Object> asMap() {
		return PredictionFile.JSON.convertValue(this, new TypeReference<Map<String, Object>>() {
		});
	}

}
