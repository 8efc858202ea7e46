package io.exoscout.predictor.shelf;

import java.util.List;

import io.exoscout.model.ModelCard;

/**
 * The model a caller means.
 *
 * @param card its card
 * @param notes what the caller should know of the choice
 */
public record FoundModel(ModelCard card, List<String> notes) {

	/** More of one name are not counted. */
	static final int MOST = 20;

	/** The one model that was named. */
	static FoundModel only(ModelCard card) {
		return new FoundModel(card, List.of());
	}

	/**
	 * The newest of those with one name, which come newest first; one more than
	 * {@link #MOST} of them are enough.
	 */
	static FoundModel newest(List<ModelCard> named) {
		ModelCard card = named.get(0);
		if (named.size() == 1) {
			return only(card);
		}
		String count = (named.size() > MOST) ? "More than " + MOST : String.valueOf(named.size());
		return new FoundModel(card,
				List.of("%s models are called '%s'; the newest, job %s, was used; name one by job_id".formatted(count,
						card.modelName(), card.modelId())));
	}

}
