package io.exoscout.transit;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.transit.fit.TrapezoidFit;
import io.exoscout.transit.fit.Weighted;
import io.exoscout.transit.vet.VerdictKind;

/**
 * What was found so far, so that what comes next is measured without it: transits of
 * candidates are filled up, as those of two planets often overlap; what else was found is
 * left out.
 */
final class EarlierSignals {

	/** Of a transit, so many durations on each side of its middle are masked. */
	static final double MASK = 0.65;

	private final double[] times;

	private final double cadence;

	private final double[] filling;

	private final boolean[] left;

	private final boolean[] stars;

	private final boolean[] masked;

	private int doubts;

	/** What else eclipses of two stars are found at, as shares of their period. */
	private static final double[] SHARES = { 1, 2, 3, 1.0 / 2, 1.0 / 3 };

	private final List<Double> periods = new ArrayList<>();

	private final List<VerdictKind> kinds = new ArrayList<>();

	EarlierSignals(double[] times, double cadence) {
		this.times = times;
		this.cadence = cadence;
		this.filling = new double[times.length];
		this.left = new boolean[times.length];
		this.stars = new boolean[times.length];
		this.masked = new boolean[times.length];
	}

	/** Adds a signal. */
	void add(TrapezoidFit fit, VerdictKind kind) {
		fit.ephemeris().mark(this.times, MASK, this.cadence / 2, this.masked);
		if (kind == VerdictKind.CANDIDATE) {
			for (int i = 0; i < this.times.length; i++) {
				this.filling[i] -= fit.trapezoid().flux(fit.ephemeris().away(this.times[i]));
			}
		}
		else {
			fit.ephemeris().mark(this.times, MASK, this.cadence / 2, this.left);
			if (kind == VerdictKind.FALSE_POSITIVE) {
				fit.ephemeris().mark(this.times, MASK, this.cadence / 2, this.stars);
			}
			this.doubts++;
		}
		if (!fit.ephemeris().isSingle()) {
			this.periods.add(fit.ephemeris().period());
			this.kinds.add(kind);
		}
	}

	/** Points in transits of any signal; not a copy. */
	boolean[] masked() {
		return this.masked;
	}

	/** A flattened curve without what was found. */
	Weighted without(double[] fluxes, double[] weights) {
		return filled(fluxes, weights, this.left);
	}

	/**
	 * What transits lie beside: the same, but with false alarms, since what they are may
	 * have made a dip more. Eclipses of two stars stay away; a planet may be around both.
	 */
	Weighted beside(double[] fluxes, double[] weights) {
		return filled(fluxes, weights, this.stars);
	}

	private Weighted filled(double[] fluxes, double[] weights, boolean[] away) {
		double[] filled = fluxes.clone();
		double[] counting = weights.clone();
		for (int i = 0; i < filled.length; i++) {
			filled[i] += this.filling[i];
			counting[i] = away[i] ? 0 : weights[i];
		}
		return new Weighted(this.times, filled, counting);
	}

	/** How many of those found are no candidates. */
	int doubts() {
		return this.doubts;
	}

	/**
	 * By which share a period is off the nearest of the periods found, or of twice or
	 * three times or a half or a third of that of two stars, whose other eclipses may lie
	 * anywhere and in gaps; 1 if there is none.
	 */
	double off(double period) {
		int nearest = nearest(period);
		return (nearest < 0) ? 1 : off(period, nearest);
	}

	private double off(double period, int earlier) {
		boolean stars = this.kinds.get(earlier) == VerdictKind.FALSE_POSITIVE;
		double least = Double.POSITIVE_INFINITY;
		for (double share : SHARES) {
			if (stars || share == 1) {
				least = Math.min(least, Math.abs(period / (share * this.periods.get(earlier)) - 1));
			}
		}
		return least;
	}

	/**
	 * What is to be said of a signal of the same period as the nearest of those found.
	 */
	VerdictKind kind(double period) {
		int nearest = nearest(period);
		boolean stars = nearest >= 0 && this.kinds.get(nearest) == VerdictKind.FALSE_POSITIVE;
		return stars ? VerdictKind.FALSE_POSITIVE : VerdictKind.FALSE_ALARM;
	}

	private int nearest(double period) {
		int nearest = -1;
		for (int i = 0; i < this.periods.size(); i++) {
			nearest = (nearest < 0 || off(period, i) < off(period, nearest)) ? i : nearest;
		}
		return nearest;
	}

}
