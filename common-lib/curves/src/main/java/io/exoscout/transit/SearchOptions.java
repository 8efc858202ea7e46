package io.exoscout.transit;

import io.exoscout.lightcurve.SearchLimit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.transit.box.StarSize;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a search.
 *
 * @param windowDays the window of the filter that takes slow changes out, in days; by
 * default chosen by how the star varies
 * @param periodMin the shortest period, in days; by default 0.4
 * @param periodMax the longest, in days; by default the longest of which two transits can
 * be in the curve
 * @param maxSignals how many signals at most, 1 to 20
 * @param star how large the star is; by default as the Sun
 * @param threads how many work at it; what comes out does not depend on it
 */
public record SearchOptions(@Nullable Double windowDays, @Nullable Double periodMin, @Nullable Double periodMax,
		int maxSignals, @Nullable StarSize star, int threads) {

	/** Of the window, in days. */
	public static final SearchLimit WINDOW_DAYS = new SearchLimit("window_days", 0.1, 30);

	/** Of the shortest period, in days. */
	public static final SearchLimit PERIOD_MIN = new SearchLimit("period_min", 0.1, 10_000);

	/** Of the longest, in days. */
	public static final SearchLimit PERIOD_MAX = new SearchLimit("period_max", 0.1, 10_000);

	/** Of the number of signals. */
	public static final SearchLimit SIGNALS = new SearchLimit("max_signals", 1, 20);

	/** As many signals are looked for, if nothing is said. */
	public static final int MAX_SIGNALS = 6;

	/** Checks what can be checked without a curve. */
	public SearchOptions {
		WINDOW_DAYS.check(windowDays);
		PERIOD_MIN.check(periodMin);
		PERIOD_MAX.check(periodMax);
		SIGNALS.check((double) maxSignals);
		if (periodMin != null && periodMax != null && periodMin >= periodMax) {
			throw new ProblemException(ErrorCode.INVALID_PARAMS,
					"period_min is " + periodMin + " and period_max " + periodMax + "; it has to be less");
		}
	}

	/** Everything as it is by default, by one thread. */
	public static SearchOptions defaults() {
		return new SearchOptions(null, null, null, MAX_SIGNALS, null, 1);
	}

}
