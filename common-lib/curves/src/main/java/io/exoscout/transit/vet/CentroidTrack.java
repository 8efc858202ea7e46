package io.exoscout.transit.vet;

import java.util.Arrays;
import java.util.function.IntPredicate;

import io.exoscout.transit.fit.TransitEphemeris;
import org.jspecify.annotations.Nullable;

/**
 * Where the light of a star fell on the detector at each point of its curve, weighted by
 * flux. Only differences within hours mean anything: the star wanders with the
 * telescope's pointing, and jumps whenever that turns.
 *
 * @param columns in pixels, {@code NaN} where unknown
 * @param rows in pixels, {@code NaN} where unknown
 */
public record CentroidTrack(double[] columns, double[] rows) {

	/** How far from its middle an event is looked at, in durations. */
	static final double REACH = 2;

	/** From where on, in durations, nothing of it is left. */
	static final double OUT = 0.6;

	/** On each side of an event there have to be so many points. */
	private static final int FEWEST = 3;

	/**
	 * Where the light fell around one event, against a line through what is before and
	 * after it.
	 *
	 * @param first the first of its points
	 * @param columns in pixels, of each point from there on; {@code NaN} where unknown
	 * @param rows likewise
	 * @param column where the line is in the middle of the event
	 * @param row likewise
	 */
	public record Around(int first, double[] columns, double[] rows, double column, double row) {
	}

	/**
	 * An event and what is beside it.
	 * @param times of all points, in days
	 * @param ephemeris which event: the one at its epoch
	 * @param usable which points may be looked at
	 * @return {@code null} if there is too little on one of its sides
	 */
	public @Nullable Around around(double[] times, TransitEphemeris ephemeris, IntPredicate usable) {
		double middle = ephemeris.epoch();
		double reach = Math.min(REACH * ephemeris.duration(), ephemeris.period() / 2);
		int from = first(times, middle - reach);
		int to = first(times, middle + reach);
		double out = OUT * ephemeris.duration();
		Line column = new Line();
		Line row = new Line();
		int before = 0;
		int after = 0;
		for (int i = from; i < to; i++) {
			double away = times[i] - middle;
			if (Math.abs(away) > out && known(i) && usable.test(i)) {
				column.add(away, this.columns[i]);
				row.add(away, this.rows[i]);
				before += (away < 0) ? 1 : 0;
				after += (away > 0) ? 1 : 0;
			}
		}
		if (before < FEWEST || after < FEWEST) {
			return null;
		}
		double[] apartColumns = new double[to - from];
		double[] apartRows = new double[to - from];
		for (int i = from; i < to; i++) {
			boolean counts = known(i) && usable.test(i);
			double away = times[i] - middle;
			apartColumns[i - from] = counts ? this.columns[i] - column.at(away) : Double.NaN;
			apartRows[i - from] = counts ? this.rows[i] - row.at(away) : Double.NaN;
		}
		return new Around(from, apartColumns, apartRows, column.at(0), row.at(0));
	}

	private boolean known(int point) {
		return Double.isFinite(this.columns[point]) && Double.isFinite(this.rows[point]);
	}

	private static int first(double[] times, double time) {
		int at = Arrays.binarySearch(times, time);
		return (at >= 0) ? at : -at - 1;
	}

	/** A line by least squares, of values that may be far from 0. */
	private static final class Line {

		private int count;

		private double origin;

		private double sumX;

		private double sumY;

		private double squares;

		private double products;

		void add(double x, double y) {
			if (this.count++ == 0) {
				this.origin = y;
			}
			this.sumX += x;
			this.sumY += y - this.origin;
			this.squares += x * x;
			this.products += x * (y - this.origin);
		}

		double at(double x) {
			double spread = this.count * this.squares - this.sumX * this.sumX;
			double slope = (spread > 0) ? (this.count * this.products - this.sumX * this.sumY) / spread : 0;
			return this.origin + (this.sumY - slope * this.sumX) / this.count + slope * x;
		}

	}

}
