package io.exoscout.transit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.lightcurve.file.CurveOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a light curve is searched for transits. What is {@code null} was left to the
 * search, whose result says what it took.
 *
 * @param windowDays length of the window in which trends are taken out, in days
 * @param periodMin the shortest period that is searched, in days
 * @param periodMax the longest, in days
 * @param maxSignals how many signals are searched for at most
 * @param star what is known of the star
 * @param reading how the files were read, where they leave a choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CurveSearch(@Nullable Double windowDays, @Nullable Double periodMin, @Nullable Double periodMax,
		int maxSignals, @Nullable KnownStar star, CurveOptions reading) {

	/** What holds where nothing is said. */
	public static final CurveSearch DEFAULTS = new CurveSearch(null, null, null, SearchOptions.MAX_SIGNALS, null,
			CurveOptions.DEFAULTS);

	/**
	 * What is known of a star.
	 *
	 * @param radius in solar radii
	 * @param mass in solar masses
	 * @param teff its effective temperature, in kelvin
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record KnownStar(@Nullable Double radius, @Nullable Double mass, @Nullable Double teff) {
	}

}
