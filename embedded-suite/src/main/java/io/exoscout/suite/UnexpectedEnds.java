package io.exoscout.suite;

import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a thread that comes to an end by itself: it is said in the log, because
 * the console belongs to the user. Where memory ran out the process ends, too: which
 * threads are left is chance, and without the one that accepts connections or keeps the
 * time it would stay there and answer nobody. Jobs that need too much memory never come
 * here, they end in error.
 */
final class UnexpectedEnds implements Thread.UncaughtExceptionHandler {

	/** The status of a process that ran out of memory, as the JVM itself has it. */
	static final int OUT_OF_MEMORY = 3;

	private static final Logger log = LoggerFactory.getLogger(UnexpectedEnds.class);

	private final IntConsumer exit;

	/**
	 * Watches.
	 * @param exit ends the process with a status, at once: what would run on an orderly
	 * way out needs memory, too
	 */
	UnexpectedEnds(IntConsumer exit) {
		this.exit = exit;
	}

	@Override
	public void uncaughtException(Thread thread, Throwable failure) {
		try {
			log.error("Thread {} came to an unexpected end", thread.getName(), failure);
			if (failure instanceof OutOfMemoryError) {
				System.err.println("ExoScout has run out of memory and ends; start it again, with a larger -Xmx.");
			}
		}
		finally {
			if (failure instanceof OutOfMemoryError) {
				this.exit.accept(OUT_OF_MEMORY);
			}
		}
	}

}
