package io.exoscout.found;

import io.exoscout.transit.CurveSearch.KnownStar;
import org.jspecify.annotations.Nullable;

/**
 * What follows of an orbit from its period and from what is known of its star, as the
 * archive's tables define it: circular, by Kepler's third law. {@code null} is whatever
 * asks for something of the star that nobody said: the Sun stands in for nothing here.
 *
 * @param period in days; none of a single event
 * @param star what is known of it
 */
record FoundOrbit(@Nullable Double period, KnownStar star) {

	/** Logarithm of the Sun's surface gravity in cm/s² (IAU 2015 B3). */
	private static final double SUN_GRAVITY = 4.438;

	private static final double SUN_TEMPERATURE = 5778;

	/** An astronomical unit in solar radii. */
	private static final double UNIT = 215.032;

	private static final double YEAR = 365.25;

	/** Of Bond, as the archive takes it for the equilibrium temperature. */
	private static final double ALBEDO = 0.3;

	/** Decimal logarithm of the star's surface gravity, in cm/s². */
	@Nullable Double gravity() {
		Double mass = this.star.mass();
		Double radius = this.star.radius();
		return (mass != null && radius != null) ? SUN_GRAVITY + Math.log10(mass / (radius * radius)) : null;
	}

	/** Half axis in astronomical units. */
	@Nullable Double axis() {
		Double mass = this.star.mass();
		return (mass != null && this.period != null) ? Math.cbrt(mass * Math.pow(this.period / YEAR, 2)) : null;
	}

	/**
	 * Equilibrium temperature in kelvin, of a planet that reflects 0.3 and is as warm on
	 * both sides.
	 */
	@Nullable Double temperature() {
		Double axis = axis();
		Double radius = this.star.radius();
		Double teff = this.star.teff();
		return (axis != null && radius != null && teff != null)
				? teff * Math.sqrt(radius / (2 * UNIT * axis)) * Math.pow(1 - ALBEDO, 0.25) : null;
	}

	/** Insolation in that of the Earth. */
	@Nullable Double insolation() {
		Double axis = axis();
		Double radius = this.star.radius();
		Double teff = this.star.teff();
		return (axis != null && radius != null && teff != null)
				? Math.pow(radius / axis, 2) * Math.pow(teff / SUN_TEMPERATURE, 4) : null;
	}

}
