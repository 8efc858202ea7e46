package io.exoscout.stream.log;

import java.util.Optional;

/**
 * The batches of all streams. What was inserted is durable, and never changes.
 */
public interface StreamLog {

	/** What became of a batch. */
	enum Insertion {

		/** It is kept. */
		STORED,
		/** Somebody else had the number before; it is not kept. */
		NUMBER_TAKEN,
		/** The same request was kept before; it is not kept again. */
		KEY_TAKEN

	}

	/**
	 * Keeps a batch if its number, and its key, are free: of two writers one wins.
	 * @param batch what to keep
	 * @return what became of it; durable when this returns
	 */
	Insertion insert(LoggedBatch batch);

	/** A batch by its number, if it is there. */
	Optional<LoggedBatch> read(String stream, long number);

	/** The batch of a request, if it was kept. */
	Optional<LoggedBatch> ofKey(String stream, String key);

	/** Removes the batches of a stream from a number on. */
	void cut(String stream, long from);

}
