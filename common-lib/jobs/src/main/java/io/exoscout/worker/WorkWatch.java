package io.exoscout.worker;

import io.exoscout.telemetry.FinishedFold;
import io.exoscout.telemetry.FitRound;

/**
 * Whoever waits for a job. Called from the thread that works on it, several times a
 * second, never from two threads at once.
 */
public interface WorkWatch {

	/**
	 * Hears how far it is.
	 * @param phase a short word, e.g. {@code cross_validation}
	 * @param fraction done, from 0 to 1, never less than before
	 * @param message the same for a person
	 */
	void progress(String phase, double fraction, String message);

	/** Hears of a round of a fit; nobody is interested in more than ten a second. */
	default void round(FitRound round) {
	}

	/** Hears that the model of a fold is done. */
	default void fold(FinishedFold fold) {
	}

	/** Whether the work is to be given up. */
	boolean stopped();

	/**
	 * To be called at least a few times a second.
	 * @throws WorkStopped if the work is to be given up
	 */
	default void checkStopped() {
		if (stopped()) {
			throw new WorkStopped();
		}
	}

}
