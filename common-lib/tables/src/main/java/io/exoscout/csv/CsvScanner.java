package io.exoscout.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Parts separated text into records and cells as RFC 4180 has them, and as Commons CSV
 * does that is told to pass over empty lines and blanks around cells: the same cells, or
 * a fault on the same line, for any text. Cells that stand in no quotes, which are nearly
 * all, are cut out of the buffer at once.
 */
final class CsvScanner implements Closeable {

	private static final int BUFFER = 1 << 13;

	/** Nothing was read yet. */
	private static final int START = -2;

	private static final int END = -1;

	private final Reader reader;

	private final char separator;

	private final char[] buffer = new char[BUFFER];

	private int at;

	private int end;

	/** The character that was read last. */
	private int last = START;

	private long lines;

	private long linesInside;

	private String[] cells = new String[64];

	private int count;

	/** Collects a cell that does not lie in the buffer in one piece. */
	private final StringBuilder text = new StringBuilder();

	CsvScanner(Reader reader, char separator) {
		this.reader = reader;
		this.separator = separator;
	}

	/** A quoted cell that is not closed, or is followed by text. */
	static final class BrokenQuoting extends IOException {

		private static final long serialVersionUID = 1;

		BrokenQuoting(String message) {
			super(message);
		}

	}

	/**
	 * The cells of the next record that is no empty line; {@code null} at the end.
	 * @throws BrokenQuoting if its quotes are not well-formed
	 */
	String @Nullable [] next() throws IOException {
		this.count = 0;
		this.linesInside = 0;
		int before = this.last;
		int c = read();
		boolean ending = endsLine(c);
		while (ending && (before == START || before == '\n' || before == '\r')) {
			before = c;
			c = read();
			ending = endsLine(c);
		}
		if (c == END) {
			return null;
		}
		boolean whole = false;
		while (!whole) {
			while (!ending && c != this.separator && Character.isWhitespace(c)) {
				c = read();
				ending = endsLine(c);
			}
			if (c == this.separator || ending || c == END) {
				add("");
				whole = c != this.separator;
			}
			else {
				whole = (c == '"') ? quoted() : plain();
			}
			if (!whole) {
				c = read();
				ending = endsLine(c);
			}
		}
		return Arrays.copyOf(this.cells, this.count);
	}

	/** The line that is being read, from 1; at the end of a line, how many there were. */
	long line() {
		boolean exact = this.last == '\n' || this.last == '\r' || this.last == START || this.last == END;
		return exact ? this.lines : this.lines + 1;
	}

	/** How many lines end inside cells of the last record. */
	long linesInside() {
		return this.linesInside;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/**
	 * Reads the rest of a cell whose first character was read; whether it is the last.
	 */
	private boolean plain() throws IOException {
		int start = this.at - 1;
		this.text.setLength(0);
		while (!toEndOfCell()) {
			this.text.append(this.buffer, start, this.end - start);
			this.last = this.buffer[this.end - 1];
			start = 0;
			if (!fill()) {
				break;
			}
		}
		this.last = (this.at > start) ? this.buffer[this.at - 1] : this.last;
		add(cell(start));
		return endsRecord(read());
	}

	/** Goes on to the end of a cell; {@code false} where that is not in the buffer. */
	private boolean toEndOfCell() {
		char[] characters = this.buffer;
		int i = this.at;
		int stop = this.end;
		char between = this.separator;
		while (i < stop) {
			char c = characters[i];
			if (c == between || c == '\n' || c == '\r') {
				this.at = i;
				return true;
			}
			i++;
		}
		this.at = i;
		return false;
	}

	/** The collected text and what lies in the buffer, without blanks at its end. */
	private String cell(int start) {
		if (this.text.length() > 0) {
			this.text.append(this.buffer, start, this.at - start);
			int length = this.text.length();
			while (length > 0 && Character.isWhitespace(this.text.charAt(length - 1))) {
				length--;
			}
			return this.text.substring(0, length);
		}
		int stop = this.at;
		while (stop > start && Character.isWhitespace(this.buffer[stop - 1])) {
			stop--;
		}
		return new String(this.buffer, start, stop - start);
	}

	/** Reads a cell whose opening quote was read; whether it is the last. */
	private boolean quoted() throws IOException {
		this.text.setLength(0);
		while (true) {
			int c = read();
			if (c == END) {
				throw new BrokenQuoting("a quoted cell is not closed");
			}
			if (c != '"') {
				this.linesInside += (c == '\n') ? 1 : 0;
				this.text.append((char) c);
			}
			else if (peek() == '"') {
				this.text.append((char) read());
			}
			else {
				break;
			}
		}
		add(this.text.toString());
		int c = read();
		while (c != this.separator && c != '\n' && c != '\r' && c != END) {
			if (!Character.isWhitespace(c)) {
				throw new BrokenQuoting("a quoted cell is followed by text");
			}
			c = read();
		}
		return endsRecord(c);
	}

	/** Whether a cell that ends here is the last of its record. */
	private boolean endsRecord(int c) throws IOException {
		return endsLine(c) || c == END;
	}

	/** Whether this is the end of a line, which may have two characters. */
	private boolean endsLine(int c) throws IOException {
		if (c == '\r' && peek() == '\n') {
			read();
		}
		return c == '\n' || c == '\r';
	}

	private void add(String cell) {
		if (this.count == this.cells.length) {
			this.cells = Arrays.copyOf(this.cells, 2 * this.count);
		}
		this.cells[this.count++] = cell;
	}

	private int peek() throws IOException {
		return (this.at < this.end || fill()) ? this.buffer[this.at] : END;
	}

	private int read() throws IOException {
		int c = (this.at < this.end || fill()) ? this.buffer[this.at++] : END;
		boolean broken = this.last == '\r' || this.last == '\n';
		if (c == '\r' || (c == '\n' && this.last != '\r') || (c == END && !broken && this.last != END)) {
			this.lines++;
		}
		this.last = c;
		return c;
	}

	/** Fills the buffer anew; {@code false} at the end. */
	private boolean fill() throws IOException {
		this.at = 0;
		this.end = 0;
		int count = this.reader.read(this.buffer, 0, BUFFER);
		while (count == 0) {
			count = this.reader.read(this.buffer, 0, BUFFER);
		}
		this.end = Math.max(0, count);
		return count > 0;
	}

}
