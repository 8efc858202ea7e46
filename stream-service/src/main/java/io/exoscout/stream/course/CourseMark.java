package io.exoscout.stream.course;

import java.time.Instant;

/**
 * How far a stream has come, in numbers: what is asked often, and costs little.
 *
 * @param turns in which turn of the stream
 * @param seq the number of the last entry that was folded
 * @param nextBatch the number of the batch that comes next
 * @param stateBatch that of the batch that comes next for the state that was told last
 * @param at when it was told
 */
public record CourseMark(int turns, long seq, long nextBatch, long stateBatch, Instant at) {
}
