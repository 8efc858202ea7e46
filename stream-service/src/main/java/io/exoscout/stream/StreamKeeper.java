package io.exoscout.stream;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.exoscout.stream.course.StreamCourse;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.course.StreamResults;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamState;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.log.StreamLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that every stream with something to fold is folded, unless it is paused:
 * when it is told, and by looking now and then, so that what a crash left behind goes on.
 * Works in a thread of its own; nobody who sends events waits for it.
 */
final class StreamKeeper implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(StreamKeeper.class);

	private static final Duration LOOK = Duration.ofSeconds(5);

	private final Streams streams;

	private final StreamLog events;

	private final StreamResults results;

	private final StreamEngine engine;

	private final Duration idle;

	private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();

	private final Set<String> waiting = ConcurrentHashMap.newKeySet();

	private final Map<String, Long> lastSeen = new HashMap<>();

	private @Nullable Thread thread;

	private volatile boolean running;

	StreamKeeper(Streams streams, StreamLog events, StreamResults results, StreamEngine engine, Duration idle) {
		this.streams = streams;
		this.events = events;
		this.results = results;
		this.engine = engine;
		this.idle = idle;
	}

	/** Hears that a stream has more to fold. */
	void wake(KnownStream stream) {
		if (this.waiting.add(stream.id())) {
			this.woken.add(stream.id());
		}
	}

	@Override
	public synchronized void start() {
		this.running = true;
		this.thread = new Thread(this::keep, "stream-keeper");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void keep() {
		long looked = 0;
		while (this.running) {
			try {
				if (looked == 0 || System.nanoTime() - looked > LOOK.toNanos()) {
					lookAtAll();
					looked = System.nanoTime();
				}
				String id = this.woken.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
				if (id != null) {
					this.waiting.remove(id);
					this.streams.find(id).ifPresent(this::look);
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException | LinkageError ex) {
				looked = System.nanoTime();
				if (this.running) {
					log.warn("Streams can not be looked after for now: {}", ex.getMessage(), ex);
				}
			}
		}
	}

	private void lookAtAll() {
		this.streams.all().forEach((stream) -> {
			if (this.running) {
				look(stream);
			}
		});
		// also at those that are gone
		this.engine.running().forEach((id) -> {
			if (this.running && this.streams.find(id).isEmpty()) {
				synchronized (this.engine) {
					this.engine.halt(id);
				}
			}
		});
	}

	private void look(KnownStream loaded) {
		synchronized (this.engine) {
			// it may have been paused, taken back or removed since it was loaded
			KnownStream stream = this.streams.find(loaded.id()).orElse(null);
			if (stream == null || stream.state() == StreamState.PAUSED) {
				this.engine.halt(loaded.id());
				return;
			}
			if (isBehind(stream)) {
				this.lastSeen.put(stream.id(), System.nanoTime());
				if (this.engine.runs(stream.id()) || this.engine.hasRoom() || makeRoom()) {
					this.engine.run(stream);
				}
			}
			else if (System.nanoTime() - this.lastSeen.getOrDefault(stream.id(), 0L) > this.idle.toNanos()) {
				this.engine.halt(stream.id());
			}
		}
	}

	/** Ends the job that has had nothing to do for longest; none if all are busy. */
	private boolean makeRoom() {
		Optional<KnownStream> done = this.engine.running()
			.stream()
			.sorted(Comparator.comparing((String id) -> this.lastSeen.getOrDefault(id, 0L)))
			.flatMap((id) -> this.streams.find(id).stream())
			.filter((stream) -> !isBehind(stream))
			.findFirst();
		done.ifPresent((stream) -> this.engine.halt(stream.id()));
		return done.isPresent();
	}

	private boolean isBehind(KnownStream stream) {
		Optional<StreamCourse> course = this.results.course(stream.id());
		long next = course.map((told) -> told.nextBatch()).orElse(0L);
		return this.events.read(stream.id(), next).isPresent();
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		if (this.thread != null) {
			this.thread.interrupt();
			try {
				this.thread.join(LOOK.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
