package io.exoscout.lightcurve.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.SearchLimit;
import org.jspecify.annotations.Nullable;

/**
 * How light curves are to be read, where the files leave a choice.
 *
 * @param flux the column of fluxes, by its name in any case; {@code null} for the one
 * that was corrected furthest
 * @param unit what the fluxes are given in; {@code null} for what the file says, or its
 * values
 * @param qualityMask {@code default}, {@code none}, {@code hard}, or the bits that make a
 * point unusable as one whole number
 * @param cadenceMinutes how far points are apart, for files without times
 * @param row which row of a matrix of fluxes is read, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CurveOptions(@Nullable String flux, @Nullable FluxUnit unit, @Nullable String qualityMask,
		@Nullable Double cadenceMinutes, @Nullable Integer row) {

	/** Of the cadence, in minutes. */
	public static final SearchLimit CADENCE = new SearchLimit("cadence_minutes", 0.01, 10_000);

	/** Of the row. */
	public static final SearchLimit ROW = new SearchLimit("row", 1, 10_000_000);

	/** What holds where nothing is said. */
	public static final CurveOptions DEFAULTS = new CurveOptions(null, null, null, null, null);

}
