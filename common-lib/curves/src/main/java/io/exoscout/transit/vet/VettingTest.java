package io.exoscout.transit.vet;

import org.jspecify.annotations.Nullable;

/**
 * One thing a signal is asked.
 *
 * @param name of the test
 * @param value what was measured; none if it could not be
 * @param threshold what it was compared with
 * @param passed whether it speaks for a planet
 * @param fails what a failure speaks for
 * @param source where test and threshold are from
 */
public record VettingTest(String name, @Nullable Double value, double threshold, boolean passed, VerdictKind fails,
		String source) {

	/** Passed if the value is that much at least. */
	static VettingTest atLeast(String name, double value, double threshold, VerdictKind fails, String source) {
		return of(name, value, threshold, !(value < threshold), fails, source);
	}

	/** Passed if the value is that much at most. */
	static VettingTest atMost(String name, double value, double threshold, VerdictKind fails, String source) {
		return of(name, value, threshold, !(value > threshold), fails, source);
	}

	/** A test that was passed, or not. */
	static VettingTest of(String name, double value, double threshold, boolean passed, VerdictKind fails,
			String source) {
		return new VettingTest(name, Double.isFinite(value) ? value : null, threshold, passed, fails, source);
	}

}
