package io.exoscout.lightcurve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * In which unit times are given: by the unit that a FITS file says of the column
 * ({@code TUNIT}), or by what stands in brackets behind its name. Nothing said means
 * days.
 */
public final class TimeScale {

	/** Days, systems that count days, and scales that dates are given in. */
	private static final Set<String> DAYS = Set.of("d", "day", "days", "bjd", "bkjd", "kbjd", "btjd", "tbjd", "tjd",
			"hjd", "jd", "mjd", "rjd", "tdb", "tt", "utc");

	private static final Map<String, Double> PARTS = Map.ofEntries(Map.entry("s", 86_400.0), Map.entry("sec", 86_400.0),
			Map.entry("secs", 86_400.0), Map.entry("second", 86_400.0), Map.entry("seconds", 86_400.0),
			Map.entry("min", 1440.0), Map.entry("mins", 1440.0), Map.entry("minute", 1440.0),
			Map.entry("minutes", 1440.0), Map.entry("h", 24.0), Map.entry("hr", 24.0), Map.entry("hrs", 24.0),
			Map.entry("hour", 24.0), Map.entry("hours", 24.0));

	private static final Pattern BRACKETS = Pattern.compile("[\\[(]([^\\])]*)[\\])]");

	private TimeScale() {
	}

	/**
	 * How many of its units make a day.
	 * @param column the name of the column
	 * @param unit what the file says that it is in; may be empty
	 * @throws ProblemException {@code ambiguous_table} if that is no unit known here
	 */
	public static double perDay(String column, String unit) {
		Matcher brackets = BRACKETS.matcher(column);
		String said = (unit.isBlank() && brackets.find()) ? brackets.group(1) : unit;
		List<String> words = Arrays.stream(said.toLowerCase(Locale.ROOT).split("[^a-z]+"))
			.filter((word) -> !word.isEmpty())
			.toList();
		Double part = words.isEmpty() ? null : PARTS.get(words.get(0));
		// also of hours that count from a date in days, or in a scale of such dates
		if (part != null && DAYS.containsAll(words.subList(words.contains("since") ? 2 : 1, words.size()))) {
			return part;
		}
		if (part == null && (words.isEmpty() || words.stream().anyMatch(DAYS::contains))) {
			return 1;
		}
		throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
				"The times of column " + Quoted.of(column) + " are said to be in " + Quoted.of(said.strip())
						+ ", which is no unit known here. Give them in days, hours (h), minutes (min) or seconds (s).",
				InputError.column(column, "unknown unit of time"));
	}

}
