package io.exoscout.stream.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.exoscout.stream.course.CourseMark;
import io.exoscout.stream.course.StreamResults;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamDocument.SentKeep;
import io.exoscout.stream.log.BatchHead;
import io.exoscout.stream.log.StreamLog;

/**
 * Lets go of old batches of streams that say how much they keep. A batch stays as long as
 * it has not been folded, as the state that was told, or a snapshot, needs it to go on,
 * and as the batch before those: by it a state is known as one of the log.
 *
 * @param log what is let go of
 * @param results tells what was folded
 * @param snapshots tells what may be gone back to
 * @param clock tells how old batches are
 */
public record LogRetention(StreamLog log, StreamResults results, StreamSnapshots snapshots, Clock clock) {

	/** Lets go of what a stream needs and wants no longer. */
	public void tidy(KnownStream stream) {
		SentKeep keep = stream.document().keep();
		Optional<CourseMark> mark = this.results.mark(stream.id()).filter((told) -> told.turns() == stream.turns());
		if (keep != null && mark.isPresent()) {
			tidy(stream.id(), keep, mark.get());
		}
	}

	private void tidy(String stream, SentKeep keep, CourseMark mark) {
		long needed = Math.min(mark.stateBatch(), this.snapshots.oldestBatch(stream).orElse(Long.MAX_VALUE)) - 1;
		long first = this.log.first(stream);
		long before = first;
		while (before < needed && isOld(this.log.head(stream, before), keep, mark.seq())) {
			before++;
		}
		if (before > first) {
			this.log.letGo(stream, before);
		}
	}

	private boolean isOld(Optional<BatchHead> head, SentKeep keep, long seq) {
		if (head.isEmpty()) {
			return false;
		}
		if (keep.entries() != null) {
			return head.get().size().lastSeq() <= seq - keep.entries();
		}
		Instant oldest = this.clock.instant().minus(Duration.ofDays((keep.days() != null) ? keep.days() : 0));
		return head.get().at().isBefore(oldest);
	}

}
