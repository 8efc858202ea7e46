package io.exoscout.share;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

import org.bson.Document;

/**
 * Room that a request under way was promised.
 *
 * @param id tells it from others
 * @param jobs how many jobs it queues
 * @param bytes how many bytes it stores
 * @param at when it was given
 */
record Promise(String id, int jobs, long bytes, Instant at) {

	static Promise of(int jobs, long bytes) {
		return new Promise(UUID.randomUUID().toString(), jobs, bytes, Instant.now().truncatedTo(ChronoUnit.MILLIS));
	}

	static Promise of(Document stored) {
		return new Promise(stored.getString("id"), stored.getInteger("jobs"), stored.getLong("bytes"),
				stored.getDate("at").toInstant());
	}

	Document stored() {
		return new Document("id", this.id).append("jobs", this.jobs)
			.append("bytes", this.bytes)
			.append("at", Date.from(this.at));
	}

}
