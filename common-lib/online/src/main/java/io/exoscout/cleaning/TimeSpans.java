package io.exoscout.cleaning;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * TimeSpans of time as ISO 8601 writes them: {@code PT1H}, {@code P7D}, {@code P3Y}. A
 * year is 365.25 days here and a month a twelfth of that, since a span has no calendar it
 * stands in.
 */
public final class TimeSpans {

	private static final long YEAR = Duration.ofHours(8766).toMillis();

	private static final Duration LONGEST = Duration.ofMillis(1000 * YEAR);

	private TimeSpans() {
	}

	/**
	 * Reads a span.
	 * @param field where it stands, for the message
	 * @param text what stands there
	 * @return the span, in whole milliseconds, 0 to a thousand years
	 * @throws ProblemException with {@code invalid_input} if it is none
	 */
	public static Duration parse(String field, String text) {
		Duration span = read(field, text);
		if (span.isNegative() || span.compareTo(LONGEST) > 0) {
			throw refused(field, text);
		}
		return Duration.ofMillis(span.toMillis());
	}

	/** A span as {@link #parse} reads it: whole days as such, else hours and less. */
	public static String text(Duration span) {
		boolean days = !span.isZero() && span.toMillis() % Duration.ofDays(1).toMillis() == 0;
		return days ? "P" + span.toDays() + "D" : span.toString();
	}

	private static Duration read(String field, String text) {
		try {
			return Duration.parse(text);
		}
		catch (DateTimeParseException | ArithmeticException noDuration) {
			return calendar(field, text);
		}
	}

	private static Duration calendar(String field, String text) {
		try {
			Period period = Period.parse(text);
			return Duration.ofMillis(period.toTotalMonths() * (YEAR / 12)).plusDays(period.getDays());
		}
		catch (DateTimeParseException | ArithmeticException ex) {
			throw refused(field, text);
		}
	}

	private static ProblemException refused(String field, String text) {
		return ProblemException.invalidField(field,
				"Field '%s' is %s; accepted is a span of time, as PT1H, P7D or P3Y, up to P1000Y.".formatted(field,
						Quoted.of(text)));
	}

}
