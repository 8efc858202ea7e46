package io.exoscout.stream.retraining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.exoscout.body.BlobDraft;
import io.exoscout.body.Spool;
import io.exoscout.monitor.DriftMark;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.stream.course.CourseMark;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamCourse;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.SentRetraining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Decides once for each change that a stream tells of whether it asks for a training, and
 * writes the table for it. To be asked to look now and then, by one thread: what a crash
 * left undecided is decided after it, from the same log.
 */
public final class RetrainingWatch {

	private static final Logger log = LoggerFactory.getLogger(RetrainingWatch.class);

	private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");

	private final FoldSurroundings known;

	private final Object moves;

	private final Retrainings retrainings;

	private final BlobStore blobs;

	private final Spool spool;

	private final Function<KnownStream, TrainingTable> tables;

	/** How far each stream was when it was looked at. */
	private final Map<String, CourseMark> looked = new HashMap<>();

	/**
	 * A watch over all streams.
	 * @param known the streams, their logs, and what they tell
	 * @param moves is locked by whoever takes streams back or removes them
	 * @param retrainings where it is noted
	 * @param blobs where tables go
	 * @param spool where they are written
	 * @param tables what the rows of a stream are as a table
	 */
	public RetrainingWatch(FoldSurroundings known, Object moves, Retrainings retrainings, BlobStore blobs, Spool spool,
			Function<KnownStream, TrainingTable> tables) {
		this.known = known;
		this.moves = moves;
		this.retrainings = retrainings;
		this.blobs = blobs;
		this.spool = spool;
		this.tables = tables;
	}

	/** Looks at all streams whose changes ask. */
	public void look() {
		List<String> ids = this.known.streams().thatRetrain();
		this.looked.keySet().retainAll(ids);
		for (String id : ids) {
			try {
				this.known.streams().find(id).ifPresent(this::look);
			}
			// it is tried again, and keeps nobody from looking at the others
			catch (RuntimeException ex) {
				log.warn("No training can be asked for by stream {} for now", id, ex);
			}
		}
	}

	private void look(KnownStream stream) {
		CourseMark now = this.known.results().mark(stream.id()).orElse(null);
		if (now == null || now.turns() != stream.turns() || now.equals(this.looked.get(stream.id()))) {
			return;
		}
		String metrics = this.known.results().course(stream.id()).map(StreamCourse::metrics).orElse("{}");
		List<AskedTraining> before = this.retrainings.of(stream.id());
		for (JsonNode mark : this.known.json().readTree(metrics).path("marks")) {
			if (!isDecided(mark.path("seq").asLong(), before)) {
				decide(stream, new DriftMark(mark.path("seq").asLong(), mark.path("time").asLong(),
						mark.path("label").asLong(), mark.path("detector").asString()), before);
				before = this.retrainings.of(stream.id());
			}
		}
		this.looked.put(stream.id(), now);
	}

	/**
	 * Changes are decided in their order, so what is older than one that was is, too; of
	 * several noticed by one entry the first one counts.
	 */
	private static boolean isDecided(long seq, List<AskedTraining> before) {
		return before.stream().anyMatch((decided) -> decided.seq() >= seq);
	}

	private void decide(KnownStream stream, DriftMark mark, List<AskedTraining> before) {
		SentRetraining rule = Objects.requireNonNull(stream.document().retrain());
		Optional<String> reason = before.stream()
			.filter(AskedTraining::counts)
			.reduce((a, b) -> b)
			.flatMap((last) -> tooSoon(last, mark, rule));
		if (reason.isPresent()) {
			note(stream, () -> this.retrainings.skip(stream, mark, reason.get()));
			return;
		}
		ask(stream, mark, rule.leastRows());
	}

	private Optional<String> tooSoon(AskedTraining last, DriftMark mark, SentRetraining rule) {
		long labels = mark.label() - last.label();
		if (labels < rule.labelsBetween()) {
			return Optional
				.of("There were %,d labels since entry %,d, which asked for a training; drift.retrain.cooldown is %,d."
					.formatted(labels, last.seq(), rule.labelsBetween()));
		}
		if (last.state().equals(AskedTraining.ASKED)) {
			return Optional.of("The training that entry %,d asked for is not accepted yet.".formatted(last.seq()));
		}
		return this.retrainings.jobState(last.job())
			.filter(UNDER_WAY::contains)
			.map((state) -> "The training that entry %,d asked for, job %s, was still %s.".formatted(last.seq(),
					last.job(), state.toLowerCase(Locale.ROOT)));
	}

	private void ask(KnownStream stream, DriftMark mark, int least) {
		try (BlobDraft draft = this.spool.draft()) {
			long rows = new LabelledRows(this.known.log(), stream.id(), this.tables.apply(stream), mark)
				.write(draft.out());
			if (rows < least) {
				note(stream, () -> this.retrainings.skip(stream, mark,
						"There were %,d rows with a label; drift.retrain.least is %,d.".formatted(rows, least)));
				return;
			}
			BlobRef table = draft.keep(this.blobs);
			note(stream, () -> this.retrainings.ask(stream, mark, table, rows));
			// a sweep may have taken it away before there was somebody who needs it
			draft.keep(this.blobs);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ProblemException ex) {
			if (ex.kind() == ProblemKind.UNAVAILABLE || ex.kind() == ProblemKind.CONFLICT) {
				throw ex;
			}
			// it would be the same the next time
			note(stream, () -> this.retrainings.skip(stream, mark, ex.detail()));
		}
	}

	/** Not of a stream that was taken back or removed meanwhile. */
	private void note(KnownStream stream, Runnable note) {
		synchronized (this.moves) {
			if (this.known.streams().find(stream.id()).filter((now) -> now.turns() == stream.turns()).isPresent()) {
				note.run();
			}
		}
	}

}
