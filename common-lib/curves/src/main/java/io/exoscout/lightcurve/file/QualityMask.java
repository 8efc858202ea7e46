package io.exoscout.lightcurve.file;

import java.util.List;

import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Which quality flags make a point unusable, as bits.
 *
 * @param bits any of them does
 */
record QualityMask(long bits) {

	/**
	 * Attitude tweak, safe mode, coarse point, Earth point, momentum dump, excluded by
	 * hand, detector anomaly, no data, thruster firing (Kepler Archive Manual, table
	 * 2-3): the telescope did not look, or not there. Cosmic rays are not among them,
	 * since the pipeline takes them out.
	 */
	private static final QualityMask KEPLER = of(1, 2, 3, 4, 6, 9, 15, 17, 21);

	/**
	 * Bits 1 to 6, 8, 10, 13 and 15, as the TESS Science Data Products Description has
	 * it: among them momentum dumps, stray light, and what is excluded by hand.
	 */
	private static final QualityMask TESS = of(1, 2, 3, 4, 5, 6, 8, 10, 13, 15);

	private static final QualityMask ANY = new QualityMask(-1);

	private static final QualityMask NONE = new QualityMask(0);

	/**
	 * The mask that is meant.
	 * @param wanted {@code default}, {@code none}, {@code hard}, a whole number, or
	 * {@code null}
	 * @param system what the file's times are counted in, which tells its mission
	 * @throws ProblemException {@code invalid_parameter}
	 */
	static QualityMask of(@Nullable String wanted, TimeSystem system) {
		if (wanted == null || wanted.equals("default")) {
			return switch (system) {
				case BKJD -> KEPLER;
				case BTJD -> TESS;
				default -> ANY;
			};
		}
		return switch (wanted) {
			case "none" -> NONE;
			case "hard" -> ANY;
			default -> parsed(wanted);
		};
	}

	/** Checks a mask that was asked for. */
	static void check(@Nullable String wanted) {
		of(wanted, TimeSystem.RELATIVE);
	}

	/** Whether a point is unusable; one without flags is not. */
	boolean excludes(double flags) {
		return !Double.isNaN(flags) && ((long) flags & this.bits) != 0;
	}

	private static QualityMask parsed(String wanted) {
		try {
			long bits = Long.parseLong(wanted);
			if (bits >= 0) {
				return new QualityMask(bits);
			}
		}
		catch (NumberFormatException ex) {
			throw refused(wanted).causedBy(ex);
		}
		throw refused(wanted);
	}

	private static ProblemException refused(String wanted) {
		return ProblemException.invalidParameter("quality_mask", "Quality mask " + Quoted.of(wanted)
				+ " is none; accepted are " + List.of("default", "none", "hard") + " and the sum of bits, from 0.");
	}

	private static QualityMask of(int... numbers) {
		long bits = 0;
		for (int number : numbers) {
			bits |= 1L << (number - 1);
		}
		return new QualityMask(bits);
	}

}
