package io.exoscout.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;

/**
 * Forgets the rest of an answer that nobody fetches, as MongoDB does after the same time;
 * the server keeps it for good, and a client that was killed never says that it is gone.
 */
final class OpenCursors {

	private static final Duration IDLE = Duration.ofMinutes(10);

	private final CursorRegistry cursors;

	private final Clock clock;

	private final Map<Long, Instant> used = new ConcurrentHashMap<>();

	OpenCursors(CursorRegistry cursors, Clock clock) {
		this.cursors = cursors;
		this.clock = clock;
	}

	/**
	 * Takes note of an answer of {@code find} or {@code getMore} that may have a rest.
	 */
	void answered(Document answer) {
		Instant now = this.clock.instant();
		if (answer.get("cursor") instanceof Document cursor && cursor.get("id") instanceof Long id && id != 0) {
			this.used.put(id, now);
		}
		this.used.forEach((id, last) -> {
			if (last.plus(IDLE).isBefore(now) && this.used.remove(id, last)) {
				this.cursors.remove(id);
			}
		});
	}

}
