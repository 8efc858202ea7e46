package io.exoscout.memory;

import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * How many bytes of memory something may take at once, of all requests together. Many
 * small ones pass side by side, of the largest only one. Used by any number of threads.
 */
public final class MemoryRoom {

	private final long most;

	private final String full;

	private final AtomicLong taken = new AtomicLong();

	/**
	 * A room of so many bytes.
	 * @param most how many
	 * @param full what is said once they are taken, with {@code %d} for how many there
	 * are
	 */
	public MemoryRoom(long most, String full) {
		this.most = most;
		this.full = full;
	}

	/**
	 * A part of the heap of this process.
	 * @param share one of so many parts
	 * @param full what is said once it is taken, with {@code %d} for its bytes
	 */
	public static MemoryRoom ofHeap(int share, String full) {
		return new MemoryRoom(Runtime.getRuntime().maxMemory() / share, full);
	}

	/** More than anybody can take. */
	public static MemoryRoom endless() {
		return new MemoryRoom(Long.MAX_VALUE, "All %d bytes are taken.");
	}

	/** How many bytes there are in all. */
	public long most() {
		return this.most;
	}

	/**
	 * Takes some of it.
	 * @throws ProblemException {@code too_many_bodies} if others have too much of it;
	 * then nothing is taken
	 */
	public void take(long bytes) {
		if (this.taken.addAndGet(bytes) > this.most) {
			this.taken.addAndGet(-bytes);
			throw new ProblemException(ErrorCode.TOO_MANY_BODIES, this.full.formatted(this.most));
		}
	}

	public void give(long bytes) {
		this.taken.addAndGet(-bytes);
	}

}
