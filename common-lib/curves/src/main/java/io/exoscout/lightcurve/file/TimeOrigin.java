package io.exoscout.lightcurve.file;

import io.exoscout.lightcurve.TimeSystem;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where times are counted, as a file says it.
 *
 * @param system the nearest system there is
 * @param shift what has to be added to the file's times to be in it, in days
 */
record TimeOrigin(TimeSystem system, double shift) {

	/** Nobody says. */
	static final TimeOrigin UNKNOWN = new TimeOrigin(TimeSystem.RELATIVE, 0);

	/** Julian dates of any telescope in space or with a digital camera lie above. */
	private static final double JULIAN = 2_400_000.5;

	private static final Pattern DIFFERENCE = Pattern.compile("\\b(bjd|hjd|jd)[a-z_]*\\s*-\\s*(24\\d{5}(?:\\.\\d+)?)");

	/** What is counted from a barycentric Julian date. */
	static TimeOrigin of(double offset) {
		return of(TimeSystem.BJD, offset);
	}

	/**
	 * What a column is, by its name, its unit and one of its values.
	 * @param name of the column
	 * @param said its unit, or a comment about it; may be empty
	 * @param value a time of it
	 */
	static TimeOrigin of(String name, String said, double value) {
		String text = (name + " " + said).toLowerCase(Locale.ROOT);
		boolean whole = value > JULIAN;
		Matcher difference = DIFFERENCE.matcher(text);
		// whole dates have nothing taken off, whatever a comment says of others
		if (!whole && difference.find()) {
			return of(TimeSystem.valueOf(difference.group(1).toUpperCase(Locale.ROOT)),
					Double.parseDouble(difference.group(2)));
		}
		for (TimeSystem system : TimeSystem.values()) {
			if (text.matches(".*(^|[^a-z])" + system.id() + "([^a-z].*|$)") && system != TimeSystem.RELATIVE) {
				// days that are called BJD, but begin at 0, count from nobody knows when
				boolean fits = whole == (system.offset() == 0);
				return fits ? new TimeOrigin(system, 0) : (whole ? new TimeOrigin(TimeSystem.BJD, 0) : UNKNOWN);
			}
		}
		return whole ? new TimeOrigin(TimeSystem.BJD, 0) : UNKNOWN;
	}

	private static TimeOrigin of(TimeSystem system, double offset) {
		if (system != TimeSystem.BJD) {
			return new TimeOrigin(system, offset);
		}
		return Arrays.stream(TimeSystem.values())
			.filter((known) -> known.name().startsWith("B") && known.offset() == offset)
			.findFirst()
			.map((known) -> new TimeOrigin(known, 0))
			.orElse(new TimeOrigin(system, offset));
	}

}
