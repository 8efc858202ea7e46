package io.exoscout.stream.course;

import java.util.List;
import java.util.Optional;

/**
 * What folds have told. All of it is known by stream and number of the entry, so that
 * what is told twice, as after a crash, is there once.
 */
public interface StreamResults {

	/**
	 * Keeps what a fold tells, unless more is known, or the stream has begun a new turn.
	 */
	void tell(FoldResult result);

	/** How far a stream has come, if it has begun. */
	Optional<StreamCourse> course(String stream);

	/**
	 * Metrics of a stream as they were, in their order.
	 * @param after only what was after this entry
	 * @param limit how many at most
	 */
	List<MetricPoint> points(String stream, long after, int limit);

	/**
	 * Puts a stream at a place; what was told of later ones is removed.
	 * @param turns the turn that begins
	 * @param course how it was there
	 */
	void goBack(String stream, int turns, StreamCourse course);

	/** Removes all that was told of a stream. */
	void delete(String stream);

}
