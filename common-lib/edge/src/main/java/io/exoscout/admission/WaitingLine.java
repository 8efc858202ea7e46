package io.exoscout.admission;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/** Places for a number of requests, and the line of those that wait for one. */
final class WaitingLine {

	private final Queue<WaitingRequest> waiting = new ArrayDeque<>();

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
	 * @return whether it got one; else it goes on once it has one
	 */
	synchronized boolean takeOrWait(WaitingRequest request) {
		if (take()) {
			return true;
		}
		this.waiting.add(request);
		return false;
	}

	/** Gives a place back, or to the first in line that is still there. */
	void leave() {
		WaitingRequest next = next();
		while (next != null && !next.goOn()) {
			next = next();
		}
	}

	/** Who takes the place over; without anybody it is free. */
	private synchronized @Nullable WaitingRequest next() {
		WaitingRequest next = this.waiting.poll();
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
