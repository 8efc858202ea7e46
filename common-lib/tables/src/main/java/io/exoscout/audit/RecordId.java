package io.exoscout.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of records, which sort by time. */
public final class RecordId {

	private static final int LENGTH = 30;

	private static final int MILLIS_LENGTH = 13;

	private RecordId() {
	}

	/** An id of its own for something that happened then. */
	public static String at(Instant time) {
		return first(time) + '-' + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
	}

	/** Comes before all ids of that millisecond, and after those of all earlier ones. */
	public static String first(Instant time) {
		String millis = Long.toString(Math.max(0, time.toEpochMilli()));
		return "0".repeat(Math.max(0, MILLIS_LENGTH - millis.length())) + millis;
	}

	/** Whether it may be one. */
	public static boolean is(String text) {
		return text.length() == LENGTH && text.matches("\\d{13}-[0-9a-f]{16}");
	}

}
