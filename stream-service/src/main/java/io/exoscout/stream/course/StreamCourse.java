package io.exoscout.stream.course;

import java.time.Instant;

/**
 * How far a stream has come, as whoever folds it told last.
 *
 * @param turns in which turn of the stream
 * @param seq the number of the last entry that was folded
 * @param metrics its metrics, as JSON
 * @param nextBatch the number of the batch that comes next
 * @param at when it was told
 */
public record StreamCourse(int turns, long seq, String metrics, long nextBatch, Instant at) {

	/** The same in another turn. */
	public StreamCourse inTurn(int turn) {
		return new StreamCourse(turn, this.seq, this.metrics, this.nextBatch, this.at);
	}

}
