package io.exoscout.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.exoscout.online.StreamArrival;
import io.exoscout.online.EventDecoder;
import io.exoscout.online.StreamEvent;
import io.exoscout.online.Undecodable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.intake.IntakeAnswer;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.log.RejectedLine;
import io.exoscout.stream.sent.SentEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of events that are given to streams, at once or as they happened, only faster. A
 * replay at a speed ends with the process; sent again it goes on where it was, because
 * events that are there count once.
 */
final class Replays implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Replays.class);

	private static final int LISTED = 100;

	private static final int TOGETHER = 5000;

	private static final long TICK_MILLIS = 100;

	private static final double FASTEST = 1e9;

	private final StreamIntake intake;

	private final Map<String, Replay> running = new ConcurrentHashMap<>();

	Replays(StreamIntake intake) {
		this.intake = intake;
	}

	/** An event of a file, and when it happened. */
	private record Dated(SentEntry entry, long time) {
	}

	/**
	 * Begins to replay a file; without a speed it is done when this returns.
	 * @throws ProblemException {@code unordered_events}
	 */
	ReplayAnswer begin(KnownStream stream, @Nullable Double speed, boolean sort, StreamIntake.Entries file) {
		if (speed != null && !(speed > 0 && speed <= FASTEST)) {
			throw ProblemException.invalidParameter("speed",
					"speed is %s; accepted is more than 0, up to 1e9".formatted(speed));
		}
		if (stream.definition().time() == null && (speed != null || sort)) {
			throw ProblemException.invalidParameter((speed != null) ? "speed" : "sort",
					"The events of this stream have no time; replay the file without speed and sort.");
		}
		List<RejectedLine> refusals = new ArrayList<>();
		List<Dated> events = read(stream, file, refusals);
		if (events.isEmpty()) {
			throw new ProblemException(ErrorCode.NO_ROWS, "The file holds no event that can be read%s".formatted(
					refusals.isEmpty() ? "." : ": line " + refusals.get(0).line() + ", " + refusals.get(0).reason()));
		}
		if (sort) {
			events.sort(Comparator.comparingLong(Dated::time));
		}
		else if (stream.definition().time() != null) {
			requireOrder(stream, events);
		}
		List<RejectedLine> listed = List.copyOf(refusals.subList(0, Math.min(LISTED, refusals.size())));
		if (speed == null) {
			IntakeAnswer kept = give(stream, events);
			return new ReplayAnswer(events.size(), refusals.size(), listed, null, kept);
		}
		start(stream, new Replay(events, speed));
		double span = events.get(events.size() - 1).time() - events.get(0).time();
		return new ReplayAnswer(events.size(), refusals.size(), listed, span / 1000 / speed, null);
	}

	private static List<Dated> read(KnownStream stream, StreamIntake.Entries file, List<RejectedLine> refusals) {
		EventDecoder decoder = new EventDecoder(stream.definition());
		List<Dated> events = new ArrayList<>();
		file.forEach((entry) -> {
			StreamArrival arrival = (entry.refusal() != null) ? new Undecodable(1, entry.line(), entry.refusal())
					: decoder.event(1, entry.line(), 0, entry.cells());
			if (arrival instanceof StreamEvent event) {
				events.add(new Dated(entry, event.time()));
			}
			else if (arrival instanceof Undecodable undecodable) {
				refusals.add(new RejectedLine(entry.line(), undecodable.reason()));
			}
		});
		return events;
	}

	private static void requireOrder(KnownStream stream, List<Dated> events) {
		long latest = Long.MIN_VALUE;
		long lateness = stream.definition().allowedLateness().toMillis();
		for (Dated event : events) {
			if (latest != Long.MIN_VALUE && event.time() < latest - lateness) {
				String detail = "The event on line %d happened earlier than one before it by more than the allowed lateness, %s; sort the file, or send it with sort=true."
					.formatted(event.entry().line(), stream.definition().allowedLateness());
				throw new ProblemException(ErrorCode.UNORDERED_EVENTS, detail,
						InputError.line(event.entry().line(), "goes back in time"));
			}
			latest = Math.max(latest, event.time());
		}
	}

	private void start(KnownStream stream, Replay replay) {
		if (this.running.putIfAbsent(stream.id(), replay) != null) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"A file is being replayed into the stream '%s'; wait until it is done, or pause and resume the stream to end it."
						.formatted(stream.id()));
		}
		replay.thread = new Thread(() -> run(stream, replay), "replay-" + stream.id());
		replay.thread.setDaemon(true);
		replay.thread.start();
	}

	private IntakeAnswer give(KnownStream stream, List<Dated> events) {
		return this.intake.events(stream, null, (entries) -> {
			events.forEach((event) -> entries.accept(event.entry()));
			return Set.copyOf(stream.definition().columns());
		});
	}

	private void run(KnownStream stream, Replay replay) {
		try {
			replay.run((events) -> give(stream, events));
		}
		catch (InterruptedException ex) {
			log.info("The replay into stream {} was ended after {} events", stream.id(), replay.sent);
		}
		catch (RuntimeException ex) {
			log.warn("The replay into stream {} broke off after {} events", stream.id(), replay.sent, ex);
		}
		finally {
			this.running.remove(stream.id(), replay);
		}
	}

	/** The replay of a stream, if there is one. */
	StreamView.@Nullable ReplayView view(String stream) {
		Replay replay = this.running.get(stream);
		return (replay != null) ? new StreamView.ReplayView(replay.sent, replay.events.size()) : null;
	}

	/** Ends the replay of a stream, if there is one. */
	void stop(String stream) {
		Replay replay = this.running.remove(stream);
		if (replay != null && replay.thread != null) {
			replay.thread.interrupt();
			try {
				replay.thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public void close() {
		List.copyOf(this.running.keySet()).forEach(this::stop);
	}

	/** Where events go. */
	private interface Receiver {

		void take(List<Dated> events);

	}

	/** A file at a speed. */
	private static final class Replay {

		private final List<Dated> events;

		private final double speed;

		private volatile int sent;

		private volatile @Nullable Thread thread;

		Replay(List<Dated> events, double speed) {
			this.events = events;
			this.speed = speed;
		}

		void run(Receiver receiver) throws InterruptedException {
			long began = System.nanoTime();
			long first = this.events.get(0).time();
			while (this.sent < this.events.size()) {
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

	}

}
