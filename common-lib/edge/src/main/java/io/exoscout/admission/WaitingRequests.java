package io.exoscout.admission;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that wait without a thread; those that do so for too long are ended. */
class WaitingRequests implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(WaitingRequests.class);

	private static final Duration LOOK = Duration.ofMillis(500);

	/** Of the memory there is. */
	private static final int SHARE = 16;

	private final Set<LongConsumer> requests = ConcurrentHashMap.newKeySet();

	/** How much of their bodies may be kept in memory, all in all. */
	private final long room = Runtime.getRuntime().maxMemory() / SHARE;

	private final AtomicLong kept = new AtomicLong();

	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "admission");
		thread.setDaemon(true);
		return thread;
	});

	WaitingRequests() {
		every(this::look);
	}

	/** Closes connections on which the head of a request takes longer than it may. */
	void watch(AdmissionProtocol protocol, Duration longestHead) {
		every(() -> protocol.closeSlowHeads(longestHead));
	}

	private void every(Runnable task) {
		this.watch.scheduleWithFixedDelay(() -> {
			try {
				task.run();
			}
			catch (RuntimeException ex) {
				// else it would not be done again
				log.error("Slow callers could not be looked for", ex);
			}
			catch (Error ex) {
				Thread watch = Thread.currentThread();
				watch.getUncaughtExceptionHandler().uncaughtException(watch, ex);
			}
		}, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void look() {
		long now = System.nanoTime();
		for (LongConsumer look : this.requests) {
			look.accept(now);
		}
	}

	/** Adds one by the way it looks whether it is late. */
	void add(LongConsumer look) {
		this.requests.add(look);
	}

	void remove(LongConsumer look) {
		this.requests.remove(look);
	}

	/** More of a body is kept, or less. */
	void keep(long bytes) {
		this.kept.addAndGet(bytes);
	}

	/** Whether no more should be kept. */
	boolean isFull() {
		return this.kept.get() >= this.room;
	}

	int count() {
		return this.requests.size();
	}

	@Override
	public void close() {
		this.watch.shutdownNow();
	}

}
