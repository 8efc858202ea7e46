package io.exoscout.stream.definition;

import java.time.Duration;
import java.time.Instant;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Why a stream can not be folded. It is over with the next entry that is.
 *
 * @param reason what went wrong last
 * @param since when it did for the first time
 * @param at when it did last
 * @param times how often it did
 */
public record StreamTrouble(String reason, Instant since, Instant at, int times) {

	/** A job fails so often before it ends. */
	public static final int OF_A_JOB = 8;

	private static final Duration FIRST = Duration.ofSeconds(5);

	private static final int LONGEST = 7;

	static @Nullable StreamTrouble of(@Nullable Document trouble) {
		return (trouble == null) ? null : new StreamTrouble(trouble.getString("reason"),
				trouble.getDate("since").toInstant(), trouble.getDate("at").toInstant(), trouble.getInteger("times"));
	}

	/**
	 * When it is to be tried again: the later the more jobs it has ended, 5 s to 11
	 * minutes.
	 */
	public Instant again() {
		return this.at.plus(FIRST.multipliedBy(1L << Math.min(LONGEST, this.times / OF_A_JOB)));
	}

}
