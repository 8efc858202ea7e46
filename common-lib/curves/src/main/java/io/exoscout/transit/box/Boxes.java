package io.exoscout.transit.box;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How long the boxes are that a search tries. A fold has ten bins for the transit of a
 * small planet across the middle of the star, on a circular orbit; boxes go from a fifth
 * of that, for grazing ones and for denser stars, to almost twice, for larger stars.
 */
public final class Boxes {

	/** Lengths in bins of a tenth of that duration. */
	private static final int[] WIDTHS = { 2, 3, 4, 6, 9, 13, 18 };

	private static final int BINS_PER_TRANSIT = 10;

	/** The red noise is looked up on this many steps of equal ratio. */
	private static final int STEPS = 64;

	private static final double SHORTEST = 0.005;

	private static final double RATIO = Math.log(400) / STEPS;

	private final StarSize star;

	private final double shortest;

	private final double[] redness;

	/**
	 * Boxes for a curve.
	 * @param shortest no box is shorter, in days
	 * @param redness by which factor the mean of a box of a duration scatters more than
	 * white noise would; 1 for white noise
	 */
	public Boxes(StarSize star, double shortest, DoubleUnaryOperator redness) {
		this.star = star;
		this.shortest = shortest;
		this.redness = new double[STEPS + 1];
		for (int i = 0; i <= STEPS; i++) {
			this.redness[i] = redness.applyAsDouble(SHORTEST * Math.exp(RATIO * i));
		}
	}

	/** How many bins the fold of a period has. */
	int bins(double period) {
		return (int) Math.max(24, BINS_PER_TRANSIT * period / this.star.duration(period));
	}

	/** The lengths to try at a period, in bins. */
	int[] widths(double period) {
		double bin = period / bins(period);
		int least = (int) Math.ceil(0.9 * this.shortest / bin);
		int[] widths = Arrays.stream(WIDTHS).filter((width) -> width >= least).toArray();
		return (widths.length > 0) ? widths : new int[] { least };
	}

	/** How much more a box of a duration scatters than white noise would. */
	double redness(double duration) {
		double step = Math.log(Math.max(duration, SHORTEST) / SHORTEST) / RATIO;
		return this.redness[(int) Math.min(STEPS, Math.round(step))];
	}

}
