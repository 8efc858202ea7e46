package io.exoscout.stream.sent;

import org.jspecify.annotations.Nullable;

/**
 * One entry as it was sent.
 *
 * @param line where it stood: a line of the body, or a place in an array, from 1
 * @param cells its cells in the order of the columns that were asked for, those that are
 * missing or blank {@code null}; none where it is refused
 * @param refusal why it can not be read, if so
 */
public record SentEntry(long line, @Nullable String[] cells, @Nullable String refusal) {

	static SentEntry refused(long line, String refusal) {
		return new SentEntry(line, new String[0], refusal);
	}

}
