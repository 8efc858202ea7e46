package io.exoscout.forecast.collection;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * Whose turn it is to compute. Few requests have their turn at once, so that what they
 * hold in memory has a bound; and arithmetic is done in threads of its own, one less than
 * there are processors: threads of requests may be virtual, and whoever computes in one
 * keeps all others from being answered.
 */
public final class SeriesTurns implements AutoCloseable {

	/** Each that waits may hold a thread of the server. */
	private static final int MOST_WAITING = 32;

	private final SeriesLimits limits;

	private final Semaphore turns;

	private final ExecutorService threads = Executors
		.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), (task) -> {
			Thread thread = new Thread(task, "series-work");
			thread.setDaemon(true);
			return thread;
		});

	/** As many turns at once as the limits say. */
	public SeriesTurns(SeriesLimits limits) {
		this.limits = limits;
		this.turns = new Semaphore(limits.together(), true);
	}

	/**
	 * Does something when it is its turn.
	 * @throws ProblemException {@code service_unavailable} if it is not for too long, or
	 * too many wait
	 */
	public <T> T take(Supplier<T> work) {
		await();
		try {
			return work.get();
		}
		finally {
			this.turns.release();
		}
	}

	private void await() {
		try {
			if (this.turns.getQueueLength() < MOST_WAITING
					&& this.turns.tryAcquire(this.limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new ProblemException(ErrorCode.SERVICE_UNAVAILABLE,
				"Other series are being computed; nothing was done. Try again in a few seconds.");
	}

	/** Computes something in a thread for that; it knows nothing of the request. */
	public <T> T compute(Supplier<T> arithmetic) {
		Future<T> result = this.threads.submit(arithmetic::get);
		try {
			return result.get();
		}
		catch (InterruptedException ex) {
			result.cancel(true);
			Thread.currentThread().interrupt();
			throw new ProblemException(ErrorCode.SERVICE_UNAVAILABLE, "This service is stopping.").causedBy(ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException("Series can not be computed", ex.getCause());
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
