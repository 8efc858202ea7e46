package io.exoscout.fitting;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/** Daemon threads for fits that run side by side. */
public final class FitThreads implements AutoCloseable {

	private final ExecutorService pool;

	/** So many fits run at a time. */
	public FitThreads(int count) {
		this.pool = Executors.newFixedThreadPool(count, (task) -> {
			Thread thread = new Thread(task, "exoscout-reduced-fit");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** Runs fits and returns when all have ended; fails as the first one that failed. */
	void run(List<Runnable> fits) {
		List<? extends Future<?>> running = fits.stream().map(this.pool::submit).toList();
		@Nullable RuntimeException failed = null;
		for (Future<?> fit : running) {
			RuntimeException failure = failure(fit);
			failed = (failed != null) ? failed : failure;
		}
		if (failed != null) {
			throw failed;
		}
	}

	private static @Nullable RuntimeException failure(Future<?> fit) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					fit.get();
					return null;
				}
				catch (InterruptedException ex) {
					interrupted = true; // fits are stopped by their monitor
				}
				catch (ExecutionException ex) {
					return (ex.getCause() instanceof RuntimeException cause) ? cause
							: new IllegalStateException("A fit failed", ex.getCause());
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public void close() {
		this.pool.shutdownNow();
	}

}
