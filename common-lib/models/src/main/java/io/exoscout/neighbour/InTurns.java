package io.exoscout.neighbour;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Does something for each of many objects on all processors, and looks up in between, so
 * that whoever waits for it may stop it.
 */
final class InTurns {

	/** So many are done at a time. Where objects crowd, one takes up to a millisecond. */
	static final int TOGETHER = 1024;

	private InTurns() {
	}

	/**
	 * Does it for 0 to {@code count - 1}.
	 * @param meanwhile called on this thread alone; may end it with an exception
	 * @param action called from many threads
	 */
	static void forEach(int count, Runnable meanwhile, IntConsumer action) {
		forEach(count, TOGETHER, meanwhile, action);
	}

	/** The same with so many at a time. */
	static void forEach(int count, int together, Runnable meanwhile, IntConsumer action) {
		for (int from = 0; from < count; from += together) {
			meanwhile.run();
			IntStream.range(from, Math.min(count, from + together)).parallel().forEach(action);
		}
	}

}
