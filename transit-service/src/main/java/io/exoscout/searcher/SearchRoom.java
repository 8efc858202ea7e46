package io.exoscout.searcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.jspecify.annotations.Nullable;

/**
 * How many points are searched at once in this process: those of many small curves, or of
 * one as large as there may be. Next is whoever has the fewest points in it, and among
 * equals who came first; nobody overtakes him, or a large curve would wait for as long as
 * small ones come.
 */
final class SearchRoom {

	/** A wish to stop is noticed as soon. */
	private static final long LOOK_MILLIS = 200;

	/** Before all names of owners. */
	private static final String NOBODY = "";

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	/** In the order in which they came. */
	private final List<Share> waiting = new ArrayList<>();

	/** Points that are searched now, by whose they are. */
	private final Map<String, Integer> taken = new HashMap<>();

	private int free = ReadingBudget.MOST_ROWS;

	/**
	 * Waits until there is room for a curve.
	 * @param owner whose it is; {@code null} where nobody was asked
	 * @param size how many points it has
	 * @throws WorkStopped if the work is to be given up meanwhile
	 */
	Share share(@Nullable String owner, int size, WorkWatch watch) {
		Share share = new Share(Objects.requireNonNullElse(owner, NOBODY),
				Math.max(1, Math.min(size, ReadingBudget.MOST_ROWS)));
		this.lock.lock();
		try {
			this.waiting.add(share);
			while (next() != share || share.points > this.free) {
				watch.checkStopped();
				watch.progress("search", 0, "waiting for memory");
				this.changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			}
			this.free -= share.points;
			this.taken.merge(share.owner, share.points, Integer::sum);
			return share;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WorkStopped();
		}
		finally {
			// somebody else is next now
			this.waiting.remove(share);
			this.changed.signalAll();
			this.lock.unlock();
		}
	}

	private Share next() {
		return this.waiting.stream()
			.min(Comparator.comparingInt((share) -> this.taken.getOrDefault(share.owner, 0)))
			.orElseThrow();
	}

	/** Room for some points, until it is closed. */
	final class Share implements AutoCloseable {

		private final String owner;

		private final int points;

		private Share(String owner, int points) {
			this.owner = owner;
			this.points = points;
		}

		@Override
		public void close() {
			SearchRoom room = SearchRoom.this;
			room.lock.lock();
			try {
				room.free += this.points;
				room.taken.computeIfPresent(this.owner,
						(owner, points) -> (points > this.points) ? points - this.points : null);
				room.changed.signalAll();
			}
			finally {
				room.lock.unlock();
			}
		}

	}

}
