package io.exoscout.model;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.dataset.BlobRef;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored model's entry in the model store.
 *
 * @param modelId its id, which is the id of the job that trained it
 * @param modelName the label its owner gave it
 * @param createdAt when it was stored
 * @param file the model file
 * @param manifest what the file says about itself
 */
@Document("models")
public record ModelCard(@Id String modelId, String modelName, Instant createdAt, BlobRef file,
		@JsonUnwrapped ModelManifest manifest) {
}
