package io.exoscout.predictor.scoring;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Blocks of one request that are worked on side by side and come out one after the other.
 * Only so many are on their way, so that whoever takes them slowly holds up nothing but
 * himself. Used by one thread.
 *
 * @param <T> what comes of a block
 */
final class BlocksInOrder<T> implements AutoCloseable {

	private final BlockThreads threads;

	private final Queue<Future<T>> underWay = new ArrayDeque<>();

	BlocksInOrder(BlockThreads threads) {
		this.threads = threads;
	}

	/** Whether the next one has to be taken before another is put in. */
	boolean full() {
		return this.underWay.size() >= this.threads.ahead();
	}

	boolean empty() {
		return this.underWay.isEmpty();
	}

	void put(Callable<T> block) {
		this.underWay.add(this.threads.submit(block));
	}

	/** What came of the block that was put in first, once it is there. */
	T take() {
		try {
			return this.underWay.remove().get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while rows were scored", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
	}

	/** Gives up what nobody takes any more; what has begun ends with its block. */
	@Override
	public void close() {
		this.underWay.forEach((block) -> block.cancel(false));
	}

}
