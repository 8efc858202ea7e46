package io.exoscout.admission;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** Places for a number of requests, and the line of those that wait for one. */
final class WaitingLine {

	private final Queue<BooleanSupplier> waiting = new ArrayDeque<>();

	private int free;

	WaitingLine(int places) {
		this.free = places;
	}

	/** Takes a place, if there is one and nobody waits for it. */
	synchronized boolean take() {
		if (this.free == 0) {
			return false;
		}
		this.free--;
		return true;
	}

	/**
	 * Takes a place, or joins the line.
	 * @param goOn what to do once there is a place; it says no if nobody needs it then
	 * @return whether it got one; else it goes on once it has one
	 */
	synchronized boolean takeOrWait(BooleanSupplier goOn) {
		if (take()) {
			return true;
		}
		this.waiting.add(goOn);
		return false;
	}

	/** Gives a place back, or to the first in line that is still there. */
	void leave() {
		BooleanSupplier next = next();
		while (next != null && !next.getAsBoolean()) {
			next = next();
		}
	}

	/** Who takes the place over; without anybody it is free. */
	private synchronized @Nullable BooleanSupplier next() {
		BooleanSupplier next = this.waiting.poll();
		if (next == null) {
			this.free++;
		}
		return next;
	}

	/** How many wait. */
	synchronized int length() {
		return this.waiting.size();
	}

}
