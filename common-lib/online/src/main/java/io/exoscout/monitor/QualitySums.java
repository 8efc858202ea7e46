package io.exoscout.monitor;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * Sums of which quality is told: of all labels alike, or with weights that fade. Rather
 * than let all earlier weights shrink, the next one grows (Gama, Sebastião and Rodrigues
 * 2013, Machine Learning 90, 317, section 3.2 gives the sums); once in a while all are
 * brought down.
 */
final class QualitySums {

	private static final int BINS = 10;

	private static final double HEAVY = 0x1p300;

	private static final int WEIGHT = 0;

	private static final int POSITIVES = 1;

	private static final int CORRECT = 2;

	private static final int LOSS = 3;

	private static final int BRIER = 4;

	private static final int BASE_CORRECT = 5;

	private static final int BASE_LOSS = 6;

	private static final int BASE_BRIER = 7;

	private static final int LAST_CORRECT = 8;

	private final double growth;

	private final double[] sums = new double[9];

	private final double[] calibration = new double[3 * BINS];

	private final ProbabilityBins bins = new ProbabilityBins();

	private double next = 1;

	/**
	 * Begins.
	 * @param fading by what each weight shrinks with every label that follows; 1 for
	 * never
	 */
	QualitySums(double fading) {
		this.growth = 1 / fading;
	}

	void add(JudgedLabel judged) {
		this.next *= this.growth;
		if (this.next > HEAVY) {
			lighten();
		}
		double weight = this.next;
		double[] all = this.sums;
		all[WEIGHT] += weight;
		all[POSITIVES] += judged.positive ? weight : 0;
		all[CORRECT] += judged.correct() ? weight : 0;
		all[LOSS] += weight * judged.loss;
		all[BRIER] += weight * judged.brier();
		all[BASE_CORRECT] += judged.baseCorrect() ? weight : 0;
		all[BASE_LOSS] += weight * judged.baseLoss;
		all[BASE_BRIER] += weight * judged.baseBrier();
		all[LAST_CORRECT] += judged.lastCorrect() ? weight : 0;
		int bin = 3 * Math.min(BINS - 1, (int) (judged.probability * BINS));
		this.calibration[bin] += weight;
		this.calibration[bin + 1] += weight * judged.probability;
		this.calibration[bin + 2] += judged.positive ? weight : 0;
		this.bins.add(judged.probability, judged.positive, weight);
	}

	private void lighten() {
		double factor = 1 / this.next;
		for (int i = 0; i < this.sums.length; i++) {
			this.sums[i] *= factor;
		}
		for (int i = 0; i < this.calibration.length; i++) {
			this.calibration[i] *= factor;
		}
		this.bins.scale(factor);
		this.next = 1;
	}

	/** The weight of positive labels over that of all; of nothing a half. */
	double smoothedRate() {
		return (this.sums[POSITIVES] + 1) / (this.sums[WEIGHT] + 2);
	}

	Quality quality() {
		double weight = this.sums[WEIGHT];
		if (weight == 0) {
			return Quality.NONE;
		}
		List<CalibrationBin> calibrated = calibration();
		double error = calibrated.stream()
			.mapToDouble((bin) -> bin.labels() * Math.abs(bin.predicted() - bin.observed()))
			.sum() * this.next / weight;
		return new Quality(weight / this.next, mean(POSITIVES), mean(CORRECT), mean(LOSS), this.bins.area(),
				mean(BRIER), error, calibrated, mean(BASE_CORRECT), mean(BASE_LOSS), mean(BASE_BRIER),
				mean(LAST_CORRECT));
	}

	private double mean(int sum) {
		return this.sums[sum] / this.sums[WEIGHT];
	}

	private List<CalibrationBin> calibration() {
		List<CalibrationBin> calibrated = new ArrayList<>();
		for (int i = 0; i < BINS; i++) {
			double weight = this.calibration[3 * i];
			if (weight > 0) {
				calibrated.add(new CalibrationBin(i / (double) BINS, (i + 1) / (double) BINS, weight / this.next,
						this.calibration[3 * i + 1] / weight, this.calibration[3 * i + 2] / weight));
			}
		}
		return calibrated;
	}

	void write(StateWriter state) {
		state.putDouble(this.next);
		state.putDoubles(this.sums);
		state.putDoubles(this.calibration);
		this.bins.write(state);
	}

	void read(StateReader state) {
		this.next = state.getDouble();
		state.getDoubles(this.sums);
		state.getDoubles(this.calibration);
		this.bins.read(state);
	}

}
