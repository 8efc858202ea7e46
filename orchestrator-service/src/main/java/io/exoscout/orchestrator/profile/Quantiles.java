package io.exoscout.orchestrator.profile;

/**
 * Quantiles of sorted numbers, interpolated between neighbours (type 7 of Hyndman and Fan
 * 1996, as numpy and R do it).
 */
final class Quantiles {

	private static final int STEPS = 20;

	private Quantiles() {
	}

	/** The 0 %, 5 %, ..., 100 % quantiles; none of nothing. */
	static double[] of(float[] sorted) {
		double[] quantiles = new double[(sorted.length == 0) ? 0 : STEPS + 1];
		for (int i = 0; i < quantiles.length; i++) {
			quantiles[i] = of(sorted, i / (double) STEPS);
		}
		return quantiles;
	}

	/**
	 * One quantile.
	 * @param sorted rising numbers, at least one
	 * @param share of the numbers that lie below, from 0 to 1
	 */
	static double of(float[] sorted, double share) {
		double place = share * (sorted.length - 1);
		int below = (int) place;
		int above = Math.min(below + 1, sorted.length - 1);
		double between = place - below;
		return (between == 0) ? sorted[below] : sorted[below] + between * ((double) sorted[above] - sorted[below]);
	}

}
