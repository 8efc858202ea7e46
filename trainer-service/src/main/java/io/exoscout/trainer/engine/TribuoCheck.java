package io.exoscout.trainer.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.exoscout.forest.Forests;
import io.exoscout.learning.FitMonitor;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/** A converted model must say what Tribuo's own says. */
final class TribuoCheck {

	private TribuoCheck() {
	}

	/**
	 * Compares the probabilities of every training row.
	 * @param rows the training rows
	 * @param model Tribuo's
	 * @param forests what became of it
	 * @param tolerance how far they may differ
	 * @param together how many rows are asked at a time; the fit can be stopped in
	 * between
	 * @param monitor may stop this
	 * @throws IllegalStateException if they differ by more
	 */
	static void check(TribuoRows rows, Model<Label> model, Forests forests, double tolerance, int together,
			FitMonitor monitor) {
		int[] told = rows.told();
		float[] vector = new float[rows.set().features()];
		double[] probabilities = new double[rows.set().classes()];
		for (int from = 0; from < told.length; from += together) {
			monitor.checkStopped();
			int[] some = Arrays.copyOfRange(told, from, Math.min(told.length, from + together));
			List<Prediction<Label>> theirs = model.predict(rows.examples(some));
			for (int i = 0; i < some.length; i++) {
				rows.set().copyRow(some[i], vector);
				forests.predict(vector, probabilities);
				compare(rows.set().classNames(), probabilities, theirs.get(i).getOutputScores(), tolerance);
			}
		}
	}

	private static void compare(List<String> classNames, double[] ours, Map<String, Label> theirs, double tolerance) {
		for (int c = 0; c < ours.length; c++) {
			Label label = theirs.get(classNames.get(c));
			// a class that no row has is none of Tribuo's
			double wanted = (label != null) ? label.getScore() : 0;
			if (!(Math.abs(ours[c] - wanted) <= tolerance)) {
				throw new IllegalStateException(
						"The converted model gives " + ours[c] + " where Tribuo gives " + wanted);
			}
		}
	}

}
