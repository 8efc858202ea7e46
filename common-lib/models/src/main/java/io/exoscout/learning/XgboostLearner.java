package io.exoscout.learning;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.forest.Forests;
import io.exoscout.learning.FitMonitor.RoundLoss;
import io.exoscout.learning.FitMonitor.RoundWatch;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

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
				return fit(set, new LibraryLosses(set, matrix, monitor), seed, monitor);
			}
			finally {
				matrix.dispose();
			}
		}
		catch (XGBoostError ex) {
			throw new IllegalStateException("XGBoost could not fit the model", ex);
		}
	}

	private Fit fit(TrainingSet set, LibraryLosses losses, Seed seed, FitMonitor monitor) throws XGBoostError {
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

	private static DMatrix matrix(TrainingSet set, FitMonitor monitor) throws XGBoostError {
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

	/**
	 * How good a model of the library is that is still growing, asked of the library,
	 * which remembers what earlier rounds said of rows it was told about before the
	 * first.
	 */
	private static final class LibraryLosses {

		/**
		 * As the library writes it: {@code [12] training-logloss:0.31 test-logloss:0.35}.
		 */
		private static final Pattern LOSS = Pattern.compile("logloss:(\\S+)");

		private final DMatrix training;

		private final @Nullable DMatrix test;

		private final FitMonitor monitor;

		LibraryLosses(TrainingSet set, DMatrix training, FitMonitor monitor) throws XGBoostError {
			RoundWatch watch = monitor.watch();
			this.training = training;
			this.test = (watch != null) ? matrix(set.having(watch.tested()).some(), monitor) : null;
			this.monitor = monitor;
		}

		DMatrix training() {
			return this.training;
		}

		/** The rows that the library is to remember, besides those it learns from. */
		Map<String, DMatrix> watched() {
			return (this.test != null) ? Map.of("test", this.test) : Map.of();
		}

		/** Shows the losses after some rounds, if somebody wants to see them. */
		void show(Booster booster, int done) {
			DMatrix test = this.test;
			if (test != null) {
				this.monitor.show(done, () -> losses(booster, test, done));
			}
		}

		private RoundLoss losses(Booster booster, DMatrix test, int done) {
			try {
				Matcher found = LOSS.matcher(booster.evalSet(new DMatrix[] { this.training, test },
						new String[] { "training", "test" }, done));
				return new RoundLoss(next(found), next(found));
			}
			catch (XGBoostError ex) {
				throw new IllegalStateException("XGBoost could not say how good the model is", ex);
			}
		}

		private static double next(Matcher found) {
			if (!found.find()) {
				throw new IllegalStateException("XGBoost did not say how good the model is");
			}
			return Double.parseDouble(found.group(1));
		}

		void dispose() {
			if (this.test != null) {
				this.test.dispose();
			}
		}

	}

}
