package io.exoscout.learning;

import java.util.Arrays;

/**
 * A training set with each value replaced by the number of its bin: one byte instead of
 * four, and a split is found by counting instead of sorting. Bins are cut at quantiles of
 * the training rows; a column with few distinct values gets one bin for each.
 *
 * @param bins {@code bins[feature][row]}, unsigned; {@link #MISSING} for a missing value
 * @param cuts ascending lower ends of all bins but the first; a value is in bin {@code b}
 * when it is not below exactly {@code b} of them
 */
record BinnedTable(byte[][] bins, float[][] cuts) {

	/** Slots of a histogram: 255 bins and the missing values. */
	static final int SLOTS = 256;

	/** The slot of missing values. */
	static final int MISSING = 255;

	private static final int MAX_CUTS = 254;

	static BinnedTable of(TrainingSet set, FitMonitor monitor) {
		byte[][] bins = new byte[set.features()][];
		float[][] cuts = new float[set.features()][];
		for (int f = 0; f < bins.length; f++) {
			monitor.checkStopped();
			cuts[f] = cuts(set, f);
			bins[f] = bins(set, f, cuts[f]);
		}
		return new BinnedTable(bins, cuts);
	}

	int features() {
		return this.bins.length;
	}

	int rows() {
		return (this.bins.length == 0) ? 0 : this.bins[0].length;
	}

	/**
	 * The threshold that sends bins up to and including {@code bin} left; infinite for
	 * the last one, which parts present from missing.
	 */
	float threshold(int feature, int bin) {
		float[] all = this.cuts[feature];
		return (bin < all.length) ? all[bin] : Float.POSITIVE_INFINITY;
	}

	private static byte[] bins(TrainingSet set, int feature, float[] cuts) {
		byte[] bins = new byte[set.size()];
		for (int row = 0; row < bins.length; row++) {
			bins[row] = (byte) bin(set.value(feature, row), cuts);
		}
		return bins;
	}

	private static int bin(float value, float[] cuts) {
		if (Float.isNaN(value)) {
			return MISSING;
		}
		int low = 0;
		int high = cuts.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (value < cuts[middle]) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	private static float[] cuts(TrainingSet set, int feature) {
		float[] sorted = new float[set.size()];
		int present = 0;
		for (int row = 0; row < sorted.length; row++) {
			float value = set.value(feature, row);
			if (!Float.isNaN(value)) {
				sorted[present++] = value;
			}
		}
		Arrays.sort(sorted, 0, present);
		float[] cuts = everyStep(sorted, present);
		return (cuts.length <= MAX_CUTS) ? cuts : quantiles(sorted, present);
	}

	private static float[] everyStep(float[] sorted, int present) {
		float[] cuts = new float[MAX_CUTS + 1];
		int count = 0;
		for (int i = 1; i < present && count < cuts.length; i++) {
			if (sorted[i] > sorted[i - 1]) {
				cuts[count++] = between(sorted[i - 1], sorted[i]);
			}
		}
		return Arrays.copyOf(cuts, count);
	}

	private static float[] quantiles(float[] sorted, int present) {
		float[] cuts = new float[MAX_CUTS];
		int count = 0;
		for (int q = 1; q <= MAX_CUTS; q++) {
			int at = (int) ((long) q * present / (MAX_CUTS + 1));
			float last = (count == 0) ? Float.NEGATIVE_INFINITY : cuts[count - 1];
			int begin = runBegin(sorted, at);
			// of a value so frequent that its beginning is cut already, its end
			int edge = (begin > 0 && between(sorted[begin - 1], sorted[begin]) > last) ? begin
					: runEnd(sorted, at, present);
			if (edge > 0 && edge < present) {
				float cut = between(sorted[edge - 1], sorted[edge]);
				if (cut > last) {
					cuts[count++] = cut;
				}
			}
		}
		return Arrays.copyOf(cuts, count);
	}

	/** Where the copies of the value at {@code at} begin. */
	private static int runBegin(float[] sorted, int at) {
		int low = 0;
		int high = at;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (sorted[middle] < sorted[at]) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/** Where the copies of the value at {@code at} have ended. */
	private static int runEnd(float[] sorted, int at, int present) {
		int low = at;
		int high = present;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (sorted[middle] > sorted[at]) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	/** A number above {@code low} and not above {@code high}. */
	private static float between(float low, float high) {
		float middle = (float) ((low + (double) high) / 2);
		return (middle > low) ? middle : high;
	}

}
