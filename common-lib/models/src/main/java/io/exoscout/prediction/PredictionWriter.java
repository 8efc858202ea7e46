package io.exoscout.prediction;

import java.io.IOException;
import java.util.List;

/**
 * Writes predictions one after the other, so that memory does not grow with the table.
 */
public interface PredictionWriter {

	/** Writes the next one. */
	void write(Prediction prediction) throws IOException;

	/**
	 * Gets predictions ready to be written, on whatever thread: what takes long is done
	 * beside the writing of others.
	 */
	default Ready ready(List<Prediction> predictions) {
		return () -> {
			for (Prediction prediction : predictions) {
				write(prediction);
			}
		};
	}

	/** Predictions that are ready. */
	interface Ready {

		/** Writes them, after those that come before them. */
		void write() throws IOException;

	}

	/**
	 * Ends the answer. Not called after a failure: an answer that was cut short must not
	 * look complete.
	 */
	void finish() throws IOException;

}
