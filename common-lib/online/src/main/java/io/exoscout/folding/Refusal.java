package io.exoscout.folding;

import java.time.Duration;
import java.time.Instant;

import io.exoscout.cleaning.Cleaner;
import io.exoscout.online.StreamEvent;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Why an event is not used.
 *
 * @param fate what becomes of it
 * @param reason in a sentence
 */
record Refusal(StreamFate fate, String reason) {

	/** One clock a day ahead would make all others late. */
	private static final long AHEAD = Duration.ofDays(1).toMillis();

	static @Nullable Refusal of(StreamEvent event, LabelDesk desk, long watermark, Cleaner cleaner) {
		if (event.time() > event.received() + AHEAD) {
			return new Refusal(StreamFate.FUTURE, "its time is %s, more than a day after it came, %s"
				.formatted(moment(event.time()), moment(event.received())));
		}
		RecentEvent same = event.id().isEmpty() ? null : desk.recent(event.id());
		if (same != null) {
			return same.isSame(event)
					? new Refusal(StreamFate.DUPLICATE,
							"event %s came before, as number %d".formatted(Quoted.of(event.id()), same.seq))
					: new Refusal(StreamFate.REUSED_ID,
							"id %s is that of another event, number %d".formatted(Quoted.of(event.id()), same.seq));
		}
		if (event.time() < watermark) {
			return new Refusal(StreamFate.LATE,
					"its time is %s, before the watermark, %s".formatted(moment(event.time()), moment(watermark)));
		}
		if (!cleaner.hasRoomFor(event.key())) {
			return new Refusal(StreamFate.TOO_MANY_KEYS,
					"key %s would be one more than %,d".formatted(Quoted.of(event.key()), Cleaner.MOST_KEYS));
		}
		return null;
	}

	private static String moment(long time) {
		return Instant.ofEpochMilli(time).toString();
	}

}
