package io.exoscout.lightcurve;

import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * How much memory the light curves that are being read may take at once, of all requests
 * together. Many small ones pass side by side, of the largest only one.
 */
public final class ReadingRoom {

	/** Searches, bodies and everything else need the other half. */
	private static final int SHARE_OF_HEAP = 2;

	private final long most;

	private final AtomicLong taken = new AtomicLong();

	/**
	 * A room of so many bytes.
	 */
	public ReadingRoom(long most) {
		this.most = most;
	}

	/** Half of the heap of this process. */
	public static ReadingRoom ofHeap() {
		return new ReadingRoom(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
	}

	/** More than anybody can take. */
	public static ReadingRoom endless() {
		return new ReadingRoom(Long.MAX_VALUE);
	}

	/** How many bytes there are in all. */
	long most() {
		return this.most;
	}

	/**
	 * Takes some of it.
	 * @throws ProblemException {@code too_many_bodies} if others have too much of it
	 */
	void take(long bytes) {
		if (this.taken.addAndGet(bytes) > this.most) {
			this.taken.addAndGet(-bytes);
			throw new ProblemException(ErrorCode.TOO_MANY_BODIES,
					("The light curves that are being read take the %d bytes of memory there are for them; nothing was "
							+ "done. Try again in a few seconds.")
						.formatted(this.most));
		}
	}

	void give(long bytes) {
		this.taken.addAndGet(-bytes);
	}

}
