package io.exoscout.admission;

import java.time.Duration;

/**
 * Whether a body comes fast enough. What counts is what came in each window of time: a
 * slow line may take hours for a large table, but a byte now and then is nobody's line.
 */
final class BodyPace {

	private final long atLeast;

	private final long window;

	private final long end;

	private long windowEnd;

	private long came;

	BodyPace(long atLeast, Duration window, Duration longest, long now) {
		this.atLeast = atLeast;
		this.window = window.toNanos();
		this.end = now + longest.toNanos();
		this.windowEnd = now + this.window;
	}

	/** A body has come on. */
	synchronized void add(long bytes) {
		this.came += bytes;
	}

	/** A new window begins: before it, nothing was asked of the client. */
	synchronized void restart(long now) {
		this.came = 0;
		this.windowEnd = now + this.window;
	}

	/** Whether too little came in the window that has just ended, if one has. */
	synchronized boolean isTooSlow(long now) {
		if (now - this.end >= 0) {
			return true;
		}
		if (now - this.windowEnd < 0) {
			return false;
		}
		boolean slow = this.came < this.atLeast;
		restart(now);
		return slow;
	}

}
