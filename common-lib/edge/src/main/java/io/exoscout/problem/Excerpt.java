package io.exoscout.problem;

/**
 * Quotes what somebody sent, so that a message stays one short, harmless line however
 * long or odd the value is.
 */
public final class Excerpt {

	private static final int LENGTH = 60;

	private Excerpt() {
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

}
