package io.exoscout.trainer;

/** Waits for a training to its end, however long it takes. */
enum Patience implements TrainingWatch {

	/** The only one. */
	WATCH;

	@Override
	public void progress(String phase, double fraction, String message) {
		// nobody listens
	}

	@Override
	public boolean stopped() {
		return false;
	}

}
