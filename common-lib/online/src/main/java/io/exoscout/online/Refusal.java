package io.exoscout.online;

import java.time.Duration;
import java.time.Instant;

import io.exoscout.cleaning.Cleaner;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Why an event is not used.
 *
 * @param fate what becomes of it
 * @param reason in a sentence
 */
record Refusal(Fate fate, String reason) {

	/** One clock a day ahead would make all others late. */
	private static final long AHEAD = Duration.ofDays(1).toMillis();

	static @Nullable Refusal of(StreamEvent event, LabelDesk desk, long watermark, Cleaner cleaner) {
		if (event.time() > event.received() + AHEAD) {
			return new Refusal(Fate.FUTURE, "its time is %s, more than a day after it came, %s"
				.formatted(moment(event.time()), moment(event.received())));
		}
		RecentEvent same = event.id().isEmpty() ? null : desk.recent(event.id());
		if (same != null) {
			return same.isSame(event)
					? new Refusal(Fate.DUPLICATE,
							"event %s came before, as number %d".formatted(Quoted.of(event.id()), same.seq))
					: new Refusal(Fate.REUSED_ID,
							"id %s is that of another event, number %d".formatted(Quoted.of(event.id()), same.seq));
		}
		if (event.time() < watermark) {
			return new Refusal(Fate.LATE,
					"its time is %s, before the watermark, %s".formatted(moment(event.time()), moment(watermark)));
		}
		if (!cleaner.hasRoomFor(event.key())) {
			return new Refusal(Fate.TOO_MANY_KEYS,
					"key %s would be one more than %,d".formatted(Quoted.of(event.key()), Cleaner.MOST_KEYS));
		}
		return null;
	}

	private static String moment(long time) {
		return Instant.ofEpochMilli(time).toString();
	}

}
