package io.exoscout.admission;

import java.time.Duration;

/**
 * Whether a body comes fast enough. What counts is what came in each window of time that
 * somebody waited for it: a slow line may take hours for a large table, but a byte now
 * and then is nobody's line. Our own pauses are not the client's.
 */
final class BodyPace {

	/** So much more is asked of a client while others wait for its place. */
	private static final int HASTE = 32;

	private final long atLeast;

	private final long window;

	/** Time that may still be waited, in all. */
	private long left;

	/** Time waited in this window. */
	private long waited;

	private long came;

	/**
	 * A pace that is kept so far.
	 * @param atLeast how many bytes have to come in each window
	 * @param window how long one is
	 * @param longest how long the whole may be waited for
	 */
	BodyPace(long atLeast, Duration window, Duration longest) {
		this.atLeast = atLeast;
		this.window = window.toNanos();
		this.left = longest.toNanos();
	}

	/** A body has come on. */
	synchronized void add(long bytes) {
		this.came += bytes;
	}

	/** A new window begins. */
	synchronized void restart() {
		this.came = 0;
		this.waited = 0;
	}

	/**
	 * Whether too little has come, once that has been waited for, too.
	 * @param time how long somebody has waited since this was asked last, in nanoseconds
	 * @param others whether others wait for its place
	 */
	synchronized boolean isTooSlow(long time, boolean others) {
		this.left -= time;
		this.waited += time;
		if (this.left <= 0) {
			return true;
		}
		if (this.waited < this.window) {
			return false;
		}
		boolean slow = this.came < (others ? HASTE * this.atLeast : this.atLeast);
		restart();
		return slow;
	}

}
