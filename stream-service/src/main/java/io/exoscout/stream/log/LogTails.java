package io.exoscout.stream.log;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The ends of the logs that this process writes to. Each remembers the ids of its log; of
 * those that were not written to for longest it is forgotten once there are too many, and
 * read again when somebody writes.
 */
public final class LogTails {

	private final StreamLog log;

	private final long most;

	private final Clock clock;

	private final Map<String, LogTail> tails = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * The ends of the logs that are kept there.
	 * @param most how many entries a log has at most; so many ids are remembered of all
	 */
	public LogTails(StreamLog log, long most, Clock clock) {
		this.log = log;
		this.most = most;
		this.clock = clock;
	}

	/**
	 * Puts a batch at the end of a stream's log; durable when this returns.
	 * @param stream whose
	 * @param ids the id of an event, where the stream has such
	 * @return what is in the log: of a request that was kept before, what was kept then
	 */
	public LoggedBatch append(String stream, Function<@Nullable String[], @Nullable String> ids, BatchDraft draft) {
		LogTail tail = tail(stream, ids);
		try {
			return tail.append(draft);
		}
		finally {
			tidy(stream, tail);
		}
	}

	private synchronized void tidy(String stream, LogTail used) {
		if (used.hasEnded()) {
			this.tails.remove(stream, used);
		}
		long ids = this.tails.values().stream().mapToLong(LogTail::ids).sum();
		Iterator<LogTail> oldest = this.tails.values().iterator();
		while (ids > this.most && oldest.hasNext()) {
			LogTail tail = oldest.next();
			if (tail != used && tail.ids() > 0) {
				ids -= tail.ids();
				oldest.remove();
			}
		}
	}

	/** How many logs it has the ends of. */
	synchronized int known() {
		return this.tails.size();
	}

	/**
	 * Removes the end of a stream's log.
	 * @param from the first batch that goes
	 */
	public void cut(String stream, long from) {
		LogTail tail = tailToEnd(stream);
		tail.cut(from);
		tidy(stream, tail);
	}

	/** Whoever wants to write meanwhile has to find one, or the log would get a gap. */
	private synchronized LogTail tailToEnd(String stream) {
		LogTail tail = tail(stream, (cells) -> null);
		tail.end();
		return tail;
	}

	private synchronized LogTail tail(String stream, Function<@Nullable String[], @Nullable String> ids) {
		return this.tails.computeIfAbsent(stream, (added) -> new LogTail(added, this.log, ids, this.most, this.clock));
	}

}
