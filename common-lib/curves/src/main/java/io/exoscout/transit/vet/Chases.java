package io.exoscout.transit.vet;

import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.Weighted;

/**
 * How lonely each event is (the "Chases" metric of Thompson et al. 2018): from each
 * transit one goes both ways until something as strong comes, dip or bump, at most a
 * tenth of the period. 1 where nothing came, 0 where it came at once.
 */
final class Chases {

	private static final double FARTHEST = 0.1;

	/** What counts as strong: this share of the transit's own significance. */
	private static final double STRONG = 0.6;

	static final double NEAREST = 1.5;

	private Chases() {
	}

	/** The mean over all events; 1 if there is none. */
	static double of(Weighted points, TransitEphemeris ephemeris, Trapezoid shape, Events events) {
		Dips dips = new Dips(points, shape);
		double sum = 0;
		for (Events.Event event : events.all()) {
			double middle = ephemeris.middle(event.cycle());
			double farthest = ephemeris.isSingle() ? 10 * shape.duration()
					: Math.max(FARTHEST * ephemeris.period(), 3 * shape.duration());
			sum += lonely(dips, middle, farthest);
		}
		return (events.size() > 0) ? sum / events.size() : 1;
	}

	private static double lonely(Dips dips, double middle, double farthest) {
		double own = dips.significance(middle);
		double duration = dips.shape().duration();
		double step = duration / 6;
		for (double away = NEAREST * duration; away < farthest; away += step) {
			double before = Math.abs(dips.significance(middle - away));
			double after = Math.abs(dips.significance(middle + away));
			if (Math.max(before, after) > STRONG * own) {
				return away / farthest;
			}
		}
		return 1;
	}

	/**
	 * The mean of the events' depths over their median: far from one if few make them
	 * all.
	 */
	static double meanOverMedian(Events events) {
		double mean = events.all().stream().mapToDouble(Events.Event::depth).average().orElse(Double.NaN);
		double median = events.median();
		return (median > 0) ? mean / median : Double.POSITIVE_INFINITY;
	}

}
