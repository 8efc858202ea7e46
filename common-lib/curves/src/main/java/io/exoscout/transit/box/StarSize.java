package io.exoscout.transit.box;

import io.exoscout.lightcurve.SearchLimit;

/**
 * How large and heavy the star is: what sets how long transits take.
 *
 * @param radius in solar radii
 * @param mass in solar masses
 * @param teff its effective temperature in kelvin
 */
public record StarSize(double radius, double mass, double teff) {

	/** Of the radius. */
	public static final SearchLimit RADIUS = new SearchLimit("star.radius", 0.05, 100);

	/** Of the mass. */
	public static final SearchLimit MASS = new SearchLimit("star.mass", 0.05, 50);

	/** Of the temperature. */
	public static final SearchLimit TEFF = new SearchLimit("star.teff", 1000, 60_000);

	/** {@code G M} of the Sun, in cubed solar radii per squared day. */
	private static final double SOLAR_GM = 2942.2062;

	/** The Sun, for stars of which nothing is known. */
	public static final StarSize SUN = new StarSize(1, 1, 5772);

	/** Checks that there can be such a star. */
	public StarSize {
		RADIUS.check(radius);
		MASS.check(mass);
		TEFF.check(teff);
	}

	/** {@code G M}, in cubed solar radii per squared day. */
	double gravity() {
		return SOLAR_GM * this.mass;
	}

	/**
	 * The half axis of an orbit in radii of the star, by Kepler's third law.
	 * @param period in days
	 */
	public double axis(double period) {
		return Math.cbrt(gravity() * period * period / (4 * Math.PI * Math.PI)) / this.radius;
	}

	/**
	 * How long a small planet on a circular orbit takes across the middle of the star, in
	 * days.
	 * @param period in days
	 */
	public double duration(double period) {
		return period / Math.PI * Math.asin(Math.min(1, 1 / axis(period)));
	}

}
