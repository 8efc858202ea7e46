package io.exoscout.admission;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Places for a number of requests, and the line of those that wait for one. While one is
 * free, only those wait who have their share already.
 */
final class WaitingLine {

	private final Map<BooleanSupplier, Sender> waiting = new LinkedHashMap<>();

	private final Map<Sender, Integer> taken = new HashMap<>();

	private final int share;

	private int free;

	/**
	 * Places that are all free.
	 * @param places how many there are
	 * @param share how many of them one sender may have, unless it is on this machine
	 */
	WaitingLine(int places, int share) {
		this.free = places;
		this.share = share;
	}

	/** Places that one sender may have all of. */
	WaitingLine(int places) {
		this(places, places);
	}

	/** Takes a place, if there is one for this sender. */
	synchronized boolean take(Sender sender) {
		if (this.free == 0 || !mayHaveMore(sender)) {
			return false;
		}
		this.free--;
		this.taken.merge(sender, 1, Integer::sum);
		return true;
	}

	private boolean mayHaveMore(Sender sender) {
		return sender.local() || this.taken.getOrDefault(sender, 0) < this.share;
	}

	/**
	 * Takes a place, or joins the line.
	 * @param sender who wants it
	 * @param goOn what to do once there is a place; it says no if nobody needs it then
	 * @return whether it got one; else it goes on once it has one
	 */
	synchronized boolean takeOrWait(Sender sender, BooleanSupplier goOn) {
		if (take(sender)) {
			return true;
		}
		this.waiting.put(goOn, sender);
		return false;
	}

	/** Takes somebody out of the line. */
	synchronized void forget(BooleanSupplier goOn) {
		this.waiting.remove(goOn);
	}

	/** Gives a place back, or to the first in line that is still there. */
	void leave(Sender sender) {
		Map.Entry<BooleanSupplier, Sender> next = next(sender);
		while (next != null && !next.getKey().getAsBoolean()) {
			next = next(next.getValue());
		}
	}

	/** Who takes the place over; without anybody it is free. */
	private synchronized Map.@Nullable Entry<BooleanSupplier, Sender> next(Sender left) {
		this.taken.computeIfPresent(left, (same, count) -> (count > 1) ? count - 1 : null);
		for (Iterator<Map.Entry<BooleanSupplier, Sender>> line = this.waiting.entrySet().iterator(); line.hasNext();) {
			Map.Entry<BooleanSupplier, Sender> next = line.next();
			if (mayHaveMore(next.getValue())) {
				line.remove();
				this.taken.merge(next.getValue(), 1, Integer::sum);
				return next;
			}
		}
		this.free++;
		return null;
	}

	/** Whether somebody waits for one of those who have a place. */
	synchronized boolean isFull() {
		return this.free == 0 && !this.waiting.isEmpty();
	}

}
