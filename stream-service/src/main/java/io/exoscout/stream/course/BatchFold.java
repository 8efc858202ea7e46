package io.exoscout.stream.course;

import io.exoscout.logistic.StreamScorer;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.EventDecoder;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.folding.StreamFold;
import io.exoscout.folding.StreamMetrics;
import io.exoscout.online.Undecodable;
import io.exoscout.stream.log.EntryKind;
import io.exoscout.stream.log.LoggedBatch;
import org.jspecify.annotations.Nullable;

/**
 * A log, folded batch by batch. The same batches give the same state, bit by bit, whoever
 * folds them and however often he was stopped on the way. Not for two threads at once.
 */
public final class BatchFold {

	private final EventDecoder decoder;

	private final StreamFold fold;

	private long nextBatch;

	/**
	 * A fold that goes on from a place.
	 * @param definition of the stream
	 * @param scorer what scores it, where its model is a stored one
	 * @param place how far it has come
	 * @throws io.exoscout.problem.ProblemException if the state can not be used
	 */
	public BatchFold(StreamDefinition definition, @Nullable StreamScorer scorer, FoldPlace place) {
		this.decoder = new EventDecoder(definition);
		this.fold = (place.state().length == 0) ? StreamFold.start(definition, scorer)
				: StreamFold.restore(definition, scorer, place.state());
		this.nextBatch = place.nextBatch();
	}

	/** The number of the batch that comes next. */
	public long nextBatch() {
		return this.nextBatch;
	}

	/** The number of the last entry that was folded. */
	public long seq() {
		return this.fold.seq();
	}

	/**
	 * Folds the next batch; one that was folded before changes nothing.
	 * @throws IllegalStateException if one is missing before it
	 */
	public void fold(LoggedBatch batch) {
		if (batch.number() < this.nextBatch) {
			return;
		}
		if (batch.number() > this.nextBatch) {
			throw new IllegalStateException(
					"Batch %d comes where %d is next".formatted(batch.number(), this.nextBatch));
		}
		long seq = batch.firstSeq();
		long received = batch.at().toEpochMilli();
		for (@Nullable
		String[] entry : batch.entries()) {
			this.fold.apply(arrival(batch.kind(), seq, received, entry));
			seq++;
		}
		this.nextBatch++;
	}

	private StreamArrival arrival(EntryKind kind, long seq, long received, @Nullable String[] entry) {
		return (kind == EntryKind.EVENTS) ? this.decoder.event(seq, seq, received, entry)
				: this.decoder.label(seq, seq, received, String.valueOf(entry[0]), String.valueOf(entry[1]), entry[2]);
	}

	/** How far it has come. */
	public FoldPlace place() {
		return new FoldPlace(this.nextBatch, this.fold.state());
	}

	/** How good it is, and what it has seen. */
	public StreamMetrics metrics() {
		return this.fold.metrics();
	}

	/**
	 * What it says of an event, without learning from it.
	 * @param cells as those of the log
	 * @throws IllegalArgumentException with the reason, if they are no event
	 */
	public double probability(@Nullable String[] cells, long now) {
		StreamArrival arrival = this.decoder.event(this.fold.seq() + 1, 1, now, cells);
		if (arrival instanceof StreamEvent event) {
			return this.fold.probability(event);
		}
		throw new IllegalArgumentException((arrival instanceof Undecodable bad) ? bad.reason() : "it is no event");
	}

}
