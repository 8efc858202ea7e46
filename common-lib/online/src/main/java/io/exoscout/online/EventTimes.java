package io.exoscout.online;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * Times as events have them: ISO 8601 dates and times, with a blank or T between them;
 * what has no zone is UTC, and a date is its beginning. Or milliseconds since 1970, in 12
 * to 14 digits. Years 1000 to 9999. What is no time costs no more than what is one:
 * nothing here throws, as a million lines may have none.
 */
final class EventTimes {

	private static final int DATE = 10;

	private static final int LONGEST = 40;

	private static final int FEWEST_DIGITS = 12;

	private static final int MOST_DIGITS = 14;

	private static final long DAY = 86_400_000L;

	private static final long FIRST = LocalDate.of(1000, 1, 1).toEpochDay() * DAY;

	private static final long END = LocalDate.of(10000, 1, 1).toEpochDay() * DAY;

	private static final int FARTHEST_ZONE = ZoneOffset.MAX.getTotalSeconds();

	/** No zone is this far away, in seconds. */
	private static final int NO_ZONE = FARTHEST_ZONE + 1;

	private EventTimes() {
	}

	/** Milliseconds since 1970, if the text is a time. */
	static OptionalLong read(String text) {
		if (text.length() < DATE || text.length() > LONGEST) {
			return OptionalLong.empty();
		}
		OptionalLong read = (text.charAt(4) == '-') ? ofCalendar(text) : ofDigits(text);
		return (read.isPresent() && read.getAsLong() >= FIRST && read.getAsLong() < END) ? read : OptionalLong.empty();
	}

	private static OptionalLong ofDigits(String text) {
		int from = (text.charAt(0) == '-') ? 1 : 0;
		int digits = text.length() - from;
		if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
			return OptionalLong.empty();
		}
		long number = 0;
		for (int i = from; i < text.length(); i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return OptionalLong.empty();
			}
			number = 10 * number + digit;
		}
		return OptionalLong.of((from == 1) ? -number : number);
	}

	private static OptionalLong ofCalendar(String text) {
		if (text.length() == DATE) {
			TemporalAccessor date = parsed(DateTimeFormatter.ISO_LOCAL_DATE, text);
			return (date != null && isDay(date)) ? OptionalLong.of(day(date) * DAY) : OptionalLong.empty();
		}
		int end = endOfTime(text);
		int zone = zone(text, end);
		TemporalAccessor time = parsed(DateTimeFormatter.ISO_LOCAL_DATE_TIME,
				text.substring(0, DATE) + 'T' + text.substring(DATE + 1, end));
		if (zone == NO_ZONE || time == null || !isDay(time)) {
			return OptionalLong.empty();
		}
		long hour = of(time, ChronoField.HOUR_OF_DAY);
		long minute = of(time, ChronoField.MINUTE_OF_HOUR);
		long second = of(time, ChronoField.SECOND_OF_MINUTE);
		if (hour > 23 || minute > 59 || second > 59) {
			return OptionalLong.empty();
		}
		long seconds = (hour * 60 + minute) * 60 + second - zone;
		return OptionalLong.of(day(time) * DAY + seconds * 1000 + of(time, ChronoField.NANO_OF_SECOND) / 1_000_000);
	}

	/** Where the zone begins, if there is one. */
	private static int endOfTime(String text) {
		for (int i = DATE + 1; i < text.length(); i++) {
			if ("+-Zz".indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return text.length();
	}

	/** Seconds to the east, as in Z, +01, +0130, +01:30 or +01:30:15. */
	private static int zone(String text, int from) {
		if (from == text.length()) {
			return 0;
		}
		char sign = text.charAt(from);
		if (sign == 'Z' || sign == 'z') {
			return (from + 1 == text.length()) ? 0 : NO_ZONE;
		}
		boolean parted = text.length() > from + 3 && text.charAt(from + 3) == ':';
		int step = parted ? 3 : 2;
		int least = parted ? 1 : 60;
		int seconds = 0;
		int unit = 3600;
		int at = from + 1;
		for (; at + 2 <= text.length() && unit >= least; at += step, unit /= 60) {
			int tens = text.charAt(at) - '0';
			int ones = text.charAt(at + 1) - '0';
			boolean last = at + 2 == text.length();
			if (tens < 0 || tens > 5 || ones < 0 || ones > 9 || parted && !last && text.charAt(at + 2) != ':') {
				return NO_ZONE;
			}
			seconds += (10 * tens + ones) * unit;
		}
		boolean whole = at == text.length() + (parted ? 1 : 0);
		return (!whole || unit == 3600 || seconds > FARTHEST_ZONE) ? NO_ZONE : (sign == '-') ? -seconds : seconds;
	}

	private static long day(TemporalAccessor date) {
		return LocalDate
			.of((int) date.getLong(ChronoField.YEAR), (int) date.getLong(ChronoField.MONTH_OF_YEAR),
					(int) date.getLong(ChronoField.DAY_OF_MONTH))
			.toEpochDay();
	}

	/** What stands in the whole text, whether or not there is such a day. */
	private static @Nullable TemporalAccessor parsed(DateTimeFormatter form, String text) {
		ParsePosition place = new ParsePosition(0);
		TemporalAccessor fields = form.parseUnresolved(text, place);
		return (place.getErrorIndex() < 0 && place.getIndex() == text.length()) ? fields : null;
	}

	private static boolean isDay(TemporalAccessor fields) {
		long month = fields.getLong(ChronoField.MONTH_OF_YEAR);
		long day = fields.getLong(ChronoField.DAY_OF_MONTH);
		boolean leap = IsoChronology.INSTANCE.isLeapYear(fields.getLong(ChronoField.YEAR));
		return month >= 1 && month <= 12 && day >= 1 && day <= Month.of((int) month).length(leap);
	}

	private static long of(TemporalAccessor fields, ChronoField field) {
		return fields.isSupported(field) ? fields.getLong(field) : 0;
	}

}
