package io.exoscout.trainer.engine;

import io.exoscout.forest.Forest;
import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.FitSettings;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.EnsembleModel;

/**
 * Tribuo's random forest over its CART, splitting by entropy and averaging the leaves'
 * distributions, as ours does.
 *
 * @param settings those of our random forest
 * @param keeps whether the model is also kept in Tribuo's form
 */
record TribuoForestLearner(FitSettings settings, boolean keeps) implements Learner {

	/**
	 * How far the forest's probabilities may be from Tribuo's: both add up at most 1,000
	 * doubles that sum to 1, in another order, and each addition rounds by 2^-53.
	 */
	private static final double TOLERANCE = 1e-12;

	private static final int TOGETHER = 16;

	@Override
	public int rounds() {
		return this.settings.whole("n_estimators");
	}

	@Override
	public Learner keeping() {
		return new TribuoForestLearner(this.settings, true);
	}

	@Override
	public Fit fit(TrainingSet set, Seed seed, FitMonitor monitor) {
		TribuoRows rows = TribuoRows.withMissingLowest(set);
		CARTClassificationTrainer cart = new CARTClassificationTrainer(this.settings.whole("max_depth"), minWeight(set),
				0, share(set), false, new StoppableEntropy(monitor), seed.at(0).toInt());
		EnsembleModel<Label> model = new RandomForestTrainer<>(new CountedTrees(cart, monitor),
				new FullyWeightedVotingCombiner(), rounds(), seed.at(1).toInt())
			.train(rows.dataset(monitor));
		Fit fit = TribuoTrees.convert(rows, model, monitor);
		TribuoCheck.check(rows, model, fit.forests(), TOLERANCE, TOGETHER, monitor);
		return this.keeps ? new Fit(fit.forests(), fit.gain(), TribuoFile.write(model)) : fit;
	}

	/** Lighter nodes are not split; and not so many that the forest is too large. */
	private float minWeight(TrainingSet set) {
		long enough = 2L * set.size() * rounds() / Forest.MAX_NODES + 1;
		return Math.max(this.settings.whole("min_samples_leaf"), enough);
	}

	/** At least one feature; and less than 1, for Tribuo takes all for a mistake. */
	private float share(TrainingSet set) {
		float share = (float) Math.max(this.settings.real("max_features"), 1.0 / set.features());
		return Math.min(share, Math.nextDown(1f));
	}

}
