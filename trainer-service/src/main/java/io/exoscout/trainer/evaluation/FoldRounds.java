package io.exoscout.trainer.evaluation;

import io.exoscout.learning.FitMonitor.RoundLoss;
import io.exoscout.learning.FitMonitor.RoundWatch;
import io.exoscout.model.Algorithm;
import io.exoscout.telemetry.FitRound;
import io.exoscout.worker.WorkWatch;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of the fit of one fold: a round now and then, when somebody has asked for
 * the next one.
 */
final class FoldRounds implements RoundWatch {

	private final int fold;

	private final int folds;

	private final int rounds;

	private final int[] tested;

	private volatile boolean wanted;

	private volatile @Nullable FitRound seen;

	/**
	 * Rounds of a fold.
	 * @param fold which, from 0
	 * @param folds of how many
	 * @param rounds of how many
	 * @param tested rows that its model does not learn from
	 */
	FoldRounds(int fold, int folds, int rounds, int[] tested) {
		this.fold = fold;
		this.folds = folds;
		this.rounds = rounds;
		this.tested = tested;
	}

	@Override
	public int[] tested() {
		return this.tested;
	}

	@Override
	public boolean wanted() {
		return this.wanted && this.tested.length > 0;
	}

	@Override
	public void see(@Nullable Algorithm member, int round, RoundLoss loss) {
		this.wanted = false;
		this.seen = new FitRound(this.fold + 1, this.folds, (member != null) ? member.id() : null, round, this.rounds,
				loss.training(), loss.test());
	}

	/**
	 * Tells of the last round that was seen, if there is one, and asks for the next.
	 * @return whether there was one
	 */
	boolean tell(WorkWatch watch) {
		FitRound round = this.seen;
		if (round != null) {
			this.seen = null;
			watch.round(round);
		}
		this.wanted = true;
		return round != null;
	}

}
