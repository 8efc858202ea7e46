package io.exoscout.logistic;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * Which model scores a stream, and how fast it learns. What an algorithm has no use for
 * is left at its default.
 *
 * @param algorithm {@code logistic_sgd}, {@code logistic_ftrl}, or {@code stored:} and
 * the id of the job that trained it
 * @param rate learning rate of {@code logistic_sgd} (default 0.01), or alpha of
 * {@code logistic_ftrl} (default 0.05)
 * @param interceptRate learning rate of the intercept of {@code logistic_sgd}
 * @param beta what {@code logistic_ftrl} adds to the root of the summed squares
 * @param l1 weight of the absolute values in the penalty, of {@code logistic_ftrl}
 * @param l2 weight of the squares in the penalty
 */
public record StreamModel(String algorithm, double rate, double interceptRate, double beta, double l1, double l2) {

	/** Learns by stochastic gradient descent. */
	public static final String SGD = "logistic_sgd";

	/** Learns by following the regularised leader. */
	public static final String FTRL = "logistic_ftrl";

	/** What comes before the id of a job whose model does not learn. */
	public static final String STORED = "stored:";

	private static final double DEFAULT_RATE = 0.01;

	private static final double DEFAULT_ALPHA = 0.05;

	private static final int LONGEST_JOB = 64;

	/** An algorithm with its defaults. */
	public static StreamModel of(String algorithm) {
		return new StreamModel(algorithm, algorithm.equals(FTRL) ? DEFAULT_ALPHA : DEFAULT_RATE, DEFAULT_RATE, 1, 0, 0);
	}

	/** Whether the model is one that was trained before and learns no more. */
	public boolean stored() {
		return this.algorithm.startsWith(STORED);
	}

	/** The job whose model it is, if it is a stored one. */
	public String job() {
		return this.algorithm.substring(STORED.length());
	}

	/**
	 * Sees to it that this makes sense.
	 * @param path where it stands in the definition, for messages
	 * @throws ProblemException with {@code invalid_input} if it does not
	 */
	public void check(String path) {
		boolean known = this.algorithm.equals(SGD) || this.algorithm.equals(FTRL)
				|| (stored() && !job().isBlank() && job().length() <= LONGEST_JOB);
		if (!known) {
			throw ProblemException.invalidField(path + ".algorithm",
					"Field '%s.algorithm' is %s; accepted are %s, %s, and %s with the id of a job.".formatted(path,
							Quoted.of(this.algorithm), SGD, FTRL, STORED));
		}
		between(path, "rate", this.rate, Double.MIN_VALUE, 10);
		between(path, "intercept_rate", this.interceptRate, 0, 10);
		between(path, "beta", this.beta, 0, 1000);
		between(path, "l1", this.l1, 0, 1000);
		between(path, "l2", this.l2, 0, this.algorithm.equals(SGD) ? 1 : 1000);
		if (this.l1 != 0 && !this.algorithm.equals(FTRL)) {
			throw refused(path, "l1", this.l1, "0, since " + this.algorithm + " has no such penalty");
		}
	}

	private static void between(String path, String field, double value, double least, double most) {
		if (!(value >= least && value <= most)) {
			throw refused(path, field, value,
					(least == Double.MIN_VALUE) ? "more than 0, up to " + most : least + " to " + most);
		}
	}

	private static ProblemException refused(String path, String field, double value, String accepted) {
		return ProblemException.invalidField(path + "." + field,
				"Field '%s.%s' is %s; accepted is %s.".formatted(path, field, value, accepted));
	}

}
