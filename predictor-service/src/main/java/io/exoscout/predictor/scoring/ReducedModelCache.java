package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.exoscout.fitting.FitThreads;
import io.exoscout.fitting.ReducedModel;
import io.exoscout.learning.FitMonitor;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

import org.springframework.util.unit.DataSize;

/**
 * Models fitted for the columns at hand, kept while there is room. One is fitted at a
 * time, on all threads, and once however many ask for it; the others wait in a queue of
 * bounded length. So nobody's odd tables cost the others more than their turn.
 */
public class ReducedModelCache implements AutoCloseable {

	/** The longest queue of fits. */
	private static final int MOST_WAITING = 32;

	private static final long LOOK_MILLIS = 50;

	private final AsyncCache<Key, ReducedModel> fitted;

	private final ThreadPoolExecutor turn = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(MOST_WAITING), (task) -> {
				Thread thread = new Thread(task, "exoscout-reduced-models");
				thread.setDaemon(true);
				return thread;
			});

	private final FitThreads threads;

	private final FitMonitor monitor = new FitMonitor();

	/** A place for models of so much memory, with so many fits side by side. */
	public ReducedModelCache(DataSize capacity, int threads) {
		this.fitted = Caffeine.newBuilder()
			.maximumWeight(capacity.toKilobytes())
			.<Key, ReducedModel>weigher((key, model) -> (int) Math.min(Integer.MAX_VALUE, 1 + model.bytes() / 1024))
			.buildAsync();
		this.threads = new FitThreads(threads);
	}

	/**
	 * What a fitted model is kept under.
	 *
	 * @param model digest of the whole model's file
	 * @param unknown the features it does without
	 * @param masked whether it is the one for rows that lack now this, now that
	 */
	record Key(String model, BitSet unknown, boolean masked) {
	}

	/** Fits a model. */
	interface Fitting {

		ReducedModel run(FitThreads threads, FitMonitor monitor);

	}

	/**
	 * Gets a model, fitted now unless it was before.
	 * @param key names it
	 * @param fitting fits it
	 * @param meanwhile called every few milliseconds; may end the waiting with an
	 * exception
	 * @throws ProblemException {@code UNAVAILABLE} (code {@code too_many_fits}) if too
	 * many wait already
	 */
	ReducedModel get(Key key, Fitting fitting, Runnable meanwhile) {
		return await(this.fitted.get(key, (wanted, executor) -> submit(fitting)), meanwhile);
	}

	private CompletableFuture<ReducedModel> submit(Fitting fitting) {
		try {
			return CompletableFuture.supplyAsync(() -> fitting.run(this.threads, this.monitor), this.turn);
		}
		catch (RejectedExecutionException ex) {
			throw new ProblemException(ErrorCode.TOO_MANY_FITS,
					"Too many tables that lack columns are being prepared for; try again in a few seconds.")
				.causedBy(ex);
		}
	}

	private static ReducedModel await(CompletableFuture<ReducedModel> future, Runnable meanwhile) {
		while (true) {
			meanwhile.run();
			try {
				return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				continue; // not done yet: look again
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while a model was fitted", ex);
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
			}
		}
	}

	@Override
	public void close() {
		this.monitor.stop();
		this.turn.shutdownNow();
		this.threads.close();
	}

}
