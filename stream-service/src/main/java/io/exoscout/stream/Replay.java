package io.exoscout.stream;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A file that is given to a stream as it happened, only faster. */
final class Replay {

	private static final int TOGETHER = 5000;

	static final long TICK_MILLIS = 100;

	private final String name = "replay:" + UUID.randomUUID();

	private final List<DatedEvent> events;

	private final double speed;

	private volatile int sent;

	private volatile @Nullable String trouble;

	private volatile @Nullable Thread thread;

	private volatile boolean stopped;

	Replay(List<DatedEvent> events, double speed) {
		this.events = events;
		this.speed = speed;
	}

	/**
	 * An event of a file. A file is held as long as its replay takes, so in few bytes.
	 *
	 * @param line where it stood
	 * @param time when it happened
	 * @param row its cells, see {@link io.exoscout.stream.log.RowBytes#packRow}
	 */
	record DatedEvent(long line, long time, byte[] row) {
	}

	/** Where events go. */
	interface Receiver {

		void take(List<DatedEvent> events) throws InterruptedException;

	}

	/** Whose thread it is that runs it. */
	void runs(Thread thread) {
		this.thread = thread;
	}

	void run(Receiver receiver) throws InterruptedException {
		long began = System.nanoTime();
		long first = this.events.get(0).time();
		while (!this.stopped && this.sent < this.events.size()) {
			double passed = (System.nanoTime() - began) / 1e6 * this.speed;
			int to = this.sent;
			while (to < this.events.size() && to - this.sent < TOGETHER
					&& this.events.get(to).time() - first <= passed) {
				to++;
			}
			if (to > this.sent) {
				receiver.take(this.events.subList(this.sent, to));
				this.sent = to;
			}
			else {
				TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
			}
		}
	}

	/** Ends it; it gives nothing any more when this returns. */
	void stop() {
		this.stopped = true;
		Thread running = this.thread;
		if (running != null) {
			running.interrupt();
			try {
				running.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Whether it was told to end. */
	boolean isStopped() {
		return this.stopped;
	}

	/** What the part that is next is called. */
	String part() {
		return this.name + ":" + this.sent;
	}

	/** How many of its events were given. */
	int sent() {
		return this.sent;
	}

	int size() {
		return this.events.size();
	}

	/** Why it waits, or null if it does no longer. */
	void waits(@Nullable String trouble) {
		this.trouble = trouble;
	}

	@Nullable String trouble() {
		return this.trouble;
	}

}
