package io.exoscout.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.exoscout.online.StreamArrival;
import io.exoscout.online.EventDecoder;
import io.exoscout.online.StreamEvent;
import io.exoscout.online.Undecodable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.intake.IntakeAnswer;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.log.RejectedLine;
import io.exoscout.stream.log.RowBytes;
import io.exoscout.stream.sent.SentEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of events that are given to streams, at once or as they happened, only faster. A
 * replay at a speed ends with the process; sent again it goes on where it was if its
 * events have ids, because those that are there count once.
 */
final class Replays implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Replays.class);

	private static final int LISTED = 100;

	private static final double FASTEST = 1e9;

	private static final Duration LONGEST = Duration.ofDays(30);

	private static final long LONGEST_PAUSE_MILLIS = 10_000;

	/** Files that are held in memory at once. */
	private static final int MOST = 4;

	private final StreamIntake intake;

	private final Semaphore files = new Semaphore(MOST);

	private final Map<String, Replay> running = new ConcurrentHashMap<>();

	Replays(StreamIntake intake) {
		this.intake = intake;
	}

	/**
	 * Begins to replay a file; without a speed it is done when this returns.
	 * @throws ProblemException {@code unordered_events}
	 */
	ReplayAnswer begin(KnownStream stream, @Nullable Double speed, boolean sort, StreamIntake.Entries file) {
		requireSense(stream, speed, sort);
		if (!this.files.tryAcquire()) {
			throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS,
					"%d files are being replayed, as many as may be at once; try again once one is done."
						.formatted(MOST));
		}
		boolean goesOn = false;
		try {
			List<RejectedLine> refusals = new ArrayList<>();
			List<Replay.DatedEvent> events = events(stream, sort, file, refusals);
			List<RejectedLine> listed = List.copyOf(refusals.subList(0, Math.min(LISTED, refusals.size())));
			if (speed == null) {
				IntakeAnswer kept = give(stream, null, events);
				return new ReplayAnswer(events.size(), refusals.size(), listed, null, kept);
			}
			double seconds = seconds(events, speed);
			start(stream, new Replay(events, speed));
			goesOn = true;
			return new ReplayAnswer(events.size(), refusals.size(), listed, seconds, null);
		}
		finally {
			if (!goesOn) {
				this.files.release();
			}
		}
	}

	private static void requireSense(KnownStream stream, @Nullable Double speed, boolean sort) {
		if (speed != null && !(speed > 0 && speed <= FASTEST)) {
			throw ProblemException.invalidParameter("speed",
					"speed is %s; accepted is more than 0, up to 1e9".formatted(speed));
		}
		if (stream.definition().time() == null && (speed != null || sort)) {
			throw ProblemException.invalidParameter((speed != null) ? "speed" : "sort",
					"The events of this stream have no time; replay the file without speed and sort.");
		}
	}

	private static List<Replay.DatedEvent> events(KnownStream stream, boolean sort, StreamIntake.Entries file,
			List<RejectedLine> refusals) {
		List<Replay.DatedEvent> events = read(stream, file, refusals);
		if (events.isEmpty()) {
			throw new ProblemException(ErrorCode.NO_ROWS, "The file holds no event that can be read%s".formatted(
					refusals.isEmpty() ? "." : ": line " + refusals.get(0).line() + ", " + refusals.get(0).reason()));
		}
		if (sort) {
			events.sort(Comparator.comparingLong(Replay.DatedEvent::time));
		}
		else if (stream.definition().time() != null) {
			requireOrder(stream, events);
		}
		return events;
	}

	/** How long a replay takes. */
	private static double seconds(List<Replay.DatedEvent> events, double speed) {
		double span = (events.get(events.size() - 1).time() - events.get(0).time()) / 1000.0;
		double least = span / LONGEST.toSeconds();
		if (speed < least) {
			throw ProblemException.invalidParameter("speed",
					"speed is %s, with which the file would take %.0f days; accepted is %.3g or more, with which it takes %d"
						.formatted(speed, span / speed / Duration.ofDays(1).toSeconds(), least, LONGEST.toDays()));
		}
		return span / speed;
	}

	private static List<Replay.DatedEvent> read(KnownStream stream, StreamIntake.Entries file,
			List<RejectedLine> refusals) {
		EventDecoder decoder = new EventDecoder(stream.definition());
		List<Replay.DatedEvent> events = new ArrayList<>();
		file.forEach((entry) -> {
			StreamArrival arrival = (entry.refusal() != null) ? new Undecodable(1, entry.line(), entry.refusal())
					: decoder.event(1, entry.line(), 0, entry.cells());
			if (arrival instanceof StreamEvent event) {
				events.add(new Replay.DatedEvent(entry.line(), event.time(), RowBytes.packRow(entry.cells())));
			}
			else if (arrival instanceof Undecodable undecodable) {
				refusals.add(new RejectedLine(entry.line(), undecodable.reason()));
			}
		});
		return events;
	}

	private static void requireOrder(KnownStream stream, List<Replay.DatedEvent> events) {
		long latest = Long.MIN_VALUE;
		long lateness = stream.definition().allowedLateness().toMillis();
		for (Replay.DatedEvent event : events) {
			if (latest != Long.MIN_VALUE && event.time() < latest - lateness) {
				String detail = "The event on line %d happened earlier than one before it by more than the allowed lateness, %s; sort the file, or send it with sort=true."
					.formatted(event.line(), stream.definition().allowedLateness());
				throw new ProblemException(ErrorCode.UNORDERED_EVENTS, detail,
						InputError.line(event.line(), "goes back in time"));
			}
			latest = Math.max(latest, event.time());
		}
	}

	private void start(KnownStream stream, Replay replay) {
		Thread thread = new Thread(() -> run(stream, replay), "replay-" + stream.id());
		thread.setDaemon(true);
		replay.runs(thread);
		if (this.running.putIfAbsent(stream.id(), replay) != null) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"A file is being replayed into the stream '%s'; wait until it is done, or end it with DELETE …/replay."
						.formatted(stream.id()));
		}
		thread.start();
	}

	private IntakeAnswer give(KnownStream stream, @Nullable String key, List<Replay.DatedEvent> events) {
		return this.intake.events(stream, key, (entries) -> {
			List<String> columns = stream.definition().columns();
			events.forEach((event) -> entries
				.accept(new SentEntry(event.line(), RowBytes.unpackRow(event.row(), columns.size()), null)));
			return Set.copyOf(columns);
		});
	}

	private void run(KnownStream stream, Replay replay) {
		try {
			replay.run((events) -> giveAtLast(stream, replay, events));
		}
		catch (InterruptedException ex) {
			log.info("The replay into stream {} was ended after {} events", stream.id(), replay.sent());
		}
		catch (RuntimeException ex) {
			log.warn("The replay into stream {} broke off after {} events", stream.id(), replay.sent(), ex);
		}
		finally {
			this.running.remove(stream.id(), replay);
			this.files.release();
		}
	}

	/** What is away comes back: a replay of days does not end with it. */
	private void giveAtLast(KnownStream stream, Replay replay, List<Replay.DatedEvent> events)
			throws InterruptedException {
		for (long pause = Replay.TICK_MILLIS;; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
			try {
				// under a name: what was kept before an answer was lost counts once
				give(stream, replay.part(), events);
				replay.waits(null);
				return;
			}
			catch (ProblemException ex) {
				if (ex.kind() != ProblemKind.UNAVAILABLE || replay.isStopped()) {
					throw ex;
				}
				replay.waits(ex.detail());
				log.warn("The replay into stream {} waits: {}", stream.id(), ex.detail());
			}
			TimeUnit.MILLISECONDS.sleep(pause);
		}
	}

	/** The replay of a stream, if there is one. */
	StreamView.@Nullable ReplayView view(String stream) {
		Replay replay = this.running.get(stream);
		return (replay != null) ? new StreamView.ReplayView(replay.sent(), replay.size(), replay.trouble()) : null;
	}

	/**
	 * Ends the replay of a stream.
	 * @return whether there was one
	 */
	boolean stop(String stream) {
		Replay replay = this.running.remove(stream);
		if (replay != null) {
			replay.stop();
		}
		return replay != null;
	}

	@Override
	public void close() {
		List.copyOf(this.running.keySet()).forEach(this::stop);
	}

}
