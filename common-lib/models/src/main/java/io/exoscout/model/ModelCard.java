package io.exoscout.model;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.candidate.StoredCandidates;
import io.exoscout.store.BlobRef;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored model's entry in the model store.
 *
 * @param modelId its id, which is the id of the job that trained it; of a model from
 * elsewhere the digest of its file
 * @param modelName the label its owner gave it
 * @param createdAt when it was stored
 * @param file the model file
 * @param manifest what the file says about itself
 * @param candidates the objects of its training table, ranked; {@code null} on cards from
 * before there were such lists, and of models from elsewhere
 * @param imported where it comes from; {@code null} if it was trained here
 * @param tribuo the model in Tribuo's own form, as gzip; {@code null} unless Tribuo
 * trained it
 * @param owner the caller whose model it is: who had it trained, or brought it in first;
 * {@code null} where nobody was asked who he is
 */
@Document("models")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(@Id String modelId, String modelName, Instant createdAt, BlobRef file,
		@JsonUnwrapped ModelManifest manifest, @Nullable StoredCandidates candidates, @Nullable Imported imported,
		@Nullable BlobRef tribuo, @Nullable String owner) {

	/** The card of a model that was trained here, by ourselves. */
	public ModelCard(String modelId, String modelName, Instant createdAt, BlobRef file, ModelManifest manifest,
			@Nullable StoredCandidates candidates) {
		this(modelId, modelName, createdAt, file, manifest, candidates, null, null, null);
	}

	/**
	 * Where a model from elsewhere comes from.
	 *
	 * @param filename what its file was called
	 */
	public record Imported(String filename) {
	}

	/** Whether it came as a file, so that no job of its id is needed for it. */
	@JsonIgnore
	public boolean isImported() {
		return this.imported != null;
	}

}
