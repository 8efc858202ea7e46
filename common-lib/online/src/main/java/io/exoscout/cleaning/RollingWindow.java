package io.exoscout.cleaning;

import java.time.Duration;

import io.exoscout.problem.ProblemException;

/**
 * A statistic of what one key had within a time.
 *
 * @param window how far back from the event's own time, its end included and its
 * beginning not; a millisecond to 3,660 days
 * @param statistic what is computed; missing as long as there is no value in the window
 */
public record RollingWindow(Duration window, RollingStatistic statistic) {

	private static final Duration LONGEST = Duration.ofDays(3660);

	void check(String path) {
		if (this.window.compareTo(Duration.ofMillis(1)) < 0 || this.window.compareTo(LONGEST) > 0) {
			throw ProblemException.invalidField(path + ".window",
					"Field '%s.window' is %s; accepted is PT0.001S to %s.".formatted(path, this.window, "P3660D"));
		}
	}

}
