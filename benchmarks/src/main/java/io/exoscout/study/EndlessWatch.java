package io.exoscout.study;

import io.exoscout.worker.WorkWatch;

/** Waits for a training to its end, however long it takes. */
public enum EndlessWatch implements WorkWatch {

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
