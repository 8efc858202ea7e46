package io.exoscout.forecast.collection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;

import org.jspecify.annotations.Nullable;

/**
 * When a point was: a moment of the calendar, or a plain number such as a Julian date.
 *
 * @param value seconds since 1970, or the number as it was
 * @param calendar which of the two
 */
public record PointTime(double value, boolean calendar) {

	/** No time of measurement is longer. */
	private static final int LONGEST = 40;

	private static final double MILLIS = 1000;

	private static final double NANOS = 1e9;

	/**
	 * Reads a time: a date of the database, a finite number, or a text such as
	 * {@code 2022-03-20T11:00:00+01:00}, {@code 2015-02-04 17:51:00} (taken for UTC),
	 * {@code 2022-03-20} and {@code 1949-01}.
	 * @return {@code null} if it is none
	 */
	public static @Nullable PointTime of(@Nullable Object value) {
		if (value instanceof Date date) {
			return new PointTime(date.getTime() / MILLIS, true);
		}
		if (value instanceof Number number) {
			return Double.isFinite(number.doubleValue()) ? new PointTime(number.doubleValue(), false) : null;
		}
		if (!(value instanceof String text) || text.length() > LONGEST) {
			return null;
		}
		Double number = CellValue.number(text.strip());
		if (number != null) {
			return new PointTime(number, false);
		}
		return calendar(text.strip());
	}

	/** By its length and place of signs: texts are tried in one form only. */
	private static @Nullable PointTime calendar(String text) {
		try {
			if (text.length() == 7) {
				return at(YearMonth.parse(text).atDay(1).atStartOfDay());
			}
			if (text.length() == 10) {
				return at(LocalDate.parse(text).atStartOfDay());
			}
			String joined = text.replace(' ', 'T');
			boolean zoned = joined.endsWith("Z") || joined.lastIndexOf('+') > 10 || joined.lastIndexOf('-') > 10;
			return zoned ? at(OffsetDateTime.parse(joined).toInstant()) : at(LocalDateTime.parse(joined));
		}
		catch (DateTimeException ex) {
			// whoever asks says what is accepted
			return null;
		}
	}

	private static PointTime at(LocalDateTime time) {
		return at(time.toInstant(ZoneOffset.UTC));
	}

	private static PointTime at(Instant time) {
		return new PointTime(time.getEpochSecond() + time.getNano() / NANOS, true);
	}

	/** As it is kept: a date of the database, or the number. */
	Object kept() {
		return this.calendar ? new Date(Math.round(this.value * MILLIS)) : this.value;
	}

}
