package io.exoscout.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.exoscout.model.ModelStore.Place;
import org.jspecify.annotations.Nullable;

/** The entries of the model store; an unreachable database is {@code UNAVAILABLE}. */
interface ModelCards {

	/** Adds a card, or replaces the one with the same id. */
	void save(ModelCard card);

	Optional<ModelCard> find(String modelId);

	Optional<ModelCard> newest(String modelName);

	/** Newest first, ties by id, beginning after a place. */
	List<ModelCard> list(int limit, @Nullable Place after);

	/** The ids of all models that were stored before a time. */
	List<String> storedBefore(Instant time);

	/** Removes a card and gives back what it said. */
	Optional<ModelCard> remove(String modelId);

	/** Whether a card points at a blob: at a model, or at a list of candidates. */
	boolean uses(String sha256);

}
