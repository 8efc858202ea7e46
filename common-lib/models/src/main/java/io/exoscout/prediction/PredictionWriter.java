package io.exoscout.prediction;

import java.io.IOException;

/**
 * Writes predictions one after the other, so that memory does not grow with the table.
 */
public interface PredictionWriter {

	void write(Prediction prediction) throws IOException;

	/**
	 * Ends the answer. Not called after a failure: an answer that was cut short must not
	 * look complete.
	 */
	void finish() throws IOException;

}
