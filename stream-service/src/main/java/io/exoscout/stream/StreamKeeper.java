package io.exoscout.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.exoscout.stream.course.CourseMark;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamState;
import io.exoscout.stream.definition.StreamTrouble;
import io.exoscout.stream.snapshot.LogRetention;
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

	/** Every so many looks it looks at all, not only at those that run or wait. */
	private static final int ALL = 12;

	/** After so long somebody who waits is given the place of another. */
	private static final Duration TURN = Duration.ofMinutes(1);

	private final FoldSurroundings known;

	private final StreamEngine engine;

	private final LogRetention retention;

	private final Duration idle;

	private final Clock clock;

	private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();

	private final Set<String> waking = ConcurrentHashMap.newKeySet();

	private final Map<String, Long> lastSeen = new HashMap<>();

	private final Map<String, Long> began = new HashMap<>();

	/** Since when streams wait for a job. */
	private final Map<String, Long> waits = new HashMap<>();

	/**
	 * In which turn of a stream this process has seen that what was told of it is of its
	 * log.
	 */
	private final Map<String, Integer> checked = new HashMap<>();

	private final Set<String> failing = ConcurrentHashMap.newKeySet();

	private @Nullable Thread thread;

	private volatile boolean running;

	private volatile boolean stopped;

	StreamKeeper(FoldSurroundings known, StreamEngine engine, LogRetention retention, Duration idle, Clock clock) {
		this.known = known;
		this.engine = engine;
		this.retention = retention;
		this.idle = idle;
		this.clock = clock;
	}

	/** Hears that a stream has more to fold. */
	void wake(KnownStream stream) {
		if (this.waking.add(stream.id())) {
			this.woken.add(stream.id());
		}
	}

	/** How many streams should be folded, and can not be. */
	int failing() {
		return this.failing.size();
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
		int round = 0;
		while (this.running) {
			try {
				if (looked == 0 || System.nanoTime() - looked > LOOK.toNanos()) {
					looked = System.nanoTime();
					lookAround(round % ALL == 0);
					// not where it broke off: all are looked at again soon
					round++;
				}
				String id = this.woken.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
				if (id != null) {
					this.waking.remove(id);
					lookOrNote(id);
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			// whatever it is: without this thread no stream goes on
			catch (Throwable ex) {
				if (this.running) {
					log.warn("Streams can not be looked after for now: {}", ex.getMessage(), ex);
				}
			}
		}
	}

	/** Looks at streams that run or wait, or at all. */
	void lookAround(boolean all) {
		Set<String> near = new HashSet<>(this.engine.running());
		near.addAll(this.waits.keySet());
		if (all) {
			near.addAll(this.known.streams().ids());
			this.failing.retainAll(near);
		}
		for (String id : near) {
			if (!this.stopped) {
				lookOrNote(id);
			}
		}
		if (all) {
			near.forEach(this::tidy);
		}
	}

	/** One that can not be looked at keeps nobody from looking at the others. */
	private void lookOrNote(String id) {
		try {
			look(id);
		}
		catch (RuntimeException ex) {
			this.failing.add(id);
			log.warn("Stream {} can not be looked after for now", id, ex);
		}
	}

	private void tidy(String id) {
		// not beside a snapshot or a rollback
		synchronized (this.engine) {
			try {
				this.known.streams().find(id).ifPresent(this.retention::tidy);
			}
			catch (RuntimeException ex) {
				log.warn("The log of stream {} can not be shortened for now", id, ex);
			}
		}
	}

	private void look(String id) {
		synchronized (this.engine) {
			// it may have been paused, taken back or removed since it was known
			KnownStream stream = this.known.streams().find(id).orElse(null);
			note(id, stream);
			if (stream == null || stream.state() == StreamState.PAUSED) {
				this.engine.halt(id);
				this.waits.remove(id);
				return;
			}
			if (!Integer.valueOf(stream.turns()).equals(this.checked.get(id))) {
				requireOfItsLog(stream);
				this.checked.put(id, stream.turns());
			}
			if (isBehind(stream)) {
				this.lastSeen.put(id, System.nanoTime());
				run(stream);
			}
			else {
				this.waits.remove(id);
				if (System.nanoTime() - this.lastSeen.getOrDefault(id, 0L) > this.idle.toNanos()) {
					this.engine.halt(id);
				}
			}
		}
	}

	private void note(String id, @Nullable KnownStream stream) {
		if (stream != null && stream.state() == StreamState.RUNNING && stream.trouble() != null) {
			this.failing.add(id);
		}
		else {
			this.failing.remove(id);
		}
	}

	/**
	 * What was told of entries that the log does not have is of a database that was put
	 * back, and what was told in another turn of one that was not taken back to the end:
	 * all is folded anew from what there is.
	 */
	private void requireOfItsLog(KnownStream stream) {
		Optional<CourseMark> mark = this.known.results().mark(stream.id());
		if (mark.filter((told) -> !isOfItsLog(stream, told)).isPresent()) {
			log.warn("What is known of stream {} is not of its log; it begins anew", stream.id());
			this.engine.halt(stream.id());
			this.known.startOver(stream);
		}
	}

	private boolean isOfItsLog(KnownStream stream, CourseMark told) {
		return told.turns() == stream.turns()
				&& (told.nextBatch() == 0 || this.known.log().reaches(stream.id(), told.nextBatch(), told.seq()));
	}

	private void run(KnownStream stream) {
		String id = stream.id();
		if (this.engine.runs(id)) {
			this.engine.run(stream);
			return;
		}
		long now = System.nanoTime();
		long since = this.waits.computeIfAbsent(id, (added) -> now);
		if (mayRun(stream, now - since)) {
			this.began.put(id, now);
			try {
				this.engine.run(stream);
				this.waits.remove(id);
			}
			catch (RuntimeException ex) {
				this.known.streams().fail(id, "The engine does not take it; the log of the service has more.");
				throw ex;
			}
		}
	}

	/** Who has failed waits, the longer the more often, and takes nobody's place. */
	private boolean mayRun(KnownStream stream, long waited) {
		StreamTrouble trouble = stream.trouble();
		if (trouble == null) {
			return this.engine.hasRoom() || makeRoom(waited > TURN.toNanos());
		}
		boolean first = !this.began.containsKey(stream.id());
		return (first || this.clock.instant().isAfter(trouble.again())) && this.engine.hasRoom();
	}

	/**
	 * Ends the job that has had nothing to do for longest.
	 * @param otherwise whether the one that has run longest is ended, if all are busy
	 */
	private boolean makeRoom(boolean otherwise) {
		Set<String> running = this.engine.running();
		Optional<String> done = running.stream()
			.sorted(Comparator.comparing((String id) -> this.lastSeen.getOrDefault(id, 0L)))
			.filter((id) -> this.known.streams().find(id).filter(this::isBehind).isEmpty())
			.findFirst();
		Optional<String> ended = (done.isEmpty() && otherwise)
				? running.stream().min(Comparator.comparing((id) -> this.began.getOrDefault(id, 0L))) : done;
		ended.ifPresent(this.engine::halt);
		return ended.isPresent();
	}

	private boolean isBehind(KnownStream stream) {
		long next = this.known.results().mark(stream.id()).map(CourseMark::nextBatch).orElse(0L);
		return this.known.log().head(stream.id(), next).isPresent();
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		this.stopped = true;
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
