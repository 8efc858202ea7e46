package io.exoscout.trainer;

import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.worker.WorkStopped;

/** Counts the rounds of all fits of a training and passes on the order to stop. */
final class FitMonitor {

	private final AtomicLong rounds = new AtomicLong();

	private volatile boolean stopped;

	/** Notes that one more round of a fit is done. */
	void roundDone() {
		this.rounds.incrementAndGet();
		checkStopped();
	}

	/** To be called at least every few milliseconds of work. */
	void checkStopped() {
		if (this.stopped) {
			throw new WorkStopped();
		}
	}

	long rounds() {
		return this.rounds.get();
	}

	void stop() {
		this.stopped = true;
	}

}
