package io.exoscout.body;

import org.jspecify.annotations.Nullable;

/**
 * Cleans the name an uploader gave to a file. It is shown, never used as a path: only the
 * last component stays, without control characters and without invisible ones that could
 * turn the text around.
 */
public final class Filenames {

	private static final int LENGTH = 255;

	private static final String NAMELESS = "table.csv";

	private Filenames() {
	}

	/** The name as it is kept; one of our own for none. */
	public static String clean(@Nullable String name) {
		if (name == null) {
			return NAMELESS;
		}
		String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		String clean = last.codePoints()
			.filter((point) -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT
					&& Character.getType(point) != Character.SURROGATE)
			.limit(LENGTH)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
		while (clean.length() > LENGTH) {
			clean = clean.substring(0, clean.offsetByCodePoints(clean.length(), -1));
		}
		return (clean.isEmpty() || clean.equals(".") || clean.equals("..")) ? NAMELESS : clean;
	}

}
