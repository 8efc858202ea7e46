package io.exoscout.header;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places on the sky as hours or degrees, minutes and seconds. */
final class SexagesimalAngle {

	private static final Pattern FORM = Pattern
		.compile("([+-]?)(\\d{1,3})[:h°d ] ?(\\d{1,2})[:m' ] ?(\\d{1,2}(?:\\.\\d{0,12})?)[s\"]?");

	private SexagesimalAngle() {
	}

	/**
	 * Degrees, as a decimal number.
	 * @param cell the trimmed cell; one of another form stays as it is
	 * @param hours whether it counts hours rather than degrees
	 */
	static String degrees(String cell, boolean hours) {
		Matcher form = FORM.matcher(cell);
		if (cell.length() > 40 || !form.matches()) {
			return cell;
		}
		double value = Integer.parseInt(form.group(2)) + Integer.parseInt(form.group(3)) / 60.0
				+ Double.parseDouble(form.group(4)) / 3600;
		double degrees = (form.group(1).equals("-") ? -value : value) * (hours ? 15 : 1);
		return Double.toString(Math.rint(degrees * 1e7) / 1e7);
	}

}
