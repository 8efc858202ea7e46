package io.exoscout.trainer;

/**
 * Whoever waits for a training. Called from the thread that runs it, several times a
 * second, never from two threads at once.
 */
interface TrainingWatch {

	/**
	 * Hears how far it is.
	 * @param phase {@code cross_validation}, {@code final_fit}, {@code evaluation} or
	 * {@code candidates}
	 * @param fraction done, from 0 to 1, never less than before
	 * @param message the same for a person
	 */
	void progress(String phase, double fraction, String message);

	/** Whether the training is to be given up. */
	boolean stopped();

	/**
	 * To be called at least a few times a second.
	 * @throws TrainingStopped if the training is to be given up
	 */
	default void checkStopped() {
		if (stopped()) {
			throw new TrainingStopped();
		}
	}

}
