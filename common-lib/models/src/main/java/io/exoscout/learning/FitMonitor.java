package io.exoscout.learning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the rounds of all fits of a training and passes on the order to stop. */
public final class FitMonitor {

	private final AtomicLong rounds = new AtomicLong();

	private volatile boolean stopped;

	/** Notes that one more round of a fit is done. */
	public void roundDone() {
		this.rounds.incrementAndGet();
		checkStopped();
	}

	/**
	 * To be called at least every few milliseconds of work.
	 * @throws CancellationException once it was stopped
	 */
	public void checkStopped() {
		if (this.stopped) {
			throw new CancellationException("The fit was stopped");
		}
	}

	public long rounds() {
		return this.rounds.get();
	}

	public void stop() {
		this.stopped = true;
	}

}
