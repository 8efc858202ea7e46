package io.exoscout.predictor.scoring;

import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import org.jspecify.annotations.Nullable;

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
	 * Explains scores.
	 * @param vectors whole feature vectors
	 * @param output the class whose score is explained
	 * @param unit of the parts, which then add up to what {@link #predict} says (or its
	 * log-odds); {@code null} for the model's own scores before their calibration
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return parts of the whole feature vector; 0 for features that are not known
	 */
	Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile);

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
