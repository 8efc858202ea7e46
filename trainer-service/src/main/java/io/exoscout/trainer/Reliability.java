package io.exoscout.trainer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a thing that was called 70 % likely is so: probabilities in bins of equal
 * width (Naeini et al. 2015).
 *
 * @param count rows in each bin
 * @param hits of these, rows of the class
 * @param sum sum of the probabilities in each bin
 */
record Reliability(int[] count, int[] hits, double[] sum) {

	private static final int BINS = 15;

	static Reliability of(boolean[] are, double[] probabilities) {
		Reliability reliability = new Reliability(new int[BINS], new int[BINS], new double[BINS]);
		for (int row = 0; row < are.length; row++) {
			int bin = Math.min((int) (probabilities[row] * BINS), BINS - 1);
			reliability.count[bin]++;
			reliability.hits[bin] += are[row] ? 1 : 0;
			reliability.sum[bin] += probabilities[row];
		}
		return reliability;
	}

	/** Mean distance between said and found, each row counting once. */
	double error() {
		double error = 0;
		int rows = 0;
		for (int bin = 0; bin < BINS; bin++) {
			error += Math.abs(this.hits[bin] - this.sum[bin]);
			rows += this.count[bin];
		}
		return error / rows;
	}

	/** The bins that hold rows. */
	List<Map<String, Object>> points() {
		List<Map<String, Object>> points = new ArrayList<>();
		for (int bin = 0; bin < BINS; bin++) {
			if (this.count[bin] > 0) {
				Map<String, Object> point = new LinkedHashMap<>();
				point.put("lower", (double) bin / BINS);
				point.put("upper", (bin + 1.0) / BINS);
				point.put("rows", this.count[bin]);
				point.put("mean_probability", this.sum[bin] / this.count[bin]);
				point.put("fraction_of_class", (double) this.hits[bin] / this.count[bin]);
				points.add(point);
			}
		}
		return points;
	}

}
