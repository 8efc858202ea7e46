package io.exoscout.transit.box;

/**
 * Points to be searched for dips. Times are whole ticks, so that folding is exact and
 * does not depend on what the times counted from.
 */
public final class Series {

	/** Ticks of a day: 0.09 s each. */
	public static final int TICKS = 1_000_000;

	private final long[] ticks;

	private final float[] weighted;

	private final float[] weights;

	private final double total;

	/**
	 * Points.
	 * @param times days since the first, ascending
	 * @param fluxes relative fluxes less one
	 * @param weights one over the squared standard deviation of each; zero leaves a point
	 * out
	 */
	public Series(double[] times, double[] fluxes, double[] weights) {
		double sum = 0;
		double mean = 0;
		int size = 0;
		for (int i = 0; i < times.length; i++) {
			sum += weights[i];
			mean += weights[i] * fluxes[i];
			size += (weights[i] > 0) ? 1 : 0;
		}
		mean = (sum > 0) ? mean / sum : 0;
		this.total = sum;
		this.ticks = new long[size];
		this.weighted = new float[size];
		this.weights = new float[size];
		int at = 0;
		for (int i = 0; i < times.length; i++) {
			if (weights[i] > 0) {
				this.ticks[at] = Math.round(times[i] * TICKS);
				// of weights that sum up to one, so that floats are enough
				this.weights[at] = (float) (weights[i] / sum);
				this.weighted[at++] = (float) (weights[i] / sum * (fluxes[i] - mean));
			}
		}
	}

	int size() {
		return this.ticks.length;
	}

	long[] ticks() {
		return this.ticks;
	}

	float[] weighted() {
		return this.weighted;
	}

	float[] weights() {
		return this.weights;
	}

	/** The sum of all weights. */
	double total() {
		return this.total;
	}

	double span() {
		return (size() > 0) ? (double) (this.ticks[size() - 1] - this.ticks[0]) / TICKS : 0;
	}

}
