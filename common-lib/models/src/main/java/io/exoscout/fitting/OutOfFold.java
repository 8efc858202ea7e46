package io.exoscout.fitting;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.exoscout.model.Calibration;

/**
 * What models said about rows they had not seen.
 *
 * @param labels class of each row
 * @param probabilities {@code probabilities[row][class]}
 */
public record OutOfFold(int[] labels, double[][] probabilities) {

	public int size() {
		return this.labels.length;
	}

	public int classes() {
		return this.probabilities[0].length;
	}

	public OutOfFold only(int[] rows) {
		return new OutOfFold(Arrays.stream(rows).map((row) -> this.labels[row]).toArray(),
				Arrays.stream(rows).mapToObj((row) -> this.probabilities[row]).toArray(double[][]::new));
	}

	/** The same after a calibration. */
	OutOfFold calibrated(Calibration calibration) {
		return new OutOfFold(this.labels, Arrays.stream(this.probabilities).map((row) -> {
			double[] copy = row.clone();
			calibration.apply(copy);
			return copy;
		}).toArray(double[][]::new));
	}

	/** The likeliest class of each row; the first one among equals. */
	public int[] predicted() {
		return Arrays.stream(this.probabilities).mapToInt(OutOfFold::likeliest).toArray();
	}

	/** Which rows are of a class. */
	public boolean[] are(int label) {
		boolean[] are = new boolean[size()];
		for (int row = 0; row < are.length; row++) {
			are[row] = this.labels[row] == label;
		}
		return are;
	}

	/** How likely each row is of a class. */
	public double[] probabilityOf(int label) {
		return Arrays.stream(this.probabilities).mapToDouble((all) -> all[label]).toArray();
	}

	/** The rows ranked by how likely they are of a class. */
	public RankingQuality ranking(int label) {
		return RankingQuality.of(are(label), probabilityOf(label));
	}

	/**
	 * The classes that figures of one class against the rest are computed for: the last
	 * of two, or each of several.
	 */
	public IntStream judged() {
		return (classes() == 2) ? IntStream.of(1) : IntStream.range(0, classes());
	}

	/** The likeliest class of one row; the first one among equals. */
	public static int likeliest(double[] probabilities) {
		int best = 0;
		for (int c = 1; c < probabilities.length; c++) {
			if (probabilities[c] > probabilities[best]) {
				best = c;
			}
		}
		return best;
	}

}
