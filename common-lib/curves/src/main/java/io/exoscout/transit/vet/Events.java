package io.exoscout.transit.vet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.Weighted;

/**
 * The transits of an ephemeris one by one, each measured with the shape of all: how deep
 * it is, and how sure that is (Jenkins 2002, ApJ 575, 493: single and multiple event
 * statistics). Errors contain the red noise.
 */
public final class Events {

	/**
	 * What there is of a transit: at least this share of the points that it could have.
	 */
	static final double COVERED = 0.4;

	/** An event is unlike most if it is as many errors off. */
	private static final double ODD = 5;

	/** Gaps in a whole transit take no more than that of its duration together. */
	private static final double GAPS = 0.5;

	/** What is more times the cadence long is a gap; a point may be missing anywhere. */
	private static final double GAP = 2.5;

	private final List<Event> all;

	private Events(List<Event> all) {
		this.all = all;
	}

	/**
	 * One transit.
	 *
	 * @param cycle its number, 0 at the epoch
	 * @param depth in units of the star's flux
	 * @param error of that
	 * @param points how many there are in it
	 * @param covered which share of the points that it could have
	 * @param whole whether gaps within a duration of its middle are short
	 */
	public record Event(long cycle, double depth, double error, int points, double covered, boolean whole) {

		/** How many standard deviations deep. */
		public double significance() {
			return this.depth / this.error;
		}

	}

	/**
	 * Measures all transits.
	 * @param redness by which factor means of a transit's duration scatter more than
	 * white noise would
	 * @param cadence days between points
	 */
	public static Events of(Weighted points, TransitEphemeris ephemeris, Trapezoid shape, double redness,
			double cadence) {
		List<Event> events = new ArrayList<>();
		double expected = Math.max(1, shape.duration() / cadence);
		double[] times = points.times();
		for (int i = 0; i < times.length;) {
			long cycle = ephemeris.cycle(times[i]);
			double fluxes = 0;
			double squares = 0;
			int count = 0;
			double last = -shape.duration();
			double gaps = 0;
			for (; i < times.length && ephemeris.cycle(times[i]) == cycle; i++) {
				double away = ephemeris.away(times[i]);
				double unit = shape.shape(away);
				if (Math.abs(away) < shape.duration()) {
					gaps += (away - last > GAP * cadence) ? away - last : 0;
					last = away;
				}
				if (unit > 0 && points.weights()[i] > 0) {
					fluxes += points.weights()[i] * points.fluxes()[i] * unit;
					squares += points.weights()[i] * unit * unit;
					count++;
				}
			}
			gaps += (shape.duration() - last > GAP * cadence) ? shape.duration() - last : 0;
			if (squares > 0 && count >= COVERED * expected) {
				events.add(new Event(cycle, -fluxes / squares, redness / Math.sqrt(squares), count,
						Math.min(1, count / expected), gaps <= GAPS * shape.duration()));
			}
		}
		return new Events(events);
	}

	/** All that were observed, in time. */
	public List<Event> all() {
		return this.all;
	}

	/** How many were observed. */
	public int size() {
		return this.all.size();
	}

	/**
	 * Those that are like most: where a star or the telescope did something else during
	 * one of many transits, that one says nothing of the others. No more than a fifth is
	 * left out.
	 */
	Events steady() {
		double median = median();
		Events steady = where((event) -> Math.abs(event.depth() - median) <= ODD * event.error());
		return (size() - steady.size() <= size() / 5) ? steady : this;
	}

	/**
	 * Those of which it can be seen how they begin and end. Beside a gap a trend has but
	 * one side to hold on to, and what it leaves there is often a dip (the "Rubble" test
	 * of Thompson et al. 2018).
	 */
	Events whole() {
		return where(Event::whole);
	}

	/** Those of some cycles. */
	Events where(Predicate<Event> chosen) {
		return new Events(this.all.stream().filter(chosen).toList());
	}

	/** The depth of all together, weighted. */
	public double depth() {
		double sum = 0;
		double weights = 0;
		for (Event event : this.all) {
			double weight = 1 / (event.error() * event.error());
			sum += weight * event.depth();
			weights += weight;
		}
		return sum / weights;
	}

	/** The depth of the middle one. */
	double median() {
		return Medians.of(this.all.stream().mapToDouble(Event::depth).toArray());
	}

	/**
	 * The error of {@link #depth()}: by the noise, or by how the events scatter if that
	 * is more.
	 */
	public double error() {
		double scatter = (size() > 3) ? squares() / (size() - 1) : 1;
		return Math.sqrt(Math.max(1, scatter) / weights());
	}

	/** The squares of what the depths are off their mean, in squared errors. */
	double squares() {
		double mean = depth();
		double squares = 0;
		for (Event event : this.all) {
			squares += Math.pow((event.depth() - mean) / event.error(), 2);
		}
		return squares;
	}

	private double weights() {
		double weights = 0;
		for (Event event : this.all) {
			weights += 1 / (event.error() * event.error());
		}
		return weights;
	}

	/**
	 * The multiple event statistic: how many standard deviations of the noise all
	 * together are deep.
	 */
	public double multiple() {
		return this.all.isEmpty() ? 0 : depth() * Math.sqrt(weights());
	}

	/** The strongest single event. */
	public Event strongest() {
		return this.all.stream().max(Comparator.comparingDouble(Event::significance)).orElseThrow();
	}

	/**
	 * By how many standard deviations the depths of two sets differ. If the depths within
	 * both scatter more than their errors say, the errors are larger.
	 */
	static double difference(Events one, Events other) {
		int freedom = one.size() + other.size() - 2;
		double scatter = (freedom >= 2) ? (one.squares() + other.squares()) / freedom : 1;
		double error = Math.sqrt(1 / one.weights() + 1 / other.weights());
		return Math.abs(one.depth() - other.depth()) / (error * Math.sqrt(Math.max(1, scatter)));
	}

}
