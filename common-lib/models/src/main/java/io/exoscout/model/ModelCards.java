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

	/**
	 * Newest first, ties by id, beginning after a place; only those with a label, if one
	 * is given.
	 */
	List<ModelCard> list(@Nullable String modelName, int limit, @Nullable Place after);

	/** All models that were stored before a time. */
	List<Place> storedBefore(Instant time);

	/** Removes a card and gives back what it said. */
	Optional<ModelCard> remove(String modelId);

	/**
	 * Takes a card out of the list, unless it was stored again since, and keeps it aside.
	 * @param stored the card as it was listed
	 * @param now when it is set aside
	 * @return what it said
	 */
	Optional<ModelCard> setAside(Place stored, Instant now);

	/** The ids of all cards that are kept aside. */
	List<String> setAside();

	/** Puts a card back into the list, unless there is another one by now. */
	boolean bringBack(String modelId);

	/** Forgets cards that were set aside before a time. */
	long purge(Instant before);

	/** Whether a card points at a blob: at a model, or at a list of candidates. */
	boolean uses(String sha256);

}
