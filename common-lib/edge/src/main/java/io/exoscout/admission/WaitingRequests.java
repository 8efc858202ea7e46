package io.exoscout.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that wait without a thread; those that do so for too long are ended. */
class WaitingRequests implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(WaitingRequests.class);

	private static final Duration LOOK = Duration.ofMillis(500);

	private final Set<WaitingRequest> requests = ConcurrentHashMap.newKeySet();

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
		}, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void look() {
		long now = System.nanoTime();
		for (WaitingRequest request : this.requests) {
			request.look(now);
		}
	}

	void add(WaitingRequest request) {
		this.requests.add(request);
	}

	void remove(WaitingRequest request) {
		this.requests.remove(request);
	}

	int count() {
		return this.requests.size();
	}

	@Override
	public void close() {
		this.watch.shutdownNow();
	}

}
