package io.exoscout.learning;

/** Looks at one fit from round to round, as often as it likes. */
public interface RoundWatch {

	/** The rows of the table that the fit does not learn from. */
	int[] tested();

	/** Whether it wants to see how good the fit is just now. */
	boolean wanted();

	/**
	 * Sees how good the fit is.
	 * @param round how many rounds are done
	 * @param loss how good it is
	 */
	void see(int round, RoundLoss loss);

}
