package io.exoscout.store;

import java.util.Optional;

/**
 * Tells one blob store from another: its identity, kept beside the blobs. An unreachable
 * store is reported as a {@link io.exoscout.problem.ProblemException} of kind
 * {@code UNAVAILABLE}.
 */
public interface BlobMark {

	/** The identity that was given to the store, if any was. */
	Optional<String> identity();

	/** Gives the store an identity, in place of the one it may have had. */
	void identify(String identity);

	/** Whether there is no blob at all. */
	boolean isEmpty();

	/** How many blobs there are, those that a sweep set aside included. */
	long count();

	/**
	 * Moves all blobs and the identity out of the way, to where nobody looks for them and
	 * nothing removes them.
	 * @param name what to call the place
	 */
	void setAside(String name);

	/** Where the blobs are, for people. */
	String place();

}
