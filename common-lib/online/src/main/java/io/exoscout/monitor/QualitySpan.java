package io.exoscout.monitor;

import io.exoscout.problem.ProblemException;

/**
 * Over what quality is told besides the whole.
 *
 * @param last over how many of the last labels
 * @param fading by which factor the weight of a label shrinks with each that follows
 * (Gama, Sebastião and Rodrigues 2013, Machine Learning 90, 317)
 */
public record QualitySpan(int last, double fading) {

	/** The last 1,000, and weights that fade by 0.999. */
	public static final QualitySpan STANDARD = new QualitySpan(1000, 0.999);

	private static final int MOST = 10_000;

	/**
	 * Sees to it that this makes sense.
	 * @param path where it stands in the definition, for messages
	 * @throws ProblemException with {@code invalid_input} if it does not
	 */
	public void check(String path) {
		if (this.last < 1 || this.last > MOST) {
			throw refused(path, "last", String.valueOf(this.last), "1 to 10,000");
		}
		if (!(this.fading >= 0.5 && this.fading < 1)) {
			throw refused(path, "fading", String.valueOf(this.fading), "0.5 up to, but not, 1");
		}
	}

	private static ProblemException refused(String path, String field, String value, String accepted) {
		return ProblemException.invalidField(path + "." + field,
				"Field '%s.%s' is %s; accepted is %s.".formatted(path, field, value, accepted));
	}

}
