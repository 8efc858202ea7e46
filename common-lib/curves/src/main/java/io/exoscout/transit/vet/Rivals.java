package io.exoscout.transit.vet;

import java.util.Arrays;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.Weighted;
import org.jspecify.annotations.Nullable;

/**
 * How strong the strongest dip is that lies anywhere else: where a star dips again and
 * again, two dips that look alike are soon found. A star may have several planets that
 * are alike, though, and what one of them does is no doubt of the other. Dips that could
 * themselves be transits of another planet are therefore taken away before: all dips of
 * one ephemeris have to be as deep as each other, none of them may be missing, and each
 * has to look like a transit. Of many dips some fit each other by chance, so that few
 * planets are believed.
 */
final class Rivals {

	/** From this share of a signal's own strength on a dip is a rival. */
	static final double STRONG = 0.6;

	/** Signals of so many transits are asked for rivals. */
	static final int FEW = 2;

	/** So many other planets are believed before one of them was measured. */
	private static final int PLANETS = 2;

	/**
	 * But none where more dips than that are as strong. Among so many some are always
	 * alike and in time with each other, and a planet that made them would have been
	 * found before one of two transits.
	 */
	private static final int MOST = 40;

	/** Transits of one planet do not differ by more, in standard deviations. */
	private static final double ALIKE = 3;

	/** What a transit's shape leaves, per point, as for a signal of few transits. */
	private static final double SHAPED = 4;

	private static final double STEPS = 6;

	private final Subject subject;

	private final Weighted points;

	private final Trapezoid shape;

	private final Dips dips;

	private final Runnable check;

	/** How strong a dip is at each of some equal steps of time; 0 if nobody looked. */
	private final double[] strengths;

	private final double step;

	private Rivals(Subject subject, Runnable check) {
		this.subject = subject;
		this.check = check;
		this.points = subject.points();
		this.shape = subject.fit().trapezoid();
		this.dips = new Dips(this.points, this.shape);
		this.step = this.shape.duration() / STEPS;
		this.strengths = new double[(int) Math.ceil(this.points.span() / this.step) + 1];
		double fewest = Events.COVERED * Math.max(1, this.shape.duration() / subject.cadence());
		Arrays.setAll(this.strengths,
				(i) -> (this.dips.count(time(i)) >= fewest) ? this.dips.significance(time(i)) : 0);
	}

	/**
	 * The strength of the strongest dip that is neither a signal's own nor likely to be
	 * another planet's, as a share of that of its own; 0 if there is none, {@code NaN} if
	 * it has none itself.
	 * @param check is run again and again; what it throws ends the work
	 */
	static double share(Subject subject, Events events, Runnable check) {
		Rivals rivals = new Rivals(subject, check);
		TransitEphemeris own = subject.fit().ephemeris();
		double strength = Medians.of(events.all()
			.stream()
			.mapToDouble((event) -> rivals.dips.significance(own.middle(event.cycle())))
			.toArray());
		rivals.remove(own);
		boolean few = events.size() <= FEW && rivals.peaks(STRONG * strength) <= MOST;
		int believed = few ? PLANETS : 0;
		return (strength > 0) ? rivals.strongest(STRONG * strength, believed) / strength : Double.NaN;
	}

	/**
	 * The strength of the strongest dip that is left if so many planets are believed, of
	 * whichever dips leave the least.
	 */
	private double strongest(double strong, int planets) {
		int dip = highest();
		double strongest = this.strengths[dip];
		if (planets == 0) {
			return strongest;
		}
		for (int other = 0; other < this.strengths.length && strongest > strong; other++) {
			TransitEphemeris planet = planet(dip, other, strong);
			if (planet != null) {
				double[] before = this.strengths.clone();
				remove(planet);
				strongest = Math.min(strongest, strongest(strong, planets - 1));
				System.arraycopy(before, 0, this.strengths, 0, before.length);
			}
		}
		return strongest;
	}

	/** How many dips are stronger than that. */
	private int peaks(double strong) {
		int peaks = 0;
		for (int i = 0; i < this.strengths.length; i++) {
			peaks += (this.strengths[i] > strong && isPeak(i)) ? 1 : 0;
		}
		return peaks;
	}

	private int highest() {
		int highest = 0;
		for (int i = 1; i < this.strengths.length; i++) {
			highest = (this.strengths[i] > this.strengths[highest]) ? i : highest;
		}
		return highest;
	}

	private void remove(TransitEphemeris ephemeris) {
		for (int i = 0; i < this.strengths.length; i++) {
			boolean apart = Math.abs(ephemeris.away(time(i))) > Chases.NEAREST * this.shape.duration();
			this.strengths[i] = apart ? this.strengths[i] : 0;
		}
	}

	/** The planet that makes a dip and another one, if one may. */
	private @Nullable TransitEphemeris planet(int dip, int other, double strong) {
		double apart = 2 * Chases.NEAREST * STEPS;
		if (Math.abs(other - dip) <= apart || this.strengths[other] <= strong || !isPeak(other)) {
			return null;
		}
		this.check.run();
		double middle = middle(dip);
		TransitEphemeris planet = new TransitEphemeris(Math.abs(middle(other) - middle), middle, this.shape.duration());
		return isPlanet(planet) ? planet : null;
	}

	private boolean isPeak(int at) {
		for (int i = Math.max(0, at - (int) STEPS); i <= Math.min(this.strengths.length - 1, at + STEPS); i++) {
			if (this.strengths[i] > this.strengths[at]) {
				return false;
			}
		}
		return true;
	}

	/** When a dip is deepest, between steps. */
	private double middle(int dip) {
		return this.dips.middle(time(dip), 0.5 / STEPS);
	}

	private boolean isPlanet(TransitEphemeris ephemeris) {
		Events events = Events.of(this.points, ephemeris, this.shape, this.subject.redness(), this.subject.cadence());
		double depth = events.depth();
		return events.size() > 1 && events.all()
			.stream()
			.allMatch((event) -> Math.abs(event.depth() - depth) <= ALIKE * event.error()
					&& this.dips.left(ephemeris.middle(event.cycle()), event.depth()) <= SHAPED);
	}

	private double time(int step) {
		return this.points.times()[0] + step * this.step;
	}

}
