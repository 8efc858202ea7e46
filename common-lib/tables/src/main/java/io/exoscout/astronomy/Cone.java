package io.exoscout.astronomy;

import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A part of the sky that a cone search asks for (IVOA Recommendation Simple Cone Search
 * 1.03, section 2.1).
 *
 * @param ra right ascension of its middle in degrees
 * @param dec declination of its middle in degrees
 * @param radius in degrees; 0 asks for what columns there are, and for no row
 */
public record Cone(double ra, double dec, double radius) {

	/**
	 * A cone.
	 * @throws ProblemException {@code invalid_parameter} for a place that there is none
	 * of
	 */
	public Cone {
		require("RA", ra, 0, 360);
		require("DEC", dec, -90, 90);
		require("SR", radius, 0, 180);
	}

	/**
	 * How far a place is from the middle.
	 * @param ra right ascension in degrees, if it is known
	 * @param dec declination in degrees, if it is known
	 * @return degrees on the sky, or {@code null} where the place is not in the cone
	 */
	public @Nullable Double separation(@Nullable Number ra, @Nullable Number dec) {
		if (ra == null || dec == null || this.radius == 0) {
			return null;
		}
		// the shortest decimal of a float is what the table said
		double separation = angle(Double.parseDouble(ra.toString()), Double.parseDouble(dec.toString()));
		return (separation <= this.radius) ? separation : null;
	}

	/** The haversine formula, which keeps its precision for small angles. */
	private double angle(double ra, double dec) {
		double north = Math.sin(Math.toRadians(dec - this.dec) / 2);
		double east = Math.sin(Math.toRadians(ra - this.ra) / 2);
		double half = north * north + Math.cos(Math.toRadians(dec)) * Math.cos(Math.toRadians(this.dec)) * east * east;
		return Math.toDegrees(2 * Math.asin(Math.sqrt(Math.min(1, half))));
	}

	private static void require(String name, double value, double least, double most) {
		if (!(value >= least && value <= most)) {
			throw ProblemException.invalidParameter(name,
					"%s is '%s'; accepted are decimal degrees from %.0f to %.0f".formatted(name, value, least, most));
		}
	}

}
