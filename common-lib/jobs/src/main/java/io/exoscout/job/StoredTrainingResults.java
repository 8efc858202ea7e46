package io.exoscout.job;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.model.Citation;
import io.exoscout.model.ModelCard;
import io.exoscout.result.ResultJson;
import io.exoscout.result.TrainingResults;
import org.jspecify.annotations.Nullable;

/**
 * What a training found, as its document shows it under {@code results}.
 *
 * @param training what came out
 * @param model where the model is kept
 * @param citation a text to copy for whoever publishes what the model says; {@code null}
 * in jobs of earlier times
 */
public record StoredTrainingResults(@JsonUnwrapped TrainingResults training, StoredModel model,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String citation) {

	/**
	 * A model file.
	 *
	 * @param modelId its id, which is the id of the job
	 * @param bytes its size, in bytes
	 * @param sha256 its digest, SHA-256 hex
	 */
	public record StoredModel(String modelId, long bytes, String sha256) {
	}

	/**
	 * The results of a training whose model is stored.
	 * @param training what came out
	 * @param card the model's
	 */
	public static StoredTrainingResults of(TrainingResults training, ModelCard card) {
		return new StoredTrainingResults(training,
				new StoredModel(card.modelId(), card.file().bytes(), card.file().sha256()), Citation.of(card));
	}

	/** The same as results of a job: plain maps, lists, numbers and text. */
	public Map<String, Object> asMap() {
		return ResultJson.map(this);
	}

}
