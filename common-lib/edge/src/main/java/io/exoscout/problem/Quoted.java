package io.exoscout.problem;

import org.jspecify.annotations.Nullable;

/**
 * Quotes what somebody sent, so that a message stays one short, harmless line however
 * long or odd the value is.
 */
public final class Quoted {

	private static final int LENGTH = 60;

	private static final int LONGEST = 100;

	private Quoted() {
	}

	public static String of(String value) {
		return of(value, LENGTH);
	}

	public static String of(String value, int length) {
		StringBuilder excerpt = new StringBuilder("\"");
		value.codePoints()
			.limit(length)
			.map((point) -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
			.forEach(excerpt::appendCodePoint);
		return excerpt.append((value.codePointCount(0, value.length()) > length) ? "…\"" : "\"").toString();
	}

	/**
	 * A value without quotation marks around it: no longer than a line, without control
	 * characters.
	 */
	public static String shortened(@Nullable Object value) {
		String text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST) + "…";
	}

}
