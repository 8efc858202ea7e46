package io.exoscout.learning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Counts the rounds of all fits of a training and passes on the order to stop. */
public final class FitMonitor {

	private final Shared shared;

	private final @Nullable RoundWatch watch;

	/** Rounds of the fit that is watched before this part of it. */
	private final int before;

	public FitMonitor() {
		this(new Shared(), null, 0);
	}

	private FitMonitor(Shared shared, @Nullable RoundWatch watch, int before) {
		this.shared = shared;
		this.watch = watch;
		this.before = before;
	}

	/** Looks at one fit from round to round, as often as it likes. */
	public interface RoundWatch {

		/** The rows of the table that the fit does not learn from. */
		int[] tested();

		/** Whether it wants to see how good the fit is just now. */
		boolean wanted();

		/**
		 * Sees how good the fit is.
		 * @param round how many rounds are done
		 * @param loss how good it is
		 */
		void see(int round, RoundLoss loss);

	}

	/**
	 * How good a fit is after some rounds, as mean log loss.
	 *
	 * @param training on rows it learns from
	 * @param test on rows it has not seen
	 */
	public record RoundLoss(double training, double test) {
	}

	/** What all fits have in common. */
	private static final class Shared {

		private final AtomicLong rounds = new AtomicLong();

		private volatile boolean stopped;

	}

	/** The same for one fit that somebody looks at. */
	public FitMonitor watchedBy(RoundWatch watch) {
		return new FitMonitor(this.shared, watch, this.before);
	}

	/** The same for a part of a fit that comes after so many rounds of another part. */
	FitMonitor after(int rounds) {
		return new FitMonitor(this.shared, this.watch, this.before + rounds);
	}

	/** Whoever looks at this fit. */
	@Nullable RoundWatch watch() {
		return this.watch;
	}

	/** Notes that one more round of a fit is done. */
	public void roundDone() {
		this.shared.rounds.incrementAndGet();
		checkStopped();
	}

	/**
	 * Shows how good a fit is by now, if somebody wants to know just now.
	 * @param done how many of its rounds are done
	 * @param losses computes how good it is
	 */
	void show(int done, Supplier<RoundLoss> losses) {
		if (this.watch != null && this.watch.wanted()) {
			this.watch.see(this.before + done, losses.get());
		}
	}

	/**
	 * To be called at least every few milliseconds of work.
	 * @throws CancellationException once it was stopped
	 */
	public void checkStopped() {
		if (this.shared.stopped) {
			throw new CancellationException("The fit was stopped");
		}
	}

	public long rounds() {
		return this.shared.rounds.get();
	}

	public void stop() {
		this.shared.stopped = true;
	}

}
