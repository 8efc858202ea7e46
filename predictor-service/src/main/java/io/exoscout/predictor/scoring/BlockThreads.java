package io.exoscout.predictor.scoring;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that score blocks of rows, as many as there are processors, shared by all
 * who have many rows. Nobody has more than a few blocks waiting, so however many ask at
 * once, they take turns.
 */
public final class BlockThreads implements AutoCloseable {

	private final ThreadPoolExecutor threads;

	private final int count;

	/** So many threads. */
	public BlockThreads(int count) {
		AtomicInteger made = new AtomicInteger();
		this.count = count;
		this.threads = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(task) -> {
					Thread thread = new Thread(task, "exoscout-scoring-" + made.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				});
	}

	/** As many blocks of one request as keep all threads busy while one is written. */
	int ahead() {
		return 2 * this.count;
	}

	/** How many blocks are worked on, or wait for that. */
	public int busy() {
		return this.threads.getActiveCount() + this.threads.getQueue().size();
	}

	<T> Future<T> submit(Callable<T> work) {
		return this.threads.submit(work);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
