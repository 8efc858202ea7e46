package io.exoscout.stream.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import io.exoscout.caller.Caller;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.schedule.RegularTask;
import io.exoscout.stream.course.StreamCourse;
import io.exoscout.stream.course.StreamResults;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Whoever listens to the metrics of streams. One thread looks for all of them what was
 * told since; a stream that nobody listens to is not looked at. Others tell it, so that
 * one whose line is slow keeps nobody waiting: he is passed over until he has heard.
 */
public final class MetricListeners implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MetricListeners.class);

	private static final Duration LOOK = Duration.ofMillis(500);

	/** Looks between two comments that say that all is well. */
	private static final int BEAT = 30;

	private static final int MOST = 200;

	/** Of one caller who is known by name. */
	private static final int SHARE = 20;

	private final StreamResults results;

	private final Map<String, Set<Listener>> listeners = new ConcurrentHashMap<>();

	/** As many threads as listeners are slow. */
	private final ExecutorService tellers = Executors.newCachedThreadPool((task) -> daemon(task, "stream-teller"));

	private final RegularTask looks = new RegularTask("stream-metrics", LOOK, this::look);

	private int looked;

	/** Whoever listens to what is told there. */
	public MetricListeners(StreamResults results) {
		this.results = results;
	}

	/** One who listens. */
	private static final class Listener {

		private final SseEmitter answer;

		private final BooleanSupplier allowed;

		private final @Nullable String caller;

		private final AtomicBoolean busy = new AtomicBoolean();

		private volatile String heard = "";

		Listener(SseEmitter answer, BooleanSupplier allowed, @Nullable String caller) {
			this.answer = answer;
			this.allowed = allowed;
			this.caller = caller;
		}

	}

	/**
	 * Tells somebody the metrics of a stream from now on: as they are, and as they
	 * change.
	 * @param allowed whether he may listen still
	 */
	public SseEmitter listen(String stream, BooleanSupplier allowed) {
		int all = this.listeners.values().stream().mapToInt(Set::size).sum();
		if (!isRunning() || all >= MOST) {
			throw new ProblemException(ErrorCode.SERVICE_UNAVAILABLE,
					isRunning() ? "%d listen already, as many as may; come back later.".formatted(all)
							: "This service is stopping; come back in a moment.");
		}
		String caller = Caller.current().name();
		long own = this.listeners.values()
			.stream()
			.flatMap(Set::stream)
			.filter((known) -> caller != null && caller.equals(known.caller))
			.count();
		if (own >= SHARE) {
			throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS,
					"You listen %d times already, as often as one may; close another page first.".formatted(own));
		}
		SseEmitter answer = new SseEmitter(0L);
		Listener listener = new Listener(answer, allowed, caller);
		Runnable leave = () -> leave(stream, listener);
		answer.onCompletion(leave);
		answer.onTimeout(leave);
		answer.onError((gone) -> leave.run());
		// so that he knows at once that he is heard, even where there is nothing to tell
		// yet
		send(answer, SseEmitter.event().comment(""));
		this.listeners.computeIfAbsent(stream, (added) -> ConcurrentHashMap.newKeySet()).add(listener);
		return answer;
	}

	private void leave(String stream, Listener listener) {
		this.listeners.computeIfPresent(stream, (id, all) -> {
			all.remove(listener);
			return all.isEmpty() ? null : all;
		});
	}

	private void look() {
		boolean beat = ++this.looked % BEAT == 0;
		this.listeners.forEach((stream, all) -> {
			try {
				Optional<StreamCourse> course = this.results.course(stream);
				List.copyOf(all).forEach((listener) -> tellOne(listener, course, beat));
			}
			catch (RuntimeException ex) {
				log.debug("Metrics of stream {} can not be looked at for now", stream, ex);
			}
		});
	}

	private void tellOne(Listener listener, Optional<StreamCourse> course, boolean beat) {
		if (listener.busy.compareAndSet(false, true)) {
			this.tellers.execute(() -> {
				try {
					tell(listener, course, beat);
				}
				finally {
					listener.busy.set(false);
				}
			});
		}
	}

	private static void tell(Listener listener, Optional<StreamCourse> course, boolean beat) {
		try {
			if (!listener.allowed.getAsBoolean()) {
				listener.answer.complete();
				return;
			}
			String told = course.map((known) -> known.turns() + "-" + known.seq()).orElse("");
			if (course.isPresent() && !told.equals(listener.heard)) {
				listener.heard = told;
				send(listener.answer,
						SseEmitter.event()
							.id(String.valueOf(course.get().seq()))
							.name("metrics")
							.data(course.get().metrics(), MediaType.TEXT_PLAIN));
			}
			else if (beat) {
				send(listener.answer, SseEmitter.event().comment(""));
			}
		}
		catch (IllegalStateException gone) {
			listener.answer.completeWithError(gone);
		}
	}

	private static void send(SseEmitter answer, SseEmitter.SseEventBuilder event) {
		try {
			answer.send(event);
		}
		catch (IOException gone) {
			answer.completeWithError(gone);
		}
	}

	@Override
	public synchronized void start() {
		this.looks.start();
	}

	private static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public synchronized void stop() {
		this.looks.stop();
		this.listeners.values().forEach((all) -> List.copyOf(all).forEach((listener) -> listener.answer.complete()));
	}

	@Override
	public boolean isRunning() {
		return this.looks.isRunning();
	}

}
