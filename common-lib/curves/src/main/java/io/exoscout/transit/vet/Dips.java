package io.exoscout.transit.vet;

import java.util.Arrays;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.Weighted;

/**
 * Single dips at any time, as far as they have a transit's shape: how strong one is, when
 * it is deepest, and what the shape leaves of it.
 *
 * @param points the curve
 * @param shape of a transit
 */
record Dips(Weighted points, Trapezoid shape) {

	/** So fine, of a duration, is the time found when a dip is deepest. */
	private static final int FINENESS = 72;

	/** As far from the middle as trapezoids are fitted, in durations. */
	private static final double REACH = 1.5;

	/** Transits come early or late by so much at most, in durations. */
	private static final double MOVED = 0.5;

	/** How many standard deviations of white noise the dip at a time is deep. */
	double significance(double middle) {
		double[] sums = sums(middle);
		return (sums[1] > 0) ? sums[0] / Math.sqrt(sums[1]) : 0;
	}

	private double[] sums(double middle) {
		double[] times = this.points.times();
		double sum = 0;
		double squares = 0;
		double end = middle + this.shape.duration() / 2;
		for (int i = first(middle - this.shape.duration() / 2); i < times.length && times[i] < end; i++) {
			double unit = this.shape.shape(times[i] - middle);
			sum -= this.points.weights()[i] * this.points.fluxes()[i] * unit;
			squares += this.points.weights()[i] * unit * unit;
		}
		return new double[] { sum, squares };
	}

	/** The first point from a time on. */
	private int first(double time) {
		int at = Arrays.binarySearch(this.points.times(), time);
		return (at >= 0) ? at : -at - 1;
	}

	/** How many points that count a transit at a time has. */
	int count(double middle) {
		int count = 0;
		double end = middle + this.shape.duration() / 2;
		for (int i = first(middle - this.shape.duration() / 2); i < this.points.size()
				&& this.points.times()[i] < end; i++) {
			count += (this.points.weights()[i] > 0) ? 1 : 0;
		}
		return count;
	}

	/**
	 * When a dip is deepest.
	 * @param near about when that is
	 * @param durations how far from that it may be
	 */
	double middle(double near, double durations) {
		double middle = near;
		double highest = significance(near);
		int steps = (int) Math.round(durations * FINENESS);
		for (int step = -steps; step <= steps; step++) {
			double time = near + step * this.shape.duration() / FINENESS;
			double strength = significance(time);
			middle = (strength > highest) ? time : middle;
			highest = Math.max(highest, strength);
		}
		return middle;
	}

	/** What a transit leaves of a dip and of what is beside it, in squared errors. */
	double left(double middle, double depth) {
		double squares = 0;
		int count = 0;
		double[] times = this.points.times();
		double end = middle + this.shape.duration();
		for (int i = first(middle - this.shape.duration()); i < times.length && times[i] < end; i++) {
			double weight = this.points.weights()[i];
			double off = this.points.fluxes()[i] + depth * this.shape.shape(times[i] - middle);
			squares += weight * off * off;
			count += (weight > 0) ? 1 : 0;
		}
		return squares / Math.max(1, count - 2);
	}

	/**
	 * The scatter that the shape leaves of a transit beyond white noise, over the depth:
	 * the median of all transits. Each may come early or late, as those of planets do
	 * that pull at each other.
	 */
	double misfit(TransitEphemeris ephemeris, Events events) {
		return Medians.of(events.all()
			.stream()
			.mapToDouble((event) -> misfit(middle(ephemeris.middle(event.cycle()), MOVED)))
			.toArray());
	}

	private double misfit(double middle) {
		double[] sums = sums(middle);
		double depth = (sums[1] > 0) ? sums[0] / sums[1] : 0;
		double[] times = this.points.times();
		double squares = 0;
		int count = 0;
		double end = middle + REACH * this.shape.duration();
		for (int i = first(middle - REACH * this.shape.duration()); i < times.length && times[i] < end; i++) {
			if (this.points.weights()[i] > 0) {
				double off = this.points.fluxes()[i] + depth * this.shape.shape(times[i] - middle);
				squares += off * off - 1 / this.points.weights()[i];
				count++;
			}
		}
		return Math.sqrt(Math.max(0, squares) / Math.max(1, count - 2)) / this.shape.depth();
	}

}
