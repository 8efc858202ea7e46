package io.exoscout.online;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Times as events have them: ISO 8601 dates and times, with a blank or T between them;
 * what has no zone is UTC, and a date is its beginning. Or milliseconds since 1970, in 12
 * to 14 digits. Years 1000 to 9999.
 */
final class EventTimes {

	private static final int DATE = 10;

	private static final int LONGEST = 40;

	private static final long FIRST = LocalDate.of(1000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();

	private static final long END = LocalDate.of(10000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();

	private EventTimes() {
	}

	/** Milliseconds since 1970, if the text is a time. */
	static OptionalLong read(String text) {
		try {
			long time = millis(text);
			return (time >= FIRST && time < END) ? OptionalLong.of(time) : OptionalLong.empty();
		}
		catch (DateTimeException | ArithmeticException | NumberFormatException ex) {
			return OptionalLong.empty();
		}
	}

	private static long millis(String text) {
		if (text.length() > LONGEST) {
			throw new DateTimeException("too long");
		}
		if (text.length() == DATE) {
			return LocalDate.parse(text).toEpochDay() * 86_400_000L;
		}
		if (text.length() > DATE && text.charAt(4) == '-') {
			return dateAndTime(text.substring(0, DATE) + 'T' + text.substring(DATE + 1));
		}
		if (!text.matches("-?\\d{12,14}")) {
			throw new DateTimeException("no time");
		}
		return Long.parseLong(text);
	}

	private static long dateAndTime(String text) {
		String time = text.substring(DATE);
		boolean zoned = time.endsWith("Z") || time.endsWith("z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
		return (zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC))
			.toEpochMilli();
	}

}
