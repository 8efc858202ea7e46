package io.exoscout.chaos;

import java.time.Duration;
import java.util.Locale;

import io.exoscout.store.BlobSettings;

/**
 * How large a run is. The defaults are the short form; {@code make chaos} sets the system
 * properties {@code chaos.jobs}, {@code chaos.kills} and so on.
 *
 * @param jobs how many jobs are asked for
 * @param kills how many processes are killed, besides all other faults
 * @param seed of every choice; the moments at which things happen are chance all the same
 * @param orchestrators how many of them there are
 * @param trainers how many of them there are; from the second on their clocks are wrong
 * @param sweepers how many jobs services there are
 * @param skew how wrong the clocks are, one ahead, one behind
 * @param blobs where blobs are kept; a disk is filled only where they are files
 */
record ChaosPlan(int jobs, int kills, long seed, int orchestrators, int trainers, int sweepers, Duration skew,
		BlobSettings.Kind blobs) {

	/** From here on it pays to make an archive of classes, so that starts are quick. */
	private static final int MANY_KILLS = 25;

	static ChaosPlan fromSystemProperties() {
		return new ChaosPlan(number("jobs", 150), number("kills", 6), number("seed", 1), number("orchestrators", 2),
				number("trainers", 3), number("sweepers", 1), Duration.ofSeconds(number("skew", 20)),
				BlobSettings.Kind.valueOf(System.getProperty("chaos.blobs", "directory").toUpperCase(Locale.ROOT)));
	}

	private static int number(String name, int otherwise) {
		return Integer.getInteger("chaos." + name, otherwise);
	}

	boolean manyStarts() {
		return this.kills >= MANY_KILLS;
	}

}
