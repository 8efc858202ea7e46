package io.exoscout.searcher;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;

/**
 * How many points are searched at once in this process: those of many small curves, or of
 * one as large as there may be.
 */
final class SearchRoom {

	/** A wish to stop is noticed as soon. */
	private static final long LOOK_MILLIS = 200;

	private final Semaphore points = new Semaphore(ReadingBudget.MOST_ROWS, true);

	/**
	 * Waits until there is room for a curve.
	 * @throws WorkStopped if the work is to be given up meanwhile
	 */
	Share share(int size, WorkWatch watch) {
		int wanted = Math.max(1, Math.min(size, ReadingBudget.MOST_ROWS));
		try {
			while (!this.points.tryAcquire(wanted, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
				watch.checkStopped();
				watch.progress("search", 0, "waiting for memory");
			}
			return new Share(wanted);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WorkStopped();
		}
	}

	/** Room for some points, until it is closed. */
	final class Share implements AutoCloseable {

		private final int points;

		Share(int points) {
			this.points = points;
		}

		@Override
		public void close() {
			SearchRoom.this.points.release(this.points);
		}

	}

}
