package io.exoscout.form;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import io.exoscout.body.TableLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.Digests;

/**
 * Writes a table as the archive would: commas, LF, quotes only where a cell needs them.
 * Rows stand on the lines they had in the file as sent, as far as that is possible, so
 * that what is said of them later names those.
 */
final class PlainWriter implements Closeable {

	private static final long MOST_BLANK_LINES = 1 << 20;

	private final MessageDigest digest = Digests.sha256();

	private final OutputStream out;

	private final long maxBytes;

	private final long firstLine;

	private final StringBuilder text = new StringBuilder();

	private long lines;

	private long bytes;

	PlainWriter(Path file, long firstLine, TableLimits limits) throws IOException {
		this.out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), this.digest), 1 << 14);
		this.firstLine = firstLine;
		this.maxBytes = limits.maxSize().toBytes();
	}

	/** A header as it is written, without its line end. */
	static String header(List<String> names) {
		StringBuilder text = new StringBuilder();
		// what begins like this would be taken for a comment or a mark
		boolean quoted = names.get(0).startsWith("#") || names.get(0).startsWith("\uFEFF");
		append(text, names, quoted);
		return text.toString();
	}

	void header(long line, List<String> names) throws IOException {
		begin(line);
		this.text.append(header(names));
		end();
	}

	void row(long line, List<String> cells) throws IOException {
		begin(line);
		append(this.text, cells, false);
		end();
	}

	long bytes() {
		return this.bytes;
	}

	/** The digest of all that was written; once, at the end. */
	String sha256() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	@Override
	public void close() throws IOException {
		this.out.close();
	}

	private void begin(long line) {
		// blank lines are left out where a hostile file has a flood of them
		long missing = Math.min(line - this.firstLine - this.lines, MOST_BLANK_LINES);
		for (long i = 0; i < missing; i++) {
			this.text.append('\n');
		}
	}

	private void end() throws IOException {
		this.text.append('\n');
		byte[] encoded = this.text.toString().getBytes(StandardCharsets.UTF_8);
		this.lines += this.text.chars().filter((c) -> c == '\n').count();
		this.bytes += encoded.length;
		if (this.bytes > this.maxBytes) {
			throw new ProblemException(ErrorCode.TABLE_TOO_LARGE,
					"The table is larger than " + this.maxBytes + " bytes when written as CSV, the limit here.");
		}
		this.out.write(encoded);
		this.text.setLength(0);
	}

	private static void append(StringBuilder text, List<String> cells, boolean firstQuoted) {
		for (int i = 0; i < cells.size(); i++) {
			if (i > 0) {
				text.append(',');
			}
			String cell = cells.get(i);
			if (needsQuotes(cell) || (i == 0 && firstQuoted)) {
				text.append('"').append(cell.replace("\"", "\"\"")).append('"');
			}
			else {
				text.append(cell);
			}
		}
	}

	private static boolean needsQuotes(String cell) {
		for (int i = 0; i < cell.length(); i++) {
			char c = cell.charAt(i);
			if (c == ',' || c == '\n' || c == '\r' || (c == '"' && i == 0)) {
				return true;
			}
		}
		return false;
	}

}
