package io.exoscout.explanation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the parts of a score are measured in. */
public enum ScoreUnit {

	/** {@code ln(p / (1 - p))}. */
	LOG_ODDS("log-odds", 0.1),
	/** From 0 to 1. */
	PROBABILITY("probability", 0.02);

	private final String id;

	private final double strong;

	ScoreUnit(String id, double strong) {
		this.id = id;
		this.strong = strong;
	}

	/** For example {@code log-odds}. */
	public String id() {
		return this.id;
	}

	/**
	 * Whether a contribution is worth a sentence: a tenth of the odds, or two percentage
	 * points.
	 */
	boolean isStrong(double contribution) {
		return Math.abs(contribution) >= this.strong;
	}

	/** A unit by its id. */
	public static Optional<ScoreUnit> of(String id) {
		return Arrays.stream(values()).filter((unit) -> unit.id.equals(id)).findFirst();
	}

	/** All ids, for people. */
	static String ids() {
		return Arrays.stream(values()).map(ScoreUnit::id).collect(Collectors.joining(" and "));
	}

}
