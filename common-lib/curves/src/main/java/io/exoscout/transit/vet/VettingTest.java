package io.exoscout.transit.vet;

import org.jspecify.annotations.Nullable;

/**
 * One thing a signal is asked; what could not be measured is not asked.
 *
 * @param name of the test
 * @param value what was measured; none if it is beyond all bounds
 * @param threshold what it was compared with
 * @param passed whether it speaks for a planet
 * @param fails what a failure speaks for
 * @param source where test and threshold are from
 */
public record VettingTest(String name, @Nullable Double value, double threshold, boolean passed, VerdictKind fails,
		String source) {
}
