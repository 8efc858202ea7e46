package io.exoscout.trainer.ranking;

import java.util.Arrays;

/**
 * How common each class is among rows without labels, when it need not be as common as
 * among the training rows: the shares under which the calibrated probabilities of these
 * rows, corrected for those shares, average to just those shares (Saerens, Latinne &amp;
 * Decaestecker 2002, by expectation maximisation). Holds if the classes look the same in
 * both places and only their shares differ.
 *
 * @param trained share of each class among the training rows
 * @param estimated share of each class among the others
 * @param iterations how many it took
 * @param converged whether they sufficed
 */
public record PriorShift(double[] trained, double[] estimated, int iterations, boolean converged) {

	private static final int MOST = 1000;

	private static final double CLOSE = 1e-9;

	/**
	 * No class is held to be rarer than this: a share of 0 could never be left again.
	 */
	private static final double RARE = 1e-6;

	/**
	 * Estimates the shares.
	 * @param meanwhile called again and again; may end it with an exception
	 * @param probabilities {@code probabilities[row][class]}, calibrated, in an order
	 * that does not depend on the file's; without rows the shares stay as trained
	 * @param trained how common each class was where they were calibrated; any positive
	 * multiple of the shares will do, such as the numbers of rows
	 * @return the estimate
	 */
	public static PriorShift estimate(Runnable meanwhile, double[][] probabilities, double... trained) {
		double[] before = shares(trained);
		double[] shares = before.clone();
		for (int iteration = 1; iteration <= MOST; iteration++) {
			meanwhile.run();
			double[] next = (probabilities.length == 0) ? before : shares(expected(probabilities, before, shares));
			double moved = 0;
			for (int c = 0; c < next.length; c++) {
				moved = Math.max(moved, Math.abs(next[c] - shares[c]));
			}
			shares = next;
			if (moved < CLOSE) {
				return new PriorShift(before, shares, iteration, true);
			}
		}
		return new PriorShift(before, shares, MOST, false);
	}

	/**
	 * Turns the probabilities of one row into those under the estimated shares, in place.
	 */
	public void correct(double[] probabilities) {
		correct(probabilities, this.trained, this.estimated);
	}

	private static double[] expected(double[][] probabilities, double[] trained, double[] shares) {
		double[] sums = new double[shares.length];
		double[] corrected = new double[shares.length];
		for (double[] row : probabilities) {
			System.arraycopy(row, 0, corrected, 0, corrected.length);
			correct(corrected, trained, shares);
			for (int c = 0; c < sums.length; c++) {
				sums[c] += corrected[c];
			}
		}
		return sums;
	}

	private static void correct(double[] probabilities, double[] trained, double[] shares) {
		for (int c = 0; c < probabilities.length; c++) {
			probabilities[c] *= shares[c] / trained[c];
		}
		double sum = Arrays.stream(probabilities).sum();
		for (int c = 0; c < probabilities.length; c++) {
			probabilities[c] /= sum;
		}
	}

	private static double[] shares(double[] amounts) {
		double sum = Arrays.stream(amounts).sum();
		double[] shares = Arrays.stream(amounts).map((amount) -> Math.max(amount / sum, RARE)).toArray();
		double total = Arrays.stream(shares).sum();
		return Arrays.stream(shares).map((share) -> share / total).toArray();
	}

}
