package io.exoscout.transit.vet;

import java.util.Arrays;

import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.Weighted;
import org.hipparchus.special.Erf;

/**
 * How unique a transit is: its shape is moved through the fold, and at each phase it is
 * measured how deep it would be there (the model-shift uniqueness test, Coughlin 2017,
 * Kepler KSCI-19105-002; Thompson et al. 2018, ApJS 235, 38). What of that is transit,
 * second and third deepest dip and highest bump is compared with what noise would give.
 *
 * @param primary significance of the transit, in standard deviations of white noise
 * @param secondary of the deepest dip besides
 * @param tertiary of the deepest dip besides both
 * @param positive of the highest bump
 * @param redness by which factor significances away from both scatter more than white
 * noise would
 * @param chance what noise reaches somewhere among all folds of twenty thousand curves
 * @param chanceHere what noise reaches somewhere in this fold
 * @param secondaryDepth how deep the second dip is
 * @param secondaryError of that, red noise included
 * @param secondaryPhase in which phase, 0 to 1
 * @param shape the height of the highest bump over that and the depth of the transit: 0
 * for a transit, a half for a sine
 */
public record ModelShift(double primary, double secondary, double tertiary, double positive, double redness,
		double chance, double chanceHere, double secondaryDepth, double secondaryError, double secondaryPhase,
		double shape) {

	private static final int BINS_PER_TRANSIT = 12;

	private static final int MOST_BINS = 40_000;

	private static final double CURVES = 20_000;

	/** Which share of a transit's weight has to be there. */
	private static final double COVERED = 0.4;

	/** Tests a signal with a period. */
	public static ModelShift of(Weighted points, TransitEphemeris ephemeris, Trapezoid trapezoid) {
		double share = trapezoid.duration() / ephemeris.period();
		int bins = (int) Math.max(24, Math.min(MOST_BINS, Math.ceil(BINS_PER_TRANSIT / share)));
		double[][] fold = fold(points, ephemeris, bins);
		int half = (int) Math.ceil(share * bins / 2);
		double[] unit = new double[2 * half + 1];
		Arrays.setAll(unit, (k) -> trapezoid.shape((k - half) * ephemeris.period() / bins));
		double[] depth = new double[bins];
		double[] error = new double[bins];
		filter(fold, unit, half, depth, error);
		double[] significance = new double[bins];
		Arrays.setAll(significance, (k) -> (error[k] > 0) ? depth[k] / error[k] : 0);
		return of(depth, error, significance, share);
	}

	private static ModelShift of(double[] depth, double[] error, double[] significance, double share) {
		int bins = depth.length;
		boolean[] taken = new boolean[bins];
		int wide = (int) Math.ceil(share * bins);
		take(taken, 0, 3 * wide / 2);
		int second = extreme(significance, taken, 1);
		boolean[] positiveTaken = taken.clone();
		take(positiveTaken, 0, 2 * wide);
		if (second >= 0) {
			take(taken, second, 3 * wide / 2);
			take(positiveTaken, second, 2 * wide);
		}
		int third = extreme(significance, taken, 1);
		int bump = extreme(significance, positiveTaken, -1);
		double primary = highest(significance, wide / 4);
		double redness = Math.max(1, scatter(significance, taken));
		double height = (bump >= 0) ? Math.max(0, -depth[bump]) : 0;
		return new ModelShift(primary, at(significance, second), at(significance, third), -at(significance, bump),
				redness, Math.sqrt(2) * Erf.erfcInv(Math.min(1, share / CURVES)),
				Math.sqrt(2) * Erf.erfcInv(Math.min(1, share)), at(depth, second), at(error, second) * redness,
				Math.max(0, second) / (double) bins, height / (height + Math.max(depth[0], 1e-12)));
	}

	/** The transit's significance above what noise would give, for MS1. */
	public double unique1() {
		return this.primary / this.redness - this.chance;
	}

	/** Above that of the third dip, for MS2. */
	public double unique2() {
		return (this.primary - this.tertiary) / this.redness - this.chanceHere;
	}

	/** Above that of the highest bump, for MS3. */
	public double unique3() {
		return (this.primary - this.positive) / this.redness - this.chanceHere;
	}

	/**
	 * The least of what the second dip stands above: noise, the third dip, the highest
	 * bump.
	 */
	public double secondaryExcess() {
		return Math.min(this.secondary / this.redness - this.chance,
				Math.min((this.secondary - this.tertiary) / this.redness - this.chanceHere,
						(this.secondary - this.positive) / this.redness - this.chanceHere));
	}

	private static double[][] fold(Weighted points, TransitEphemeris ephemeris, int bins) {
		double[][] fold = new double[2][bins];
		for (int i = 0; i < points.size(); i++) {
			double phase = ephemeris.away(points.times()[i]) / ephemeris.period();
			int bin = Math.floorMod((int) Math.round(phase * bins), bins);
			fold[0][bin] += points.weights()[i] * points.fluxes()[i];
			fold[1][bin] += points.weights()[i];
		}
		return fold;
	}

	/**
	 * Fits the shape at each phase. Where it lies in a gap but for its foot, a little
	 * noise would make a height of any size: there is none.
	 */
	private static void filter(double[][] fold, double[] unit, int half, double[] depth, double[] error) {
		int bins = depth.length;
		double least = COVERED * Arrays.stream(unit).map((value) -> value * value).sum()
				* Arrays.stream(fold[1]).filter((weight) -> weight > 0).average().orElse(0);
		for (int middle = 0; middle < bins; middle++) {
			double sum = 0;
			double squares = 0;
			for (int k = -half; k <= half; k++) {
				int bin = Math.floorMod(middle + k, bins);
				sum -= fold[0][bin] * unit[k + half];
				squares += fold[1][bin] * unit[k + half] * unit[k + half];
			}
			boolean covered = squares > 0 && squares >= least;
			depth[middle] = covered ? sum / squares : 0;
			error[middle] = covered ? 1 / Math.sqrt(squares) : 0;
		}
	}

	private static void take(boolean[] taken, int middle, int half) {
		for (int k = -half; k <= half; k++) {
			taken[Math.floorMod(middle + k, taken.length)] = true;
		}
	}

	private static int extreme(double[] values, boolean[] taken, int sign) {
		int extreme = -1;
		for (int i = 0; i < values.length; i++) {
			if (!taken[i] && (extreme < 0 || sign * values[i] > sign * values[extreme])) {
				extreme = i;
			}
		}
		return extreme;
	}

	private static double highest(double[] values, int half) {
		double highest = values[0];
		for (int k = -half; k <= half; k++) {
			highest = Math.max(highest, values[Math.floorMod(k, values.length)]);
		}
		return highest;
	}

	private static double scatter(double[] values, boolean[] taken) {
		double squares = 0;
		int count = 0;
		for (int i = 0; i < values.length; i++) {
			if (!taken[i]) {
				squares += values[i] * values[i];
				count++;
			}
		}
		return (count > 0) ? Math.sqrt(squares / count) : 0;
	}

	private static double at(double[] values, int index) {
		return (index >= 0) ? values[index] : 0;
	}

}
