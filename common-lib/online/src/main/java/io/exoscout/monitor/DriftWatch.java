package io.exoscout.monitor;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * Whether and how a stream is watched for change.
 *
 * @param detector {@code none}; {@code adwin}, which watches errors (0 or 1); or
 * {@code page_hinkley}, which watches the logarithmic loss
 * @param delta of {@code adwin} the chance of a false alarm, default 0.002; of
 * {@code page_hinkley} what is allowed on top of the mean, default 0.005
 * @param threshold how large the sum of {@code page_hinkley} may get, default 50
 * @param retrain whether a drift asks for a training; it is asked for by whoever runs the
 * stream
 */
public record DriftWatch(String detector, double delta, double threshold, boolean retrain) {

	/** Nobody watches. */
	public static final String NONE = "none";

	/** Adaptive windows. */
	public static final String ADWIN = "adwin";

	/** A cumulative sum. */
	public static final String PAGE_HINKLEY = "page_hinkley";

	/** A detector with its defaults. */
	public static DriftWatch of(String detector) {
		return new DriftWatch(detector, detector.equals(PAGE_HINKLEY) ? 0.005 : 0.002, 50, false);
	}

	/**
	 * Sees to it that this makes sense.
	 * @param path where it stands in the definition, for messages
	 * @throws ProblemException with {@code invalid_input} if it does not
	 */
	public void check(String path) {
		if (!this.detector.equals(NONE) && !this.detector.equals(ADWIN) && !this.detector.equals(PAGE_HINKLEY)) {
			throw refused(path, "detector", Quoted.of(this.detector),
					"%s, %s or %s".formatted(NONE, ADWIN, PAGE_HINKLEY));
		}
		if (!(this.delta > 0 && this.delta < 1)) {
			throw refused(path, "delta", String.valueOf(this.delta), "more than 0, less than 1");
		}
		if (!(this.threshold > 0 && this.threshold <= 1e9)) {
			throw refused(path, "threshold", String.valueOf(this.threshold), "more than 0, up to 1e9");
		}
		if (this.retrain && this.detector.equals(NONE)) {
			throw refused(path, "retrain", "true", "false where nobody watches for drift");
		}
	}

	private static ProblemException refused(String path, String field, String value, String accepted) {
		return ProblemException.invalidField(path + "." + field,
				"Field '%s.%s' is %s; accepted is %s.".formatted(path, field, value, accepted));
	}

}
