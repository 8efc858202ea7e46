package io.exoscout.forecast.model;

import java.time.Instant;
import java.util.Date;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model without reading it.
 *
 * @param modelId the digest of its file
 * @param collectionName whose points it was trained on
 * @param createdAt when it was trained last
 * @param bytes how many its file has
 * @param owner whose it is; {@code null} for nobody's
 */
public record SeriesModelCard(String modelId, String collectionName, Instant createdAt, long bytes,
		@Nullable String owner) {

	static SeriesModelCard of(Document document) {
		return new SeriesModelCard(document.getString("_id"), document.getString("collection"),
				document.getDate("createdAt").toInstant(), document.get("bytes", Number.class).longValue(),
				document.getString("owner"));
	}

	Document document() {
		Document document = new Document("_id", this.modelId).append("sha256", this.modelId)
			.append("bytes", this.bytes)
			.append("collection", this.collectionName)
			.append("createdAt", Date.from(this.createdAt));
		return (this.owner != null) ? document.append("owner", this.owner) : document;
	}

}
