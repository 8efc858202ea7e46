package io.exoscout.stream.retraining;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.exoscout.monitor.DriftMark;
import io.exoscout.online.EventDecoder;
import io.exoscout.online.LabelArrival;
import io.exoscout.online.LabelRule;
import io.exoscout.online.StreamEvent;
import io.exoscout.online.StreamLabel;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.log.EntryKind;
import io.exoscout.stream.log.LoggedBatch;
import io.exoscout.stream.log.StreamLog;
import org.jspecify.annotations.Nullable;

/**
 * The events of a log whose label was known when a change was noticed, as a table: the
 * same bytes whenever it is written, as long as the log begins where it began. A label
 * counts as it does for the stream: the earliest one of an event, and none after its
 * timeout. An event that came too late to be scored is a measurement all the same.
 */
final class LabelledRows {

	/** What a label takes in memory beside its id, in bytes. */
	private static final int HELD = 150;

	private static final int SHARE_OF_HEAP = 8;

	private final StreamLog log;

	private final String stream;

	private final TrainingTable table;

	private final DriftMark mark;

	private final EventDecoder decoder;

	private final LabelRule rule;

	private final Map<String, StreamLabel> labels = new HashMap<>();

	private long held;

	LabelledRows(StreamLog log, String stream, TrainingTable table, DriftMark mark) {
		this.log = log;
		this.stream = stream;
		this.table = table;
		this.mark = mark;
		this.decoder = new EventDecoder(table.definition());
		this.rule = table.definition().label();
	}

	/** What is done with an entry. */
	@FunctionalInterface
	private interface Visit {

		void entry(LoggedBatch batch, long seq, @Nullable String[] cells) throws IOException;

	}

	/**
	 * Writes the table.
	 * @return how many rows it has
	 * @throws IOException where it can not be written
	 */
	long write(OutputStream out) throws IOException {
		if (this.rule.arrives() == LabelArrival.LATER) {
			visit(EntryKind.LABELS, this::note);
		}
		out.write(this.table.header().getBytes(StandardCharsets.UTF_8));
		long[] rows = new long[1];
		visit(EntryKind.EVENTS, (batch, seq, cells) -> {
			if (this.decoder.event(seq, seq, batch.at().toEpochMilli(), cells) instanceof StreamEvent event) {
				Optional<Boolean> label = label(event);
				if (label.isPresent()) {
					out.write(this.table.line(cells, event, label.get()).getBytes(StandardCharsets.UTF_8));
					rows[0]++;
				}
			}
		});
		return rows[0];
	}

	private void note(LoggedBatch batch, long seq, @Nullable String[] cells) {
		if (this.decoder.label(seq, seq, batch.at().toEpochMilli(), cells[0], cells[1],
				cells[2]) instanceof StreamLabel label) {
			StreamLabel before = this.labels.get(label.id());
			if (before == null) {
				hold(label);
			}
			if (before == null || label.time() < before.time()) {
				this.labels.put(label.id(), label);
			}
		}
	}

	/** Whoever sends labels may send them of events that nobody will ever send. */
	private void hold(StreamLabel label) {
		this.held += HELD + 2L * label.id().length();
		if (this.held > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) {
			throw new ProblemException(ErrorCode.TOO_COSTLY,
					"The log has more labels than there is memory for: %,d.".formatted(this.labels.size()));
		}
	}

	private Optional<Boolean> label(StreamEvent event) {
		if (this.rule.arrives() == LabelArrival.WITH_EVENT) {
			return own(event);
		}
		long timeout = event.time() + this.rule.timeout().toMillis();
		StreamLabel sent = this.labels.get(event.id());
		boolean own = event.label() != StreamEvent.NO_LABEL && event.known() <= Math.min(timeout, this.mark.time());
		if (sent != null && sent.time() <= timeout && !(own && event.known() <= sent.time())) {
			return Optional.of(sent.positive());
		}
		return own ? own(event) : Optional.empty();
	}

	private static Optional<Boolean> own(StreamEvent event) {
		return (event.label() == StreamEvent.NO_LABEL) ? Optional.empty() : Optional.of(event.label() == 1);
	}

	/** Looks at the entries of a kind, up to that of the mark. */
	private void visit(EntryKind kind, Visit visit) throws IOException {
		long number = this.log.first(this.stream);
		long seq = 0;
		while (seq < this.mark.seq()) {
			// nothing is made of a part of it
			LoggedBatch batch = this.log.read(this.stream, number)
				.orElseThrow(() -> new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
						"The stream '%s' was taken back, or its log shortened, meanwhile.".formatted(this.stream)));
			if (batch.firstSeq() > this.mark.seq()) {
				return;
			}
			if (batch.kind() == kind) {
				List<@Nullable String[]> entries = batch.entries();
				long wanted = Math.min(entries.size(), this.mark.seq() - batch.firstSeq() + 1);
				for (int i = 0; i < wanted; i++) {
					visit.entry(batch, batch.firstSeq() + i, entries.get(i));
				}
			}
			number++;
			seq = batch.lastSeq();
		}
	}

}
