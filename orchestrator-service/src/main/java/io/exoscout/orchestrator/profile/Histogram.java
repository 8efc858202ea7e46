package io.exoscout.orchestrator.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often values fall between edges, by label.
 *
 * @param scale {@code log} where the edges grow by a factor, as suits values over several
 * orders of magnitude, else {@code linear}
 * @param edges one more than there are bins, rising; the first and the last bin also
 * count what lies beyond
 * @param counts of each label, a number per bin
 */
record Histogram(String scale, double[] edges, Map<String, int[]> counts) {

	static final int BINS = 32;

	/** The share of the values on either side that the edges leave out. */
	private static final double TAIL = 0.005;

	/** Of values that span a larger factor the logarithms are binned. */
	private static final double WIDE = 100;

	/**
	 * Counts numbers.
	 * @param sorted the numbers, rising; at least one
	 * @param values the same, each at the place of its label; {@code NaN} is not counted
	 * @param labels of the values
	 */
	static Histogram of(float[] sorted, float[] values, String[] labels) {
		double low = Quantiles.of(sorted, TAIL);
		double high = Quantiles.of(sorted, 1 - TAIL);
		boolean log = low > 0 && high / low > WIDE;
		double[] edges = edges(low, high, log);
		Map<String, int[]> counts = new TreeMap<>();
		for (int i = 0; i < values.length; i++) {
			if (!Float.isNaN(values[i])) {
				counts.computeIfAbsent(labels[i], (label) -> new int[BINS])[bin(edges, values[i])]++;
			}
		}
		return new Histogram(log ? "log" : "linear", edges, counts);
	}

	private static double[] edges(double low, double high, boolean log) {
		double from = log ? Math.log(low) : low;
		double to = log ? Math.log(high) : high;
		// one value only still gets bins of some width around it
		double half = (from == to) ? Math.max(Math.abs(from) * 1e-3, 1e-6) : 0;
		double[] edges = new double[BINS + 1];
		for (int i = 0; i <= BINS; i++) {
			double edge = from - half + (to - from + 2 * half) * i / BINS;
			edges[i] = log ? Math.exp(edge) : edge;
		}
		return edges;
	}

	private static int bin(double[] edges, double value) {
		int found = Arrays.binarySearch(edges, value);
		int bin = (found >= 0) ? found : -found - 2;
		return Math.min(Math.max(bin, 0), BINS - 1);
	}

}
