package io.exoscout.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DocumentWriter} wrote, one document at a time. */
final class DocumentReader implements Closeable {

	/** A document has 16 MB at most, as JSON a few times that. */
	private static final int LONGEST_LINE = 128 << 20;

	private final InputStream in;

	private final String name;

	private long line;

	/**
	 * A reader.
	 * @param in the lines; closed with this reader
	 * @param name what to call them when something is wrong
	 */
	DocumentReader(InputStream in, String name) {
		this.in = new BufferedInputStream(in, 1 << 16);
		this.name = name;
	}

	/** The next document, or {@code null} after the last one. */
	@Nullable Document next() throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		int next = this.in.read();
		if (next < 0) {
			return null;
		}
		this.line++;
		for (; next != '\n'; next = this.in.read()) {
			if (next < 0 || text.size() == LONGEST_LINE) {
				throw unreadable(null);
			}
			text.write(next);
		}
		return document(text.toString(StandardCharsets.UTF_8));
	}

	private Document document(String json) {
		try {
			Document document = Document.parse(json);
			if (document.get("_id") != null) {
				return document;
			}
		}
		catch (RuntimeException ex) {
			// the parser throws whatever the text makes it stumble over
			throw unreadable(ex);
		}
		throw unreadable(null);
	}

	private BackupFailed unreadable(@Nullable RuntimeException cause) {
		return new BackupFailed("line %d of %s is no document".formatted(this.line, this.name), cause);
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
