package io.exoscout.jobs.search;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Reads for all who want the same at the same time, once. What was read is not kept: that
 * is up to the reading.
 *
 * @param <K> tells what is read
 * @param <V> what comes of it
 */
final class SharedReadings<K, V> {

	private final ConcurrentMap<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();

	/**
	 * Reads, or waits for whoever reads the same just now.
	 * @throws RuntimeException that of the reading, for all who wait for it
	 */
	V read(K what, Supplier<V> reading) {
		CompletableFuture<V> mine = new CompletableFuture<>();
		CompletableFuture<V> others = this.running.putIfAbsent(what, mine);
		if (others != null) {
			return outcome(others);
		}
		try {
			V read = reading.get();
			mine.complete(read);
			return read;
		}
		catch (RuntimeException | Error ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.running.remove(what, mine);
		}
	}

	private static <V> V outcome(CompletableFuture<V> reading) {
		try {
			return reading.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
