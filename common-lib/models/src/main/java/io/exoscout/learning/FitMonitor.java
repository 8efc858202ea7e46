package io.exoscout.learning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.exoscout.model.Algorithm;
import org.jspecify.annotations.Nullable;

/** Counts the rounds of all fits of a training and passes on the order to stop. */
public final class FitMonitor {

	private final Shared shared;

	private final @Nullable RoundWatch watch;

	/** Whose part of a fit this is, where several have one each. */
	private final @Nullable Algorithm member;

	/** Rounds of the fit that is watched before this part of it. */
	private final int before;

	public FitMonitor() {
		this(new Shared(), null, null, 0);
	}

	private FitMonitor(Shared shared, @Nullable RoundWatch watch, @Nullable Algorithm member, int before) {
		this.shared = shared;
		this.watch = watch;
		this.member = member;
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
		 * @param member whose part of the fit that is, where several learners have one
		 * each; each begins anew
		 * @param round how many rounds are done, those of parts before among them
		 * @param loss how good it is
		 */
		void see(@Nullable Algorithm member, int round, RoundLoss loss);

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
		return new FitMonitor(this.shared, watch, this.member, this.before);
	}

	/** The same for one's part of a fit, after so many rounds of others. */
	FitMonitor of(Algorithm member, int after) {
		return new FitMonitor(this.shared, this.watch, member, this.before + after);
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
			this.watch.see(this.member, this.before + done, losses.get());
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
