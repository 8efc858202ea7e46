package io.exoscout.trainer;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

import org.tribuo.classification.evaluation.LabelEvaluationUtil;

/**
 * Single figures about predictions. Where a figure is about one class against the rest,
 * it is about the last of two classes, and the plain mean over several.
 */
final class Figures {

	/** Keeps the log loss finite where a model was sure and wrong. */
	private static final double SURE = 1e-15;

	private final OutOfFold predictions;

	Figures(OutOfFold predictions) {
		this.predictions = predictions;
	}

	/** All figures that are defined, by name. */
	Map<String, Double> all() {
		ClassReport report = ClassReport.of(this.predictions);
		Map<String, Double> all = new TreeMap<>();
		all.put("f1_score", report.weighted().f1());
		all.put("accuracy", report.accuracy());
		all.put("log_loss", logLoss());
		all.put("brier", brier());
		all.put("calibration_error", calibrationError());
		rocAuc().ifPresent((value) -> all.put("roc_auc", value));
		averagePrecision().ifPresent((value) -> all.put("average_precision", value));
		return all;
	}

	/** The figures that calibration is about. */
	Map<String, Double> ofCalibration() {
		return new TreeMap<>(Map.of("log_loss", logLoss(), "brier", brier(), "calibration_error", calibrationError()));
	}

	/**
	 * Area under the ROC curve: how likely a random row of the class is ranked above a
	 * random other one.
	 * @return empty where a class has no row, or all rows
	 */
	OptionalDouble rocAuc() {
		return mean((label) -> LabelEvaluationUtil.binaryAUCROC(this.predictions.are(label),
				this.predictions.probabilityOf(label)));
	}

	/**
	 * Average precision: precision at each row of the class, going down the ranking.
	 * @return empty where a class has no row, or all rows
	 */
	OptionalDouble averagePrecision() {
		return mean((label) -> LabelEvaluationUtil.averagedPrecision(this.predictions.are(label),
				this.predictions.probabilityOf(label)));
	}

	/** Mean negative logarithm of the probability given to the true class. */
	double logLoss() {
		double sum = 0;
		for (int row = 0; row < this.predictions.size(); row++) {
			double p = this.predictions.probabilities()[row][this.predictions.labels()[row]];
			sum -= Math.log(Math.min(Math.max(p, SURE), 1 - SURE));
		}
		return sum / this.predictions.size();
	}

	/**
	 * Mean squared error of the probabilities (Brier 1950), halved: for two classes that
	 * of the positive one.
	 */
	double brier() {
		double sum = 0;
		for (int row = 0; row < this.predictions.size(); row++) {
			double[] probabilities = this.predictions.probabilities()[row];
			for (int c = 0; c < probabilities.length; c++) {
				double miss = probabilities[c] - ((this.predictions.labels()[row] == c) ? 1 : 0);
				sum += miss * miss / 2;
			}
		}
		return sum / this.predictions.size();
	}

	/** Expected calibration error over 15 bins of equal width. */
	double calibrationError() {
		return this.predictions.judged()
			.mapToDouble((label) -> Reliability.of(this.predictions.are(label), this.predictions.probabilityOf(label))
				.error())
			.average()
			.orElseThrow();
	}

	private OptionalDouble mean(IntToDoubleFunction figure) {
		boolean defined = this.predictions.judged().allMatch((label) -> {
			long are = Arrays.stream(this.predictions.labels()).filter((one) -> one == label).count();
			return are > 0 && are < this.predictions.size();
		});
		return defined ? this.predictions.judged().mapToDouble(figure).average() : OptionalDouble.empty();
	}

}
