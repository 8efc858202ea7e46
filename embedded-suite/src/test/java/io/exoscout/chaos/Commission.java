package io.exoscout.chaos;

import java.util.Random;

import io.exoscout.suite.process.ProcessTables;

/**
 * A job that a client wants, and what it does about it later.
 *
 * @param table the table
 * @param params what to do with it
 * @param fate what happens after it was accepted
 */
record Commission(String table, String params, Fate fate) {

	private static final String[] ALGORITHMS = { "gradient_boosting", "random_forest", "xgboost" };

	/** What a client does with a job that was accepted. */
	enum Fate {

		NONE, PREDICTED, UPLOADED_AGAIN, CANCELLED, DELETED

	}

	/** The job of this number; small, quick, and another one for each number. */
	static Commission number(long seed, int number) {
		Random random = Chance.random(seed, number);
		// now and then one that is long enough to be killed in the middle
		int trees = (random.nextInt(25) == 0) ? 300 : 3 + random.nextInt(4);
		String params = "{\"algorithm\": \"%s\", \"seed\": %d, \"hyperparameters\": {\"n_estimators\": %d}}"
			.formatted(ALGORITHMS[random.nextInt(ALGORITHMS.length)], number, trees);
		// some tables are shared by several jobs
		long table = (number % 5 == 4) ? number - 1 : number;
		return new Commission(ProcessTables.kepler(80 + (int) (table % 4) * 10, seed + table), params, fate(random));
	}

	private static Fate fate(Random random) {
		int chance = random.nextInt(100);
		if (chance < 6) {
			return Fate.UPLOADED_AGAIN;
		}
		if (chance < 9) {
			return Fate.CANCELLED;
		}
		if (chance < 12) {
			return Fate.DELETED;
		}
		return (chance < 22) ? Fate.PREDICTED : Fate.NONE;
	}

	/** A job that takes some seconds: long enough to take its worker down each time. */
	static Commission poison(long seed) {
		return new Commission(ProcessTables.kepler(1500, seed - 1),
				"{\"algorithm\": \"random_forest\", \"hyperparameters\": {\"n_estimators\": 1000}}", Fate.NONE);
	}

}
