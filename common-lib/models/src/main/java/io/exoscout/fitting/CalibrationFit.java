package io.exoscout.fitting;

import java.util.Arrays;

import io.exoscout.forest.Softmax;
import io.exoscout.model.Calibration;

/**
 * Fits a {@link Calibration} to what a model said about rows it had not seen: the least
 * log loss, found by Newton's method, with a pull towards leaving things as they are. The
 * pull counts like a few rows. It makes the problem strictly convex and keeps slope and
 * offsets finite and the slope positive, whatever the rows say.
 */
public final class CalibrationFit {

	/**
	 * Weight of the pull: as if it were known beforehand that slope and offsets lie about
	 * 0.2 from doing nothing, which is how far they lie on the archive's tables.
	 */
	private static final double PULL = 25;

	private static final int STEPS = 100;

	/** Steps that promise less than this are not worth taking. */
	private static final double SETTLED = 1e-10;

	private final double[][] logs;

	private final int[] labels;

	private final int classes;

	private CalibrationFit(OutOfFold scored) {
		this.logs = Arrays.stream(scored.probabilities())
			.map((row) -> Arrays.stream(row).map((p) -> Math.log(p + Calibration.FLOOR)).toArray())
			.toArray(double[][]::new);
		this.labels = scored.labels();
		this.classes = scored.classes();
	}

	/**
	 * Fits a calibration.
	 * @param scored labels, and probabilities by a model that has not seen these rows
	 * @return the calibration; {@link Calibration#NONE} if there are not at least two
	 * classes among the rows
	 */
	public static Calibration of(OutOfFold scored) {
		if (Arrays.stream(scored.labels()).distinct().count() < 2) {
			return Calibration.NONE;
		}
		double[] best = new CalibrationFit(scored).run();
		return new Calibration(best[0], Arrays.stream(best).skip(1).boxed().toList());
	}

	/** The best slope, followed by the offsets. */
	private double[] run() {
		double[] at = new double[1 + this.classes];
		at[0] = 1;
		for (int step = 0; step < STEPS; step++) {
			NewtonStep newton = derive(at);
			double[] direction = newton.direction();
			double promise = newton.promise(direction);
			if (promise < SETTLED) {
				break;
			}
			at = search(at, direction, promise);
		}
		return at;
	}

	/** Goes in a direction, less and less far until that is an improvement. */
	private double[] search(double[] from, double[] direction, double promise) {
		double loss = loss(from);
		for (double length = 1; length > SETTLED; length /= 2) {
			double[] to = from.clone();
			for (int i = 0; i < to.length; i++) {
				to[i] -= length * direction[i];
			}
			if (to[0] > 0 && loss(to) <= loss - length * promise / 4) {
				return to;
			}
		}
		return from;
	}

	private double loss(double[] at) {
		double slope = at[0];
		double loss = PULL * (slope - 1 - Math.log(slope));
		for (int c = 0; c < this.classes; c++) {
			loss += PULL * at[1 + c] * at[1 + c] / 2;
		}
		double[] probabilities = new double[this.classes];
		for (int row = 0; row < this.labels.length; row++) {
			loss += probabilities(at, row, probabilities);
		}
		return loss;
	}

	private NewtonStep derive(double[] at) {
		NewtonStep newton = new NewtonStep(at.length);
		newton.add(0, PULL * (1 - 1 / at[0]), PULL / (at[0] * at[0]));
		for (int c = 0; c < this.classes; c++) {
			newton.add(1 + c, PULL * at[1 + c], PULL);
		}
		double[] probabilities = new double[this.classes];
		for (int row = 0; row < this.labels.length; row++) {
			probabilities(at, row, probabilities);
			newton.add(this.logs[row], probabilities, this.labels[row]);
		}
		return newton;
	}

	/** Computes the calibrated probabilities of a row, and its log loss. */
	private double probabilities(double[] at, int row, double[] probabilities) {
		for (int c = 0; c < this.classes; c++) {
			probabilities[c] = at[0] * this.logs[row][c] + at[1 + c];
		}
		double own = probabilities[this.labels[row]] - Softmax.highest(probabilities);
		return Math.log(Softmax.apply(probabilities)) - own;
	}

}
