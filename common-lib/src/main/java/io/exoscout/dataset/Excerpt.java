package io.exoscout.dataset;

/**
 * Quotes what somebody sent, so that a message stays one short, harmless line however
 * long or odd the value is.
 */
final class Excerpt {

	private static final int LENGTH = 60;

	private Excerpt() {
	}

	static String of(String value) {
		return of(value, LENGTH);
	}

	static String of(String value, int length) {
		StringBuilder excerpt = new StringBuilder("\"");
		value.codePoints()
			.limit(length)
			.map((point) -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
			.forEach(excerpt::appendCodePoint);
		return excerpt.append((value.codePointCount(0, value.length()) > length) ? "…\"" : "\"").toString();
	}

}
