package io.exoscout.json;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The rows of a table in whatever form it was sent, one after the other. */
public interface SentRows extends Closeable {

	/** The names of the columns as they were sent, trimmed; blank where there is none. */
	List<String> header();

	/** The line of the header; the first unless the form of the table has others. */
	default long headerLine() {
		return 1;
	}

	/** The next row, or {@code null} at the end. */
	@Nullable SentRow next();

	/** What the reader should know, once all rows were read. */
	List<String> notes();

	/** A table that can be read more than once. */
	interface Source {

		SentRows open() throws IOException;

	}

}
