package io.exoscout.trainer.engine;

import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.FitSettings;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.learning.XgboostModel;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;

/**
 * XGBoost as Tribuo calls it: trees for each class, also of two. All rounds are one call
 * of the library, which can not be interrupted.
 *
 * @param settings those of our XGBoost
 * @param keeps whether the model is also kept in Tribuo's form
 */
record TribuoXgboostLearner(FitSettings settings, boolean keeps) implements Learner {

	/** How far the forest's probabilities may be from the library's at least. */
	private static final double TOLERANCE = 1e-6;

	/**
	 * What each round may add to that: the library sums the rounds of each class in
	 * single precision, whose rounding is 2^-24 of the sum, and probabilities follow the
	 * difference of two sums by a quarter at most.
	 */
	private static final double ROUNDING = Math.scalb(0.5, -24);

	/** To ask takes a while, to be told little. */
	private static final int TOGETHER = 10_000;

	@Override
	public int rounds() {
		return this.settings.whole("n_estimators");
	}

	@Override
	public Learner keeping() {
		return new TribuoXgboostLearner(this.settings, true);
	}

	@Override
	public Fit fit(TrainingSet set, Seed seed, FitMonitor monitor) {
		TribuoRows rows = TribuoRows.withMissingLeftOut(set);
		// fits run side by side: one thread each
		XGBoostModel<Label> model = new XGBoostClassificationTrainer(BoosterType.GBTREE, TreeMethod.HIST, rounds(),
				this.settings.real("learning_rate"), this.settings.real("gamma"), this.settings.whole("max_depth"),
				this.settings.real("min_child_weight"), this.settings.real("subsample"),
				this.settings.real("colsample_bytree"), this.settings.real("reg_lambda"),
				this.settings.real("reg_alpha"), 1, LoggingVerbosity.SILENT, seed.toInt())
			.train(rows.dataset(monitor));
		for (int round = 0; round < rounds(); round++) {
			monitor.roundDone();
		}
		Fit fit = convert(rows, model);
		TribuoCheck.check(rows, model, fit.forests(), TOLERANCE + rounds() * ROUNDING, TOGETHER, monitor);
		return this.keeps ? new Fit(fit.forests(), fit.gain(), TribuoFile.write(model)) : fit;
	}

	private static Fit convert(TribuoRows rows, XGBoostModel<Label> model) {
		int[] features = rows.features(model);
		int[] classes = rows.classes(model);
		Booster booster = model.getInnerModels().get(0);
		try {
			return XgboostModel.parse(booster.toByteArray("json"))
				.toFit(rows.set().features(), rows.set().classes(), (id) -> features[id], (id) -> classes[id]);
		}
		catch (XGBoostError ex) {
			throw new IllegalStateException("XGBoost could not write the model down", ex);
		}
		finally {
			booster.dispose();
		}
	}

}
