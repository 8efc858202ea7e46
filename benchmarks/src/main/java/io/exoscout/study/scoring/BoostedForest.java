package io.exoscout.study.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import io.exoscout.forest.Forests;
import io.exoscout.learning.Samples;
import io.exoscout.learning.XgboostModel;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * One and the same forest of a given shape, as XGBoost's and as ours. It learns from
 * labels of which every fourth is left to chance, since on clean ones trees would stop
 * growing before they have that shape.
 *
 * @param booster XGBoost's, on one thread
 * @param forests ours
 */
record BoostedForest(Booster booster, Forests forests) implements AutoCloseable {

	private static final int SEED = 7;

	static BoostedForest train(int trees, int leaves, Samples samples) throws XGBoostError {
		DMatrix matrix = new DMatrix(Vectors.flat(Vectors.of(samples)), samples.size(), samples.features().size(),
				Float.NaN);
		try {
			matrix.setLabel(labels(samples));
			Map<String, Object> parameters = new HashMap<>(
					Map.of("tree_method", "hist", "grow_policy", "lossguide", "max_depth", 0, "max_leaves", leaves,
							"learning_rate", 0.02, "subsample", 0.8, "colsample_bytree", 0.6, "min_child_weight", 0));
			parameters.putAll(Map.of("objective", "binary:logistic", "base_score", 0.5, "seed", SEED, "nthread", 1,
					"verbosity", 0));
			Booster booster = XGBoost.train(matrix, parameters, trees, Map.of(), null, null);
			return new BoostedForest(booster,
					XgboostModel.parse(booster.toByteArray("json")).toFit(samples.features().size(), 2).forests());
		}
		finally {
			matrix.dispose();
		}
	}

	private static float[] labels(Samples samples) {
		Random random = new Random(SEED);
		float[] labels = new float[samples.size()];
		for (int row = 0; row < labels.length; row++) {
			labels[row] = (random.nextInt(4) == 0) ? random.nextInt(2) : samples.labels()[row];
		}
		return labels;
	}

	/** Leaves of a tree, on average. */
	double leaves() {
		int trees = this.forests.members().get(0).trees();
		return (this.forests.nodeCount() + trees) / 2.0 / trees;
	}

	@Override
	public void close() {
		this.booster.dispose();
	}

}
