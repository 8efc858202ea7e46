package io.exoscout.lightcurve;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * In which system times are counted, all in days: barycentric or not, and from which day
 * on.
 */
public enum TimeSystem {

	/** Barycentric Julian date. */
	BJD(0),
	/** Of Kepler and K2: BJD - 2,454,833. */
	BKJD(2_454_833),
	/** Of TESS: BJD - 2,457,000. */
	BTJD(2_457_000),
	/** Heliocentric Julian date, up to 4 s from the barycentric one. */
	HJD(0),
	/** Julian date on Earth, up to 8.3 minutes from the barycentric one. */
	JD(0),
	/** Modified Julian date: JD - 2,400,000.5. */
	MJD(2_400_000.5),
	/** Days since nobody says when. */
	RELATIVE(0);

	private final double offset;

	TimeSystem(double offset) {
		this.offset = offset;
	}

	/** What is added to a time for the Julian date, in days; 0 if that is unknown. */
	public double offset() {
		return this.offset;
	}

	/** The word for it, e.g. {@code bkjd}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
