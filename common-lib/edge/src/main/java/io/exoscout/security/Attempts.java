package io.exoscout.security;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.exoscout.caller.NamedKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often each address has shown a wrong key or token. After a number of them nothing
 * new is believed from there for a while; keys that were right before still are, so that
 * whoever shares an address with somebody who guesses, or whose script has an old key,
 * need not pay for it.
 */
final class Attempts {

	private static final Logger log = LoggerFactory.getLogger(Attempts.class);

	/** More addresses than guess at a time; those not heard of for longest go first. */
	private static final int ADDRESSES = 10_000;

	private final int perMinute;

	private final Map<String, Address> addresses = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Address> eldest) {
			return size() > ADDRESSES;
		}
	};

	/**
	 * Knows nobody yet.
	 * @param perMinute how many wrong ones an address may show in a minute
	 */
	Attempts(int perMinute) {
		this.perMinute = perMinute;
	}

	/** Whether nothing new is believed from an address. */
	synchronized boolean isBarred(String address) {
		Address known = this.addresses.get(address);
		return known != null && isFull(known.failures(System.nanoTime(), this.perMinute));
	}

	/** Whether a key was right before, as shown from an address. */
	synchronized boolean wasRight(String address, NamedKey key) {
		Address known = this.addresses.get(address);
		return known != null && known.right.contains(key);
	}

	/** Remembers a right key. */
	synchronized void right(String address, NamedKey key) {
		this.addresses.computeIfAbsent(address, (one) -> new Address()).right.add(key);
	}

	/** Remembers that a key or token was wrong, and tells of it once it is too many. */
	synchronized void wrong(String address) {
		Address known = this.addresses.computeIfAbsent(address, (one) -> new Address());
		double before = known.failures(System.nanoTime(), this.perMinute);
		known.failures = Math.min(before + 1, this.perMinute);
		if (isFull(known.failures) && !isFull(before) && known.tell(System.nanoTime())) {
			log.warn("{} has shown {} wrong keys or tokens; more of them are answered with 429 for a while", address,
					this.perMinute);
		}
	}

	/** Whether there is no room for another one. */
	private boolean isFull(double failures) {
		return failures > this.perMinute - 1;
	}

	/** What is known of one. */
	private static final class Address {

		private static final double MINUTE = Duration.ofMinutes(1).toNanos();

		private final Set<NamedKey> right = new HashSet<>();

		private double failures;

		private long counted = System.nanoTime();

		private long told = System.nanoTime() - Duration.ofMinutes(1).toNanos();

		/** Failures are forgiven as steadily as they may come. */
		double failures(long now, int perMinute) {
			this.failures = Math.max(0, this.failures - (now - this.counted) / MINUTE * perMinute);
			this.counted = now;
			return this.failures;
		}

		/** Once a minute is enough. */
		boolean tell(long now) {
			if (now - this.told < MINUTE) {
				return false;
			}
			this.told = now;
			return true;
		}

	}

}
