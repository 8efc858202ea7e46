package io.exoscout.stream.log;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
		KEY_TAKEN,
		/** The batch before it was cut off meanwhile; it is not kept. */
		CUT_OFF

	}

	/**
	 * Keeps a batch if its number, and its key, are free, and it goes on where the one
	 * before ends: of two writers one wins.
	 * @param batch what to keep
	 * @return what became of it; durable when this returns
	 */
	Insertion insert(LoggedBatch batch);

	/** A batch by its number, if it is there. */
	Optional<LoggedBatch> read(String stream, long number);

	/** A batch by its number, without its entries. */
	Optional<BatchHead> head(String stream, long number);

	/** The batch of a request, if it was kept. */
	Optional<LoggedBatch> ofKey(String stream, String key);

	/** The first batch that is kept: 0 until earlier ones are let go of. */
	long first(String stream);

	/** Lets go of the batches before a number, which is the first one from now on. */
	void letGo(String stream, long before);

	/** Removes the batches of a stream from a number on. */
	void cut(String stream, long from);

	/**
	 * Which streams have a batch of a number.
	 * @param numbers the number that is looked for, by stream
	 */
	default Set<String> having(Map<String, Long> numbers) {
		return numbers.entrySet()
			.stream()
			.filter((one) -> head(one.getKey(), one.getValue()).isPresent())
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/**
	 * Whether the log has come to a place: its batch before that is there, and ends with
	 * that entry.
	 * @param next the number of a batch that comes next there
	 * @param seq the number of the last entry before it
	 */
	default boolean reaches(String stream, long next, long seq) {
		if (next == 0) {
			return first(stream) == 0;
		}
		return head(stream, next - 1).filter((head) -> head.size().lastSeq() == seq).isPresent();
	}

	/**
	 * How much is in the log of a stream. Its end is looked for in strides: numbers are
	 * dense.
	 * @param from a batch that may be near the end
	 */
	default LogSize size(String stream, long from) {
		long there = from - 1;
		Optional<BatchHead> last = (from > 0) ? head(stream, there) : Optional.empty();
		if (last.isEmpty()) {
			there = first(stream) - 1;
		}
		long stride = 1;
		while (true) {
			Optional<BatchHead> next = head(stream, there + stride);
			if (next.isPresent()) {
				last = next;
				there += stride;
				stride *= 2;
			}
			else if (stride == 1) {
				return last.map(BatchHead::size).orElse(LogSize.NOTHING);
			}
			else {
				stride /= 2;
			}
		}
	}

}
