package io.exoscout.neighbour;

import io.exoscout.archive.NameHash;

/**
 * An object as its neighbours see it. Names are 64-bit hashes, 0 where there is none; a
 * number that is not known is {@code NaN}.
 *
 * @param object its name
 * @param star the name of its star
 * @param period in days, positive
 * @param epoch of a transit, in days
 * @param duration of a transit, in hours
 * @param radius of the planet it would be, in R_Earth
 * @param impact impact parameter
 * @param ra right ascension in degrees
 * @param dec declination in degrees
 * @param logPeriod natural logarithm of the period, and
 * @param field the part of the sky it lies in ({@link Sky#field}): kept, since they are
 * asked for again and again
 */
public record Neighbour(long object, long star, float period, float epoch, float duration, float radius, float impact,
		float ra, float dec, double logPeriod, long field) {

	/** A name that is none. */
	public static final long NAMELESS = 0;

	/** Two objects of one star never have periods this close. */
	private static final double SAME_PERIOD = 1e-4;

	/** Of one signal, whatever it is called: relative difference of the periods. */
	static final double SAME_SIGNAL = 1e-6;

	/** In degrees. */
	static final double SAME_PLACE = 1e-4;

	/** In days; of times modulo the period. */
	private static final double SAME_EPOCH = 1e-2;

	/** An object by what is known of it; a period that is not positive is none. */
	public Neighbour(long object, long star, float period, float epoch, float duration, float radius, float impact,
			float ra, float dec) {
		this(object, star, (period > 0) ? period : Float.NaN, epoch, duration, radius, impact, ra, dec,
				(period > 0) ? StrictMath.log(period) : Double.NaN, Sky.field(ra, dec));
	}

	/**
	 * A name as a number. {@code 123.0}, as some tools save the number 123 again, is
	 * {@code 123}.
	 */
	public static long hash(String name) {
		if (name.isEmpty()) {
			return NAMELESS;
		}
		long hash = NameHash.fnv1a(name.endsWith(".0") ? name.substring(0, name.length() - 2) : name);
		return (hash != NAMELESS) ? hash : 1;
	}

	/** Whether it can be told from other objects. */
	boolean recognisable() {
		return this.object != NAMELESS || this.star != NAMELESS;
	}

	boolean named() {
		return this.object != NAMELESS;
	}

	/** Whether it is known where on the sky it is. */
	boolean hasPlace() {
		return this.field != Sky.NOWHERE;
	}

	/**
	 * Whether another object must be this one: by its name, a nameless one by star and
	 * period, and whatever they are called by place, period and epoch.
	 */
	boolean is(Neighbour other) {
		if (named() && other.named()) {
			return this.object == other.object || isSignalOf(other);
		}
		return sharesStarWith(other) && Math.abs(this.period - other.period) <= SAME_PERIOD * this.period
				|| isSignalOf(other);
	}

	/** Whether place, period and epoch, if known, are those of another object. */
	boolean isSignalOf(Neighbour other) {
		if (!(Math.abs(this.period - other.period) <= SAME_SIGNAL * this.period) || !isAtPlaceOf(other)) {
			return false;
		}
		double cycles = ((double) other.epoch - this.epoch) / this.period;
		// where an epoch is not known, nothing speaks against it
		return Double.isNaN(cycles) || Math.abs(cycles - Math.rint(cycles)) * this.period <= SAME_EPOCH;
	}

	/** Whether another object is at the same place, so that their stars are one. */
	boolean isAtPlaceOf(Neighbour other) {
		return Math.abs(this.ra - other.ra) <= SAME_PLACE && Math.abs(this.dec - other.dec) <= SAME_PLACE;
	}

	/** The same object under other names. */
	Neighbour named(long object, long star) {
		return new Neighbour(object, star, this.period, this.epoch, this.duration, this.radius, this.impact, this.ra,
				this.dec, this.logPeriod, this.field);
	}

	/** Whether another object is one of another star. */
	boolean isElsewhereThan(Neighbour other) {
		return !sharesStarWith(other) && !is(other);
	}

	boolean sharesStarWith(Neighbour other) {
		return this.star != NAMELESS && this.star == other.star;
	}

	/** The shorter one of this period and another. */
	double shorterPeriod(double ratio) {
		return Math.min(this.period, this.period * ratio);
	}

	/**
	 * How far the nearest transits of two objects are apart.
	 * @param ratio the other's period over this one's
	 * @return the time between them in the longer one's durations
	 */
	double transitsApart(float otherEpoch, float otherDuration, double ratio) {
		double shorter = shorterPeriod(ratio);
		double cycles = ((double) otherEpoch - this.epoch) / shorter;
		return Math.abs(cycles - Math.rint(cycles)) * shorter * 24 / Math.max(this.duration, otherDuration);
	}

	/** How much a degree of right ascension is shorter here than at the equator. */
	double eastward() {
		return StrictMath.cos(StrictMath.toRadians(this.dec));
	}

	/**
	 * Angle to another place in arc minutes, where it is less than a given one; exact
	 * enough below a degree.
	 * @param otherRa right ascension in degrees
	 * @param otherDec declination in degrees
	 * @param eastward {@link #eastward}
	 * @param most from here on the exact angle does not matter
	 */
	double arcMinutesTo(float otherRa, float otherDec, double eastward, double most) {
		return (60 * Math.abs(this.dec - otherDec) > most) ? Double.POSITIVE_INFINITY
				: arcMinutesTo(otherRa, otherDec, eastward);
	}

	/** The same, however far it is. */
	double arcMinutesTo(float otherRa, float otherDec, double eastward) {
		double north = this.dec - otherDec;
		double turn = Math.abs(this.ra - otherRa);
		double east = Math.min(turn, 360 - turn) * eastward;
		return 60 * Math.sqrt(east * east + north * north);
	}

}
