package io.exoscout.lightcurve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What fluxes are given in, and how they become linear. */
public enum FluxUnit {

	/** Counts of any kind, such as electrons per second: linear, and positive. */
	COUNTS,
	/** Linear, around 1. */
	RELATIVE,
	/** Linear, around 0: by what share it differs from the median. */
	FRACTION,
	/** Parts per thousand around 0. */
	PPT,
	/** Parts per million around 0. */
	PPM,
	/** Magnitudes: larger is fainter, by 10<sup>0.4</sup> for each (Pogson 1856). */
	MAGNITUDES;

	/**
	 * Noise of less around 0 is surely a share: in parts per thousand, no telescope was
	 * ever as quiet from point to point.
	 */
	private static final double SHARE = 0.005;

	/** Up to there it is no part per million: no telescope was ever as quiet. */
	private static final double[] PER_THOUSAND = { 0.05, 8 };

	/** Noise of more than this around 0 is surely parts per million. */
	private static final double PER_MILLION = 50;

	/** What stars have in magnitudes: counts so few scatter more than {@link #QUIET}. */
	private static final double[] MAGNITUDES_OF_STARS = { 4, 22 };

	private static final double QUIET = 0.1;

	/** Fainter than anything that was ever seen; 99.99 stands for no magnitude. */
	private static final double INVISIBLE = 40;

	/** Noise does not go as far below, in median absolute deviations. */
	private static final double FAR = 15;

	/** What stands for nothing in tables of numbers. */
	private static final Set<Double> NINES = Set.of(-99.0, -99.9, -99.99, -999.0, -999.9, -999.99, -9999.0, -9999.9,
			-9999.99, -99_999.0, -999_999.0);

	/** A word in a name such as {@code mag}, {@code kepmag_lc} or {@code magpsf}. */
	private static final Pattern MAGNITUDE = Pattern.compile("(^|[^a-z])(mag[a-z]*|[a-z]{1,4}mags?)($|[^a-z])");

	/** The word for it, e.g. {@code ppt}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The accepted words, for error messages. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(FluxUnit::id).toList();
	}

	/** The unit of this word; {@code null} for any other. */
	@JsonCreator
	public static @Nullable FluxUnit of(String word) {
		return Arrays.stream(values()).filter((unit) -> unit.id().equals(word)).findFirst().orElse(null);
	}

	/** Whether a column of this name, in lower case, holds magnitudes. */
	public static boolean isMagnitude(String name) {
		return MAGNITUDE.matcher(name).find();
	}

	/**
	 * What fluxes are in, by what their column is called and said to be in, and by their
	 * values.
	 * @param column its name
	 * @param said the unit of the file; may be empty
	 * @param median of the values
	 * @param spread their median absolute deviation from it
	 * @param least of them
	 * @throws ProblemException {@code ambiguous_table} if they may be this or that
	 */
	public static FluxUnit guess(String column, String said, double median, double spread, double least) {
		String name = column.toLowerCase(Locale.ROOT);
		String unit = said.toLowerCase(Locale.ROOT).strip();
		if (unit.startsWith("mag") || isMagnitude(name)) {
			return MAGNITUDES;
		}
		if (unit.equals("ppt") || name.endsWith("ppt")) {
			return PPT;
		}
		if (unit.equals("ppm") || name.endsWith("ppm")) {
			return PPM;
		}
		if (name.contains("log")) {
			throw ambiguous(column, "is called like a logarithm, which no `unit` stands for. Send linear fluxes or "
					+ "magnitudes, or, if it is none, `unit`, one of " + List.of(COUNTS.id(), RELATIVE.id()) + ".");
		}
		if (unit.isEmpty() && median > MAGNITUDES_OF_STARS[0] && median < MAGNITUDES_OF_STARS[1] && spread < QUIET) {
			throw ambiguous(column, "has a median of %s and deviates from it by %s: these may be magnitudes or counts. "
				.formatted((float) median, (float) spread) + "Send `unit`, one of %s.".formatted(ids()));
		}
		if (median > 0 && (least > 0 || median > 3 * spread)) {
			return (median > 0.5 && median < 2) ? RELATIVE : COUNTS;
		}
		return aroundZero(column, median, spread);
	}

	private static FluxUnit aroundZero(String column, double median, double spread) {
		if (Math.abs(median) <= 3 * spread) {
			if (spread < SHARE) {
				return FRACTION;
			}
			if (spread > PER_THOUSAND[0] && spread < PER_THOUSAND[1]) {
				return PPT;
			}
			if (spread > PER_MILLION) {
				return PPM;
			}
		}
		throw ambiguous(column,
				"has a median of %s and deviates from it by %s: it can not be told what that is in. Send `unit`, one of %s."
					.formatted((float) median, (float) spread, ids()));
	}

	private static ProblemException ambiguous(String column, String why) {
		return new ProblemException(ErrorCode.AMBIGUOUS_TABLE, "Column \"%s\" %s".formatted(column, why),
				InputError.column(column, "unknown unit"));
	}

	/**
	 * Whether a value is none that anybody measured, but stands for none: nines with a
	 * minus, less light than none, magnitudes that no telescope sees.
	 * @param value as the file has it
	 * @param median of all
	 * @param spread their median absolute deviation from it
	 */
	public boolean isPlaceholder(double value, double median, double spread) {
		boolean farBelow = value < median - FAR * spread;
		return switch (this) {
			case MAGNITUDES -> value > INVISIBLE || (farBelow && NINES.contains(value));
			case COUNTS, RELATIVE -> (value < 0 && value < -FAR * spread) || (farBelow && NINES.contains(value));
			case FRACTION, PPT, PPM -> farBelow && NINES.contains(value);
		};
	}

	/**
	 * Makes a flux linear and positive; of magnitudes it is a share of a star of
	 * magnitude 0, whatever else is in the file.
	 */
	public double linear(double value) {
		return switch (this) {
			case COUNTS, RELATIVE -> value;
			case FRACTION -> 1 + value;
			case PPT -> 1 + value / 1e3;
			case PPM -> 1 + value / 1e6;
			case MAGNITUDES -> Math.pow(10, -0.4 * value);
		};
	}

	/** The same of a standard deviation, at a linear flux. */
	public double linearError(double error, double linear) {
		return switch (this) {
			case COUNTS, RELATIVE, FRACTION -> error;
			case PPT -> error / 1e3;
			case PPM -> error / 1e6;
			case MAGNITUDES -> error * linear * 0.4 * Math.log(10);
		};
	}

}
