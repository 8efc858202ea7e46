package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.exoscout.learning.FitMonitor;
import io.exoscout.worker.JobLog;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;

/**
 * Runs fits side by side while the calling thread keeps an eye on them: it alone talks to
 * the watch, and it does not leave before every fit has ended.
 *
 * @param threads how many fits run at a time
 * @param monitor passes the order to stop to the fits
 * @param watch asked about ten times a second whether to stop
 */
public record SideBySide(int threads, FitMonitor monitor, WorkWatch watch) {

	private static final long LOOK_MILLIS = 100;

	/**
	 * Runs tasks to their end.
	 * @param tasks what to run; all use the same monitor
	 * @param look called about ten times a second meanwhile
	 * @return their results, in the order of the tasks
	 * @throws WorkStopped if the watch said so, or the thread was interrupted
	 */
	public <T> List<T> run(List<Callable<T>> tasks, Runnable look) {
		ExecutorService pool = Executors.newFixedThreadPool(Math.min(this.threads, tasks.size()), (task) -> {
			Thread thread = new Thread(task, "exoscout-fit");
			thread.setDaemon(true);
			return thread;
		});
		try {
			Supplier<JobLog> log = JobLog.shared();
			List<Future<T>> futures = tasks.stream().map((task) -> pool.submit(() -> {
				try (JobLog lines = log.get()) {
					return task.call();
				}
			})).toList();
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(await(future, look));
			}
			return results;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WorkStopped();
		}
		finally {
			end(pool);
		}
	}

	private <T> T await(Future<T> future, Runnable look) throws InterruptedException {
		while (true) {
			this.watch.checkStopped();
			look.run();
			try {
				return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				continue; // not done yet: look again
			}
			catch (ExecutionException ex) {
				throw unwrapped(ex);
			}
		}
	}

	private static RuntimeException unwrapped(ExecutionException ex) {
		if (ex.getCause() instanceof Error error) {
			throw error;
		}
		return (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
	}

	private void end(ExecutorService pool) {
		this.monitor.stop();
		pool.shutdownNow();
		boolean interrupted = false;
		while (!pool.isTerminated()) {
			try {
				pool.awaitTermination(1, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
