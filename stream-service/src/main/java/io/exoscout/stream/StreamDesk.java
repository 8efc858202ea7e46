package io.exoscout.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.exoscout.caller.Caller;
import io.exoscout.logistic.StreamModel;
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.stream.course.BatchFold;
import io.exoscout.stream.course.CourseMark;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamCourse;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.course.TalkingFolds;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.ListedStream;
import io.exoscout.stream.definition.StreamDocument;
import io.exoscout.stream.definition.StreamState;
import io.exoscout.stream.definition.StreamTrouble;
import io.exoscout.stream.log.LogSize;
import io.exoscout.stream.log.LogTails;
import io.exoscout.stream.retraining.AskedTraining;
import io.exoscout.stream.retraining.Retrainings;
import io.exoscout.stream.retraining.TrainingTable;
import io.exoscout.stream.snapshot.StreamSnapshot;
import io.exoscout.stream.snapshot.StreamSnapshots;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with a stream as a whole: shown, paused, taken back, removed. */
record StreamDesk(FoldSurroundings known, TalkingFolds folds, StreamSnapshots snapshots, LogTails tails,
		StreamEngine engine, StreamKeeper keeper, Replays replays, Retrainings retrainings) {

	/**
	 * Defines a stream; from now on it learns, or is scored by the model it names.
	 * @param most how many there may be
	 * @throws ProblemException for what makes no sense, or names no model
	 */
	KnownStream define(StreamDocument document, long most) {
		StreamDocument pinned = this.known.models().pin(document);
		if (pinned.retrain() != null) {
			requireTrainable(pinned.definition());
		}
		KnownStream stream = this.known.streams().define(pinned, most);
		try {
			this.known.models().requireStays(stream);
		}
		catch (ProblemException ex) {
			this.known.streams().delete(stream.id());
			throw ex;
		}
		return stream;
	}

	private void requireTrainable(StreamDefinition definition) {
		StreamModel model = definition.model();
		if (!model.stored()) {
			throw TrainingTable.ofNoModel(model.algorithm());
		}
		TrainingTable.of(this.known.models().card(model.job()), definition);
	}

	/** All streams, each with how it stands. */
	List<ListedStream> list() {
		List<ListedStream> streams = this.known.streams().listed();
		Map<String, CourseMark> marks = this.known.results().marks();
		Map<String, Long> next = streams.stream()
			.collect(Collectors.toMap(ListedStream::id,
					(stream) -> Optional.ofNullable(marks.get(stream.id())).map(CourseMark::nextBatch).orElse(0L)));
		// of the others all that is kept was learned from
		Set<String> behind = this.known.log().having(next);
		return streams.stream().map((stream) -> {
			CourseMark mark = marks.get(stream.id());
			long seq = (mark != null) ? mark.seq() : 0;
			long last = behind.contains(stream.id())
					? this.known.log().size(stream.id(), next.getOrDefault(stream.id(), 0L)).lastSeq() : seq;
			return stream.at(seq, last, (mark != null) ? mark.at() : null);
		}).toList();
	}

	/** A stream with how it stands. */
	StreamView view(KnownStream stream) {
		Optional<StreamCourse> course = this.known.results().course(stream.id());
		LogSize size = this.known.log().size(stream.id(), course.map(StreamCourse::nextBatch).orElse(0L));
		JsonNode metrics = this.known.json().readTree(course.map(StreamCourse::metrics).orElse("{}"));
		long seq = metrics.path("seq").asLong(0);
		return new StreamView(stream.id(), stream.definition().name(), stream.state(), seq, size.lastSeq(),
				Math.max(0, size.lastSeq() - seq), size.rejected(), size.duplicates(), time(metrics.path("watermark")),
				metrics.path("counts").path("late").asLong(0), metrics.path("awaited").asLong(0),
				this.replays.view(stream.id()), trouble(stream.trouble()),
				(stream.document().retrain() != null) ? this.retrainings.of(stream.id()) : null, stream.owner(),
				stream.createdAt(), stream.document());
	}

	/** What a stream told last; empty before it has told anything. */
	JsonNode metrics(KnownStream stream) {
		String told = this.known.results().course(stream.id()).map(StreamCourse::metrics).orElse("{}");
		JsonNode metrics = this.known.json().readTree(told);
		if (stream.document().retrain() != null) {
			addTrainings(metrics.path("marks"), this.retrainings.of(stream.id()));
		}
		return metrics;
	}

	/** Each change with what came of it, once that is decided. */
	private void addTrainings(JsonNode marks, List<AskedTraining> decided) {
		Map<Long, AskedTraining> bySeq = decided.stream()
			.collect(Collectors.toMap(AskedTraining::seq, Function.identity()));
		for (JsonNode mark : marks) {
			AskedTraining asked = bySeq.get(mark.path("seq").asLong());
			if (asked != null && asked.label() == mark.path("label").asLong()) {
				((ObjectNode) mark).set("retraining", this.known.json().valueToTree(asked));
			}
		}
	}

	private static StreamView.@Nullable TroubleView trouble(@Nullable StreamTrouble trouble) {
		return (trouble == null) ? null
				: new StreamView.TroubleView(trouble.reason(), trouble.since(), trouble.times());
	}

	private static @Nullable Instant time(JsonNode millis) {
		return millis.isNumber() ? Instant.ofEpochMilli(millis.asLong()) : null;
	}

	/** A stream that the caller may change. */
	KnownStream mine(String id) {
		KnownStream stream = this.known.streams().get(id);
		Caller.current().requireMayChange(stream.owner(), "The stream '" + id + "'");
		return stream;
	}

	KnownStream pause(KnownStream stream) {
		synchronized (this.engine) {
			this.known.streams().move(stream.id(), StreamState.PAUSED);
			this.engine.halt(stream.id());
		}
		return this.known.streams().get(stream.id());
	}

	KnownStream resume(KnownStream stream) {
		this.known.streams().move(stream.id(), StreamState.RUNNING);
		KnownStream resumed = this.known.streams().get(stream.id());
		this.keeper.wake(resumed);
		return resumed;
	}

	/** Keeps what a stream has learned so far. */
	StreamSnapshot snapshot(KnownStream stream) {
		StreamSnapshots.Kept kept = this.folds.ask(stream, (fold) -> {
			String metrics = this.known.json().writeValueAsString(fold.metrics());
			return new StreamSnapshots.Kept(
					new StreamCourse(stream.turns(), fold.seq(), metrics, fold.nextBatch(), Instant.EPOCH),
					fold.place());
		});
		if (kept.course().seq() == 0) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"The stream '%s' has not learned from anything yet; send events first.".formatted(stream.id()));
		}
		synchronized (this.engine) {
			// not of a future that was cut off meanwhile, nor of a past that was let go
			// of
			if (this.known.streams().get(stream.id()).turns() != stream.turns()
					|| !this.known.log().reaches(stream.id(), kept.place().nextBatch(), kept.course().seq())) {
				throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
						"The stream '%s' went on, or was taken back, meanwhile; ask for a snapshot again."
							.formatted(stream.id()));
			}
			return this.snapshots.keep(stream.id(), kept.course(), kept.place());
		}
	}

	/** Ends the replay of a file into a stream. */
	KnownStream endReplay(KnownStream stream) {
		if (!this.replays.stop(stream.id())) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"No file is being replayed into the stream '%s'.".formatted(stream.id()));
		}
		return stream;
	}

	/** Removes a snapshot. */
	StreamSnapshot deleteSnapshot(KnownStream stream, long seq) {
		return this.snapshots.delete(stream.id(), seq).orElseThrow(() -> noSnapshot(stream, seq));
	}

	private ProblemException noSnapshot(KnownStream stream, long seq) {
		return new ProblemException(ErrorCode.SNAPSHOT_NOT_FOUND,
				"The stream '%s' has no snapshot of entry %s; there are snapshots of %s.".formatted(stream.id(),
						Quoted.shortened(seq), numbers(stream)));
	}

	/**
	 * Takes a stream back to a snapshot: what was sent since is removed from its log, and
	 * may be sent again. It stays paused or goes on as it was.
	 */
	KnownStream rollBack(KnownStream stream, long seq) {
		StreamSnapshots.Kept kept = this.snapshots.find(stream.id(), seq).orElseThrow(() -> noSnapshot(stream, seq));
		// nothing is removed for a state that can not be taken up again
		BatchFold fold = this.known.fold(stream, kept.place());
		boolean goesOn;
		synchronized (this.engine) {
			// somebody else may have taken it back since it was loaded
			KnownStream now = this.known.streams().get(stream.id());
			if (!this.known.follows(stream, fold)) {
				throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
						"The log of the stream '%s' does not come to the snapshot of entry %d: one of them was put back without the other."
							.formatted(stream.id(), seq));
			}
			goesOn = now.state() == StreamState.RUNNING;
			this.replays.stop(stream.id());
			this.engine.halt(stream.id());
			this.known.streams().turn(stream.id());
			this.engine.forget(stream.id());
			// before there can be others by the same entries
			this.retrainings.goBack(stream.id(), seq);
			this.tails.cut(stream.id(), kept.place().nextBatch());
			this.known.results().goBack(stream.id(), kept.course().inTurn(now.turns() + 1), kept.place());
			this.snapshots.deleteAfter(stream.id(), seq);
		}
		return goesOn ? resume(stream) : this.known.streams().get(stream.id());
	}

	private String numbers(KnownStream stream) {
		List<Long> seqs = this.snapshots.all(stream.id()).stream().map(StreamSnapshot::seq).toList();
		return seqs.isEmpty() ? "none" : seqs.toString();
	}

	/** Removes a stream and all that is kept of it. */
	void delete(String id) {
		Caller.current().requireMayChange(this.known.streams().owner(id).orElse(null), "The stream '" + id + "'");
		synchronized (this.engine) {
			this.replays.stop(id);
			// while it is there this can be asked for again
			this.engine.halt(id);
			this.engine.forget(id);
			this.known.streams().delete(id);
			this.tails.cut(id, 0);
			this.snapshots.deleteAfter(id, -1);
			this.known.results().delete(id);
			this.retrainings.delete(id);
			this.folds.forget(id);
		}
	}

}
