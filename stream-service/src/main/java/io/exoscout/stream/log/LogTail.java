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

	private final Clock clock;

	private final SeenIds seen = new SeenIds();

	private boolean read;

	private boolean ended;

	private long nextNumber;

	private long nextSeq = 1;

	private long duplicates;

	private long rejected;

	/**
	 * The end of a log.
	 * @param stream whose
	 * @param log where it is
	 * @param ids the id of an event, where the stream has such
	 * @param clock tells when a batch was kept
	 */
	LogTail(String stream, StreamLog log, Function<@Nullable String[], @Nullable String> ids, Clock clock) {
		this.stream = stream;
		this.log = log;
		this.ids = ids;
		this.clock = clock;
	}

	/** Puts a batch at the end; durable when this returns. */
	synchronized LoggedBatch append(BatchDraft draft) {
		if (this.ended) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"The stream '%s' was deleted or taken back meanwhile; send the events again, if it is there."
						.formatted(this.stream));
		}
		if (!this.read) {
			catchUp();
		}
		while (true) {
			Fresh fresh = fresh(draft);
			LoggedBatch batch = new LoggedBatch(this.stream, this.nextNumber, draft.kind(), this.nextSeq,
					fresh.rows().size(), RowBytes.pack(fresh.rows()), fresh.duplicates(),
					draft.rejected() + fresh.reused().size(), refusals(draft, fresh), draft.key(), draft.digest(),
					this.clock.instant());
			switch (this.log.insert(batch)) {
				case STORED -> {
					absorb(batch, fresh.rows());
					return batch;
				}
				case KEY_TAKEN -> {
					return before(draft);
				}
				case NUMBER_TAKEN -> catchUp();
				default -> throw new IllegalStateException();
			}
		}
	}

	/** Removes the end; this tail is of no use afterwards. */
	synchronized void cut(long from) {
		this.log.cut(this.stream, from);
		this.ended = true;
	}

	/** What is in the log, whoever wrote it. */
	synchronized LogSize size() {
		catchUp();
		return new LogSize(this.nextSeq - 1, this.nextNumber, this.duplicates, this.rejected);
	}

	private void catchUp() {
		Optional<LoggedBatch> next = this.log.read(this.stream, this.nextNumber);
		while (next.isPresent()) {
			absorb(next.get(), next.get().entries());
			next = this.log.read(this.stream, this.nextNumber);
		}
		this.read = true;
	}

	private void absorb(LoggedBatch batch, List<@Nullable String[]> rows) {
		this.nextNumber = batch.number() + 1;
		this.nextSeq = batch.lastSeq() + 1;
		this.duplicates += batch.duplicates();
		this.rejected += batch.rejected();
		if (batch.kind() == EntryKind.EVENTS) {
			for (@Nullable
			String[] row : rows) {
				String id = this.ids.apply(row);
				if (id != null) {
					this.seen.add(id, row);
				}
			}
		}
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
