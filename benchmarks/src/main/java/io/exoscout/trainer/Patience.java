package io.exoscout.trainer;

import io.exoscout.worker.WorkWatch;

/** Waits for a training to its end, however long it takes. */
enum Patience implements WorkWatch {

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
