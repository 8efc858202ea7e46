package io.exoscout.transit.box;

/**
 * The periods that a search goes through, as physics spaces them: equal steps in the cube
 * root of the frequency, so that between neighbours the transits of a whole curve drift
 * apart by an equal share of their duration (Ofir 2014, A&amp;A 561, A138).
 */
public final class PeriodGrid {

	/** How many periods are tried where one would do. */
	public static final int OVERSAMPLING = 3;

	private final double step;

	private final double first;

	private final int size;

	/**
	 * A grid.
	 * @param least the shortest period, in days
	 * @param most the longest, in days
	 * @param span how long the curve is, in days
	 */
	public PeriodGrid(double least, double most, double span, StarSize star) {
		this.step = step(span, star);
		this.first = Math.cbrt(1 / most);
		this.size = Math.toIntExact((long) count(least, most, span, star));
	}

	/** How many periods a grid would have, however many that are. */
	public static double count(double least, double most, double span, StarSize star) {
		return Math.ceil((Math.cbrt(1 / least) - Math.cbrt(1 / most)) / step(span, star)) + 1;
	}

	private static double step(double span, StarSize star) {
		double a = Math.pow(2 * Math.PI, 2.0 / 3) / Math.PI * star.radius() / Math.cbrt(star.gravity())
				/ (span * OVERSAMPLING);
		return a / 3;
	}

	/** How many periods there are. */
	public int size() {
		return this.size;
	}

	/** A frequency, per day; ascending. */
	public double frequency(int index) {
		double root = this.first + this.step * index;
		return root * root * root;
	}

	/** The period that belongs to it, in days. */
	public double period(int index) {
		return 1 / frequency(index);
	}

}
