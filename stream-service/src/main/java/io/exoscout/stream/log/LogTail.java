package io.exoscout.stream.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.function.Function;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.stream.log.SeenIds.Sight;
import org.jspecify.annotations.Nullable;

/**
 * The end of a stream's log, as this process knows it: the next numbers, and which events
 * are there already. Another process may know more; whoever wants a number that is taken
 * finds out, reads what was written meanwhile, and decides anew what is a duplicate. So
 * the log never has an event twice, whoever writes.
 */
final class LogTail {

	private final String stream;

	private final StreamLog log;

	private final Function<@Nullable String[], @Nullable String> ids;

	private final long most;

	private final Clock clock;

	private SeenIds seen = new SeenIds();

	private volatile int remembered;

	private boolean read;

	private volatile boolean ended;

	/** The first batch that is kept, when this was read. */
	private long first;

	/** The entry before the first one that is kept. */
	private long before;

	private LogSize size = LogSize.NOTHING;

	/**
	 * The end of a log.
	 * @param stream whose
	 * @param log where it is
	 * @param ids the id of an event, where the stream has such
	 * @param most how many entries are kept at most
	 * @param clock tells when a batch was kept
	 */
	LogTail(String stream, StreamLog log, Function<@Nullable String[], @Nullable String> ids, long most, Clock clock) {
		this.stream = stream;
		this.log = log;
		this.ids = ids;
		this.most = most;
		this.clock = clock;
	}

	/** Puts a batch at the end; durable when this returns. */
	synchronized LoggedBatch append(BatchDraft draft) {
		if (this.ended) {
			throw cutOff();
		}
		if (!this.read) {
			readAnew();
		}
		while (true) {
			if (!hasRoom(draft) && draft.key() != null && this.log.ofKey(this.stream, draft.key()).isPresent()) {
				return before(draft);
			}
			requireRoom(draft);
			Fresh fresh = fresh(draft);
			int rejected = draft.rejected() + fresh.reused().size();
			int count = fresh.rows().size();
			LoggedBatch batch = new LoggedBatch(this.stream, this.size.batches(), draft.kind(), this.size.lastSeq() + 1,
					count, rows(draft, fresh), fresh.duplicates(), rejected, refusals(draft, fresh), draft.key(),
					draft.digest(), this.clock.instant(), this.size.with(count, fresh.duplicates(), rejected));
			switch (this.log.insert(batch)) {
				case STORED -> {
					absorb(batch, fresh.rows());
					return batch;
				}
				case KEY_TAKEN -> {
					return before(draft);
				}
				case NUMBER_TAKEN -> catchUp();
				case CUT_OFF -> {
					end();
					throw cutOff();
				}
				default -> throw new IllegalStateException();
			}
		}
	}

	/** Mostly all of it is fresh, and stands there packed. */
	private static byte[] rows(BatchDraft draft, Fresh fresh) {
		return (fresh.duplicates() == 0 && fresh.reused().isEmpty()) ? draft.rows() : RowBytes.pack(fresh.rows());
	}

	private ProblemException cutOff() {
		return new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
				"The stream '%s' was deleted or taken back meanwhile; send the events again, if it is there."
					.formatted(this.stream));
	}

	private void requireRoom(BatchDraft draft) {
		if (!hasRoom(draft) && this.log.first(this.stream) > this.first) {
			// some may have been let go of since this was read
			readAnew();
		}
		if (!hasRoom(draft)) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"The log of the stream '%s' has %,d entries, and may have %,d (exoscout.streams.entries); define it with 'keep', so that old ones go, or define another."
						.formatted(this.stream, this.size.lastSeq() - this.before, this.most));
		}
	}

	private boolean hasRoom(BatchDraft draft) {
		return this.size.lastSeq() - this.before + draft.lines().length <= this.most;
	}

	/** Removes the end; this tail is of no use afterwards. */
	synchronized void cut(long from) {
		end();
		this.log.cut(this.stream, from);
	}

	/** Whether it was removed, and is of no use any more. */
	boolean hasEnded() {
		return this.ended;
	}

	/** From now on it is of no use. */
	void end() {
		this.ended = true;
	}

	/** How many ids it remembers. */
	int ids() {
		return this.remembered;
	}

	private void readAnew() {
		// where this breaks off, the next one begins again
		this.read = false;
		this.seen = new SeenIds();
		this.first = this.log.first(this.stream);
		Optional<LoggedBatch> oldest = this.log.read(this.stream, this.first);
		if (this.first > 0 && oldest.isEmpty()) {
			// more was let go of just now
			end();
			throw cutOff();
		}
		this.before = oldest.map((batch) -> batch.firstSeq() - 1).orElse(0L);
		this.size = LogSize.NOTHING;
		catchUp(this.first);
		this.read = true;
	}

	private void catchUp() {
		catchUp(this.size.batches());
	}

	private void catchUp(long from) {
		Optional<LoggedBatch> next = this.log.read(this.stream, from);
		while (next.isPresent()) {
			absorb(next.get(), next.get().entries());
			next = this.log.read(this.stream, this.size.batches());
		}
	}

	private void absorb(LoggedBatch batch, List<@Nullable String[]> rows) {
		this.size = batch.size();
		if (batch.kind() == EntryKind.EVENTS) {
			for (@Nullable
			String[] row : rows) {
				String id = this.ids.apply(row);
				if (id != null) {
					this.seen.add(id, row);
				}
			}
		}
		this.remembered = this.seen.size();
	}

	/**
	 * What of a draft is not there yet.
	 *
	 * @param rows these
	 * @param duplicates how many are
	 * @param reused ids that are there with another content
	 */
	private record Fresh(List<@Nullable String[]> rows, int duplicates, List<RejectedLine> reused) {
	}

	private Fresh fresh(BatchDraft draft) {
		List<@Nullable String[]> rows = RowBytes.unpack(draft.rows());
		if (draft.kind() == EntryKind.LABELS) {
			return new Fresh(rows, 0, List.of());
		}
		List<@Nullable String[]> fresh = new ArrayList<>(rows.size());
		List<RejectedLine> reused = new ArrayList<>();
		Map<String, @Nullable String[]> here = new HashMap<>();
		int duplicates = 0;
		for (int i = 0; i < rows.size(); i++) {
			@Nullable String[] row = rows.get(i);
			String id = this.ids.apply(row);
			Sight sight = (id != null) ? look(id, row, here) : Sight.NEW;
			if (id != null && sight == Sight.OTHER) {
				reused.add(new RejectedLine(draft.lines()[i],
						"an event with the id %s and other values is there already".formatted(Quoted.of(id))));
			}
			else if (sight == Sight.SAME) {
				duplicates++;
			}
			else {
				fresh.add(row);
			}
		}
		return new Fresh(fresh, duplicates, reused);
	}

	/** What is known of an id, in the log or before it in the same batch. */
	private Sight look(String id, @Nullable String[] row, Map<String, @Nullable String[]> here) {
		@Nullable String[] before = here.putIfAbsent(id, row);
		if (before != null) {
			return Arrays.equals(before, row) ? Sight.SAME : Sight.OTHER;
		}
		return this.seen.look(id, row);
	}

	private static List<RejectedLine> refusals(BatchDraft draft, Fresh fresh) {
		List<RejectedLine> refusals = new ArrayList<>(draft.refusals());
		refusals.addAll(fresh.reused());
		return refusals;
	}

	private LoggedBatch before(BatchDraft draft) {
		String key = String.valueOf(draft.key());
		LoggedBatch before = this.log.ofKey(this.stream, key).orElseThrow();
		if (!String.valueOf(draft.digest()).equals(before.digest())) {
			throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED,
					"The Idempotency-Key %s came with another body before; use a new key for other events."
						.formatted(Quoted.of(key)));
		}
		return before;
	}

}
