package io.exoscout.lightcurve.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.fits.FitsCards;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a mission's file says of the star.
 *
 * @param radius in solar radii
 * @param teff its effective temperature, in kelvin
 * @param logg decimal logarithm of its surface gravity, in cm/s²
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeaderStar(@Nullable Double radius, @Nullable Double teff, @Nullable Double logg) {

	/** Gravity at the Sun's surface, as a logarithm (IAU 2015 B3). */
	private static final double SUN = 4.438;

	/** What the cards say; {@code null} if that is nothing. */
	static @Nullable HeaderStar of(FitsCards cards) {
		Double radius = within(cards.number("RADIUS"), 0.05, 100);
		Double teff = within(cards.number("TEFF"), 1000, 60_000);
		Double logg = within(cards.number("LOGG"), 0, 7);
		return (radius != null || teff != null || logg != null) ? new HeaderStar(radius, teff, logg) : null;
	}

	/** The mass in solar masses that radius and gravity make, if both are known. */
	public @Nullable Double mass() {
		if (this.radius == null || this.logg == null) {
			return null;
		}
		return within(this.radius * this.radius * Math.pow(10, this.logg - SUN), 0.05, 50);
	}

	/**
	 * Some catalogues have a 0, or another number that no star has, for what is unknown.
	 */
	private static @Nullable Double within(@Nullable Double value, double least, double most) {
		return (value != null && value >= least && value <= most) ? value : null;
	}

}
