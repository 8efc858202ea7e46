package io.exoscout.stream.course;

import java.util.Set;

import io.exoscout.stream.definition.KnownStream;

/**
 * Who folds the logs of streams, each in a job of its own, and tells what comes of it.
 * What it has folded survives the end of the process; what it had not kept by then it
 * folds again.
 */
public interface StreamEngine {

	/**
	 * Sees to it that a stream is folded from where it is, and told that there is more.
	 */
	void run(KnownStream stream);

	/** Sees to it that a stream is folded no longer; it is not when this returns. */
	void halt(String stream);

	/** Whether a stream has a job. */
	boolean runs(String stream);

	/** The streams that have jobs. */
	Set<String> running();

	/** Whether there is room for the job of one stream more. */
	boolean hasRoom();

	/**
	 * Whether it is to be replaced by a new one before it runs anything more: it has
	 * died, or remembers too much of what it ran.
	 */
	boolean isWorn();

	/** Removes what is kept of a stream besides its log; it must have been halted. */
	void forget(String stream);

}
