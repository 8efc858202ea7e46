package io.exoscout.searcher.star;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.result.FoundSignals.FoundSignal;

/**
 * A signal whose period is that of an object.
 *
 * @param signal its number in the search
 * @param ratio its period over the object's: 1, or a half, a third, twice, three times,
 * which a search may take for the period
 * @param off by which share it misses that
 */
record PeriodMatch(int signal, double ratio, double off) {

	/** A sector of a month tells a period no better. */
	private static final double CLOSE = 0.002;

	private static final double[] RATIOS = { 1, 0.5, 2, 1 / 3.0, 3 };

	/**
	 * The signal that matches best, the period itself before its harmonics.
	 * @param signals of a search
	 * @param period of the object, in days
	 */
	static Optional<PeriodMatch> of(List<FoundSignal> signals, double period) {
		return Stream.iterate(0, (i) -> i < RATIOS.length, (i) -> i + 1)
			.flatMap((i) -> nearest(signals, period, RATIOS[i]).stream())
			.findFirst();
	}

	private static Optional<PeriodMatch> nearest(List<FoundSignal> signals, double period, double ratio) {
		return signals.stream()
			.filter((signal) -> signal.period() != null)
			.map((signal) -> new PeriodMatch(signal.number(), ratio,
					Math.abs(Objects.requireNonNull(signal.period()) / (ratio * period) - 1)))
			.filter((match) -> match.off() < CLOSE)
			.min(Comparator.comparingDouble(PeriodMatch::off));
	}

}
