package io.exoscout.transit.vet;

/**
 * One thing a signal is asked.
 *
 * @param name of the test
 * @param value what was measured
 * @param threshold what it was compared with
 * @param passed whether it speaks for a planet
 * @param fails what a failure speaks for
 * @param source where test and threshold are from
 */
public record VettingTest(String name, double value, double threshold, boolean passed, VerdictKind fails,
		String source) {

	/** Passed if the value is that much at least. */
	static VettingTest atLeast(String name, double value, double threshold, VerdictKind fails, String source) {
		return new VettingTest(name, value, threshold, !(value < threshold), fails, source);
	}

	/** Passed if the value is that much at most. */
	static VettingTest atMost(String name, double value, double threshold, VerdictKind fails, String source) {
		return new VettingTest(name, value, threshold, !(value > threshold), fails, source);
	}

}
