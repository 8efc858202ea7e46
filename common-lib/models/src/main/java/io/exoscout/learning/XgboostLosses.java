package io.exoscout.learning;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * How good a model of the library is that is still growing, asked of the library, which
 * remembers what earlier rounds said of rows it was told about before the first.
 */
final class XgboostLosses {

	/** As the library writes it: {@code [12] training-logloss:0.31 test-logloss:0.35}. */
	private static final Pattern LOSS = Pattern.compile("logloss:(\\S+)");

	private final DMatrix training;

	private final @Nullable DMatrix test;

	private final FitMonitor monitor;

	XgboostLosses(TrainingSet set, DMatrix training, FitMonitor monitor) throws XGBoostError {
		RoundWatch watch = monitor.watch();
		this.training = training;
		this.test = (watch != null) ? XgboostLearner.matrix(set.having(watch.tested()).some(), monitor) : null;
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
			Matcher found = LOSS.matcher(
					booster.evalSet(new DMatrix[] { this.training, test }, new String[] { "training", "test" }, done));
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
