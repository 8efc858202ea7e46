package io.exoscout.chaos;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What goes wrong next.
 *
 * @param accident what happens
 * @param victim to whom, where that matters
 */
record Chance(Accident accident, Victim victim) {

	/** What may go wrong. */
	enum Accident {

		/** {@code kill -9}. */
		KILL,
		/** An orderly stop, as of an upgrade. */
		STOP,
		/** All connections of a service are cut. */
		CUT,
		/** A service's line to the broker or the database goes dead for a while. */
		BLOCK,
		/** No space is left for blobs for a while. */
		FILL,
		/** Messages of somebody else's. */
		FORGE

	}

	/** Who may be hit. */
	enum Victim {

		ORCHESTRATOR, TRAINER, SWEEPER, PREDICTOR, DATABASE, BROKER

	}

	private static final List<Victim> KILLED = List.of(Victim.TRAINER, Victim.TRAINER, Victim.TRAINER, Victim.TRAINER,
			Victim.ORCHESTRATOR, Victim.ORCHESTRATOR, Victim.SWEEPER, Victim.SWEEPER, Victim.DATABASE, Victim.BROKER,
			Victim.TRAINER, Victim.TRAINER, Victim.TRAINER, Victim.ORCHESTRATOR, Victim.SWEEPER, Victim.PREDICTOR,
			Victim.DATABASE);

	private static final List<Accident> OTHERS = List.of(Accident.STOP, Accident.CUT, Accident.CUT, Accident.BLOCK,
			Accident.FILL, Accident.FORGE, Accident.FORGE, Accident.FORGE);

	private static final List<Victim> ALL = List.of(Victim.values());

	/** What is drawn for one number has nothing to do with what is drawn for the next. */
	static Random random(long seed, int number) {
		return new Random(new SplittableRandom(seed + ((long) number << 32)).nextLong());
	}

	static Chance kill(int number, Random random) {
		// the first ones hit everybody once, so that a short run has them all
		Victim victim = (number < ALL.size()) ? ALL.get((number * 5 + 1) % ALL.size()) : any(KILLED, random);
		return new Chance(Accident.KILL, victim);
	}

	static Chance other(Random random) {
		return new Chance(any(OTHERS, random), any(KILLED, random));
	}

	private static <T> T any(List<T> all, Random random) {
		return all.get(random.nextInt(all.size()));
	}

}
