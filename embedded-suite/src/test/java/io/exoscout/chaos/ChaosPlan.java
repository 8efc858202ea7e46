package io.exoscout.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

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
 * @param callers how many callers with keys and quotas there are; 0 where nobody is asked
 * who he is
 */
record ChaosPlan(int jobs, int kills, long seed, int orchestrators, int trainers, int sweepers, Duration skew,
		BlobSettings.Kind blobs, int callers) {

	/** From here on it pays to make an archive of classes, so that starts are quick. */
	private static final int MANY_KILLS = 25;

	static ChaosPlan fromSystemProperties() {
		return new ChaosPlan(number("jobs", 80), number("kills", 4), number("seed", 1), number("orchestrators", 2),
				number("trainers", 3), number("sweepers", 1), Duration.ofSeconds(number("skew", 20)),
				BlobSettings.Kind.valueOf(System.getProperty("chaos.blobs", "directory").toUpperCase(Locale.ROOT)),
				number("callers", 0));
	}

	/** The keys of all callers. */
	List<String> keys() {
		return IntStream.rangeClosed(1, this.callers).mapToObj(ChaosPlan::key).toList();
	}

	/** The key of some caller; one of them asks for more than half of everything. */
	Optional<String> anyKey() {
		if (this.callers == 0) {
			return Optional.empty();
		}
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return Optional.of(key(random.nextBoolean() ? 1 : 1 + random.nextInt(this.callers)));
	}

	private static String key(int caller) {
		return "the-key-of-caller-%d-in-a-test-that-is-public".formatted(caller);
	}

	private static int number(String name, int otherwise) {
		return Integer.getInteger("chaos." + name, otherwise);
	}

	boolean manyStarts() {
		return this.kills >= MANY_KILLS;
	}

}
