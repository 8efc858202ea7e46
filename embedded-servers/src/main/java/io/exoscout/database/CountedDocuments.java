package io.exoscout.database;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Counting as today's driver does it, by aggregation. The server would look at every
 * document for it; its older {@code count} asks the indexes.
 */
final class CountedDocuments {

	private static final Document SUM = new Document("$group",
			new Document("_id", 1).append("n", new Document("$sum", 1)));

	private CountedDocuments() {
	}

	/**
	 * What is to be counted, as a {@code count} command; {@code null} if an aggregation
	 * is about more than that.
	 */
	static @Nullable Document command(String collection, Document aggregation) {
		if (!(aggregation.get("pipeline") instanceof List<?> stages) || stages.size() < 2
				|| !SUM.equals(stages.get(stages.size() - 1)) || !(stages.get(0) instanceof Document first)
				|| !(first.get("$match") instanceof Document filter)) {
			return null;
		}
		Document count = new Document("count", collection).append("query", filter);
		if (stages.size() == 2) {
			return count;
		}
		// whether there is any is asked as how many there are, but one at most
		return (stages.size() == 3 && stages.get(1) instanceof Document second
				&& second.get("$limit") instanceof Number limit) ? count.append("limit", limit) : null;
	}

	/** The answer of {@code count} as an aggregation gives it. */
	static Document answer(String namespace, Document count) {
		Object n = count.get("n");
		// it has nothing to say where there is nothing
		List<Document> batch = Integer.valueOf(0).equals(n) ? List.of()
				: List.of(new Document("_id", 1).append("n", n));
		return new Document("cursor", new Document("id", 0L).append("ns", namespace).append("firstBatch", batch))
			.append("ok", 1.0);
	}

}
