package io.exoscout.body;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Finds the line of a table's leading comments that says when the archive made it, such
 * as {@code # Sat Oct  4 07:34:55 2025}.
 */
final class DownloadDate {

	/** A line with a date is no longer than this. */
	private static final int LONGEST = 40;

	/** And no shorter than {@code Sat Oct 4 07:34:55 2025}. */
	private static final int SHORTEST = 23;

	/**
	 * The archive's heads have fewer lines; to try each of millions would cost more than
	 * all the rest of reading.
	 */
	private static final int LINES = 500;

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy",
			Locale.ENGLISH);

	private final StringBuilder line = new StringBuilder();

	private int lines;

	private @Nullable String found;

	/**
	 * Reads on to what is no text of the comment: the end of its line, or NUL.
	 * @return the place of that, or {@code to}
	 */
	int read(byte[] bytes, int from, int to) {
		int at = from;
		for (; at < to && bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != 0; at++) {
			if (this.line.length() <= LONGEST) {
				this.line.append((char) (bytes[at] & 0xFF));
			}
		}
		return at;
	}

	void endLine() {
		this.lines = Math.min(this.lines + 1, LINES + 1);
		if (this.found == null && this.lines <= LINES && this.line.length() >= SHORTEST
				&& this.line.length() <= LONGEST) {
			this.found = parse(this.line.toString().replace('#', ' ').strip().replaceAll(" +", " "));
		}
		this.line.setLength(0);
	}

	@Nullable String found() {
		return this.found;
	}

	private static @Nullable String parse(String text) {
		try {
			return LocalDateTime.parse(text, FORMAT).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
		}
		catch (DateTimeParseException ex) {
			return null; // a comment of another kind
		}
	}

}
