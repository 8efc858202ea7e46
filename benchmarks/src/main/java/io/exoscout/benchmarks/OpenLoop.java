package io.exoscout.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Requests at a steady rate, whatever becomes of those before them. What a request takes
 * is counted from when it was due, so that waiting for a free connection counts, too.
 *
 * @param suite where to send them
 * @param path to which resource
 * @param bodies makes the body of each request
 * @param perSecond how many
 * @param time for how long
 */
record OpenLoop(URI suite, String path, IntFunction<byte[]> bodies, int perSecond, Duration time) {

	private static final int CONNECTIONS = 64;

	/**
	 * What came of it.
	 *
	 * @param sorted how long each request took, in nanoseconds, ascending
	 * @param errors how many were not answered with 200
	 */
	record Outcome(long[] sorted, int errors) {

		/** In milliseconds, the nearest rank. */
		double quantile(double share) {
			return this.sorted[(int) Math.ceil(share * this.sorted.length) - 1] / 1e6;
		}

	}

	Outcome run() throws IOException {
		int count = (int) (this.perSecond * this.time.toSeconds());
		long[] times = new long[count];
		AtomicInteger next = new AtomicInteger();
		AtomicInteger errors = new AtomicInteger();
		long began = System.nanoTime() + Duration.ofMillis(100).toNanos();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < CONNECTIONS; i++) {
			Thread thread = new Thread(() -> work(next, times, errors, began));
			thread.start();
			threads.add(thread);
		}
		try {
			for (Thread thread : threads) {
				thread.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
		Arrays.sort(times);
		return new Outcome(times, errors.get());
	}

	private void work(AtomicInteger next, long[] times, AtomicInteger errors, long began) {
		RowConnection connection = null;
		for (int i = next.getAndIncrement(); i < times.length; i = next.getAndIncrement()) {
			byte[] body = this.bodies.apply(i);
			long due = began + (long) (i * (1e9 / this.perSecond));
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			try {
				connection = (connection != null) ? connection : new RowConnection(this.suite, this.path);
				if (connection.post(body) != 200) {
					errors.incrementAndGet();
				}
				if (!connection.isOpen()) {
					connection.close();
					connection = null;
				}
			}
			catch (IOException ex) {
				errors.incrementAndGet();
				connection = null;
			}
			times[i] = System.nanoTime() - due;
		}
		close(connection);
	}

	private static void close(@Nullable RowConnection connection) {
		if (connection != null) {
			try {
				connection.close();
			}
			catch (IOException ex) {
				// all answers are there
			}
		}
	}

}
