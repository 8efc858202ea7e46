package io.exoscout.predictor.shelf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * Where a model stands in a list. As a cursor it holds all that it is ordered by, so that
 * a list goes on where it was although the model is gone or others came.
 *
 * @param order in which order, as the parameter says it
 * @param createdAt when the model was stored
 * @param modelId its id
 * @param name its label, where that is what the list is ordered by, else blank
 * @param figure its figure, where that is what the list is ordered by and it has one,
 * else {@code NaN}
 */
record ModelSpot(String order, Instant createdAt, String modelId, String name, double figure) {

	private static final int PARTS = 5;

	String cursor() {
		String parts = String.join("\n", this.order, String.valueOf(this.createdAt.toEpochMilli()), this.modelId,
				this.name, String.valueOf(this.figure));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads a cursor.
	 * @param cursor from the link of a page
	 * @param order of the list that is to go on, as the parameter says it
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) if it is
	 * none, or of a list in another order
	 */
	static ModelSpot of(String cursor, String order) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
			String[] parts = text.split("\n", -1);
			if (parts.length == PARTS && parts[0].equals(order)) {
				return new ModelSpot(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2], parts[3],
						Double.parseDouble(parts[4]));
			}
		}
		catch (IllegalArgumentException ex) {
			throw none(cursor).causedBy(ex);
		}
		throw none(cursor);
	}

	private static ProblemException none(String cursor) {
		return ProblemException.invalidParameter("cursor",
				"'%s' is no cursor of this list; take it from the Link header of a page in the same order"
					.formatted(Quoted.shortened(cursor)));
	}

}
