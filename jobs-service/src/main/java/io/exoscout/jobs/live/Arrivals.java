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

	private List<Arrival> waiting = new ArrayList<>();

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

	/** Whoever leaves by a later turn has been let in before. */
	synchronized void add(LiveClient client, @Nullable Long heard) {
		this.waiting.add(new Arrival(client, heard));
		if (this.waiting.size() == 1) {
			this.turns.take(() -> this.admit.accept(take()));
		}
	}

	private synchronized List<Arrival> take() {
		List<Arrival> all = this.waiting;
		this.waiting = new ArrayList<>();
		return all;
	}

}
