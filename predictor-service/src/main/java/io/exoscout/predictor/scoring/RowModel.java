package io.exoscout.predictor.scoring;

/** What scores a row, by the features that are known of it. */
interface RowModel {

	/** With less of its information a model is not worth asking. */
	double LEAST = 0.1;

	/**
	 * Scores rows.
	 * @param vectors whole feature vectors
	 * @param probabilities receives one calibrated probability per class for each row
	 */
	void predict(float[][] vectors, double[][] probabilities);

	/**
	 * Explains scores before their calibration.
	 * @param vectors whole feature vectors
	 * @param output the class whose score is explained
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return {@code contributions[row][feature]}, of the whole feature vector; 0 for
	 * features that are not known
	 */
	double[][] contributions(float[][] vectors, int output, Runnable meanwhile);

	/** How much of the whole model's information is there, from 0 to 1. */
	double information();

	/**
	 * The share of rows whose class it tells, out of fold; {@code NaN} where nobody can
	 * tell.
	 */
	double accuracy();

	/** Whether answers would be no better than the base rates of the classes. */
	default boolean tellsNothing() {
		return information() < LEAST;
	}

}
