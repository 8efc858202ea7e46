package io.exoscout.stream.log;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The ends of all logs that this process writes to. */
public final class LogTails {

	private final StreamLog log;

	private final Clock clock;

	private final Map<String, LogTail> tails = new ConcurrentHashMap<>();

	/** The ends of the logs that are kept there. */
	public LogTails(StreamLog log, Clock clock) {
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Puts a batch at the end of a stream's log; durable when this returns.
	 * @param stream whose
	 * @param ids the id of an event, where the stream has such
	 * @return what is in the log: of a request that was kept before, what was kept then
	 */
	public LoggedBatch append(String stream, Function<@Nullable String[], @Nullable String> ids, BatchDraft draft) {
		return tail(stream, ids).append(draft);
	}

	/** How much a stream's log has. */
	public LogSize size(String stream, Function<@Nullable String[], @Nullable String> ids) {
		return tail(stream, ids).size();
	}

	/**
	 * Removes the end of a stream's log.
	 * @param from the first batch that goes
	 */
	public void cut(String stream, long from) {
		LogTail tail = this.tails.get(stream);
		if (tail == null) {
			this.log.cut(stream, from);
		}
		else {
			tail.cut(from);
			this.tails.remove(stream);
		}
	}

	private LogTail tail(String stream, Function<@Nullable String[], @Nullable String> ids) {
		return this.tails.computeIfAbsent(stream, (added) -> new LogTail(added, this.log, ids, this.clock));
	}

}
