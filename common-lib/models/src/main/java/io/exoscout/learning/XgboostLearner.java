package io.exoscout.learning;

import java.util.HashMap;
import java.util.Map;

import io.exoscout.forest.Forests;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosting by the XGBoost library. What it learned is read into a
 * {@link io.exoscout.forest.Forest}, which must give the library's own predictions on
 * every training row before it is used.
 */
record XgboostLearner(FitSettings settings) implements Learner {

	/** How far the forest's probabilities may be from the library's at least. */
	private static final double TOLERANCE = 1e-6;

	/**
	 * What each round may add to that: the library sums rounds in single precision, whose
	 * rounding is 2^-24 of the sum, and probabilities follow sums by a quarter at most.
	 */
	private static final double ROUNDING = Math.scalb(0.25, -24);

	@Override
	public int rounds() {
		return this.settings.whole("n_estimators");
	}

	@Override
	public Fit fit(TrainingSet set, Seed seed, FitMonitor monitor) {
		try {
			DMatrix matrix = matrix(set, monitor);
			try {
				return fit(set, new XgboostLosses(set, matrix, monitor), seed, monitor);
			}
			finally {
				matrix.dispose();
			}
		}
		catch (XGBoostError ex) {
			throw new IllegalStateException("XGBoost could not fit the model", ex);
		}
	}

	private Fit fit(TrainingSet set, XgboostLosses losses, Seed seed, FitMonitor monitor) throws XGBoostError {
		DMatrix matrix = losses.training();
		Booster booster = XGBoost.train(matrix, parameters(set, seed), 0, losses.watched(), null, null);
		try {
			for (int i = 0; i < rounds(); i++) {
				booster.update(matrix, i);
				monitor.roundDone();
				losses.show(booster, i + 1);
			}
			Fit fit = XgboostModel.parse(booster.toByteArray("json")).toFit(set.features(), set.classes());
			check(set, fit.forests(), booster.predict(matrix), TOLERANCE + rounds() * ROUNDING, monitor);
			return fit;
		}
		finally {
			booster.dispose();
			losses.dispose();
		}
	}

	private Map<String, Object> parameters(TrainingSet set, Seed seed) {
		Map<String, Object> parameters = new HashMap<>(this.settings.values());
		parameters.remove("n_estimators");
		parameters.put("tree_method", "hist");
		parameters.put("seed", seed.toInt());
		// fits run side by side; within one, sums must not depend on the number of
		// threads
		parameters.put("nthread", 1);
		parameters.put("verbosity", 0);
		if (set.classes() == 2) {
			parameters.put("objective", "binary:logistic");
			parameters.put("eval_metric", "logloss");
			parameters.put("base_score", share(set.classCounts()[1], set.size()));
		}
		else {
			parameters.put("objective", "multi:softprob");
			parameters.put("num_class", set.classes());
			parameters.put("eval_metric", "mlogloss");
			parameters.put("base_score", 0.5);
		}
		return parameters;
	}

	private static double share(int count, int rows) {
		return Math.min(Math.max((double) count / rows, 1e-6), 1 - 1e-6);
	}

	static DMatrix matrix(TrainingSet set, FitMonitor monitor) throws XGBoostError {
		int features = set.features();
		float[] cells = new float[Math.multiplyExact(set.size(), features)];
		float[] labels = new float[set.size()];
		for (int row = 0; row < set.size(); row++) {
			monitor.checkStopped();
			for (int f = 0; f < features; f++) {
				cells[row * features + f] = set.value(f, row);
			}
			labels[row] = set.label(row);
		}
		DMatrix matrix = new DMatrix(cells, set.size(), features, Float.NaN);
		matrix.setLabel(labels);
		return matrix;
	}

	private static void check(TrainingSet set, Forests forests, float[][] expected, double tolerance,
			FitMonitor monitor) {
		float[] vector = new float[set.features()];
		double[] probabilities = new double[set.classes()];
		for (int row = 0; row < set.size(); row++) {
			monitor.checkStopped();
			set.copyRow(row, vector);
			forests.predict(vector, probabilities);
			float[] wanted = expected[row];
			for (int k = 0; k < wanted.length; k++) {
				double got = probabilities[(wanted.length == 1) ? 1 : k];
				if (!(Math.abs(got - wanted[k]) <= tolerance)) {
					throw new IllegalStateException(
							"The converted model gives " + got + " where XGBoost gives " + wanted[k]);
				}
			}
		}
	}

}
