package io.exoscout.lightcurve;

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
		Double radius = positive(cards.number("RADIUS"));
		Double teff = positive(cards.number("TEFF"));
		Double logg = cards.number("LOGG");
		return (radius != null || teff != null || logg != null) ? new HeaderStar(radius, teff, logg) : null;
	}

	/** The mass in solar masses that radius and gravity make, if both are known. */
	public @Nullable Double mass() {
		return (this.radius != null && this.logg != null) ? this.radius * this.radius * Math.pow(10, this.logg - SUN)
				: null;
	}

	private static @Nullable Double positive(@Nullable Double value) {
		return (value != null && value > 0) ? value : null;
	}

}
