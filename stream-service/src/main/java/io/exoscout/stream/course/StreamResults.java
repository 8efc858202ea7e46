package io.exoscout.stream.course;

import java.util.List;
import java.util.Map;
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

	/** The same without its metrics. */
	Optional<CourseMark> mark(String stream);

	/** How far all streams have come that have begun, by their ids. */
	Map<String, CourseMark> marks();

	/**
	 * From where a stream can be gone on with: the state that was told last.
	 * @param turns the turn it is in; of another one there is none
	 * @return the beginning where none was told
	 * @throws io.exoscout.problem.ProblemException if it is not there any more, or
	 * damaged
	 */
	FoldPlace place(String stream, int turns);

	/**
	 * Metrics of a stream as they were, in their order.
	 * @param after only what was after this entry
	 * @param limit how many at most
	 */
	List<MetricPoint> points(String stream, long after, int limit);

	/**
	 * Puts a stream at a place; what was told of later ones is removed.
	 * @param course how it was there, with the turn that begins
	 * @param place from where it goes on
	 */
	void goBack(String stream, StreamCourse course, FoldPlace place);

	/** Removes all that was told of a stream. */
	void delete(String stream);

}
