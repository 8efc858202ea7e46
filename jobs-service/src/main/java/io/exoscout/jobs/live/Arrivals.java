package io.exoscout.jobs.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Those who begin to listen while others are still being told how things stand. All who
 * wait are told at once, so that a thousand who come back after a restart cost little
 * more than one.
 */
final class Arrivals {

	private final Turns turns;

	private final Consumer<List<Arrival>> admit;

	/** Who is let in by the next turn that lets in anybody; nobody, if there is none. */
	private @Nullable List<Arrival> waiting;

	/**
	 * Nobody yet.
	 * @param turns in which they are let in
	 * @param admit lets them in, in the order in which they came
	 */
	Arrivals(Turns turns, Consumer<List<Arrival>> admit) {
		this.turns = turns;
		this.admit = admit;
	}

	/**
	 * Somebody who begins to listen.
	 *
	 * @param client who
	 * @param heard the last that it has heard already, if anything
	 */
	record Arrival(LiveClient client, @Nullable Long heard) {
	}

	synchronized void add(LiveClient client, @Nullable Long heard) {
		if (this.waiting != null) {
			this.waiting.add(new Arrival(client, heard));
			return;
		}
		List<Arrival> together = new ArrayList<>(List.of(new Arrival(client, heard)));
		this.waiting = together;
		this.turns.take(() -> this.admit.accept(closed(together)));
	}

	private synchronized List<Arrival> closed(List<Arrival> together) {
		if (this.waiting == together) {
			this.waiting = null;
		}
		return together;
	}

	/**
	 * Somebody leaves: after all who have come by now were let in, and before those who
	 * come later, among whom he may be once more.
	 */
	synchronized void leave(Runnable step) {
		this.waiting = null;
		this.turns.take(step);
	}

}
