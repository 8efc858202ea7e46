package io.exoscout.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * Parts separated text into records and cells as RFC 4180 has them, and as Commons CSV
 * does that is told to pass over empty lines and blanks around cells: the same cells, or
 * a fault on the same line, for any text. A record is parted once all of it lies in one
 * block of characters, of which its cells are slices; where the block ends too early,
 * more is read and the record is begun again.
 */
final class CsvScanner implements Closeable {

	/** Characters read together; the records of a block keep it in memory. */
	private static final int BLOCK = 1 << 15;

	/** For so few a block is not read on. */
	private static final int FEW = BLOCK / 8;

	private enum Found {

		RECORD, NOTHING, MORE_TO_READ

	}

	private final Reader reader;

	private final char separator;

	private final long most;

	private char[] text = new char[BLOCK];

	/** Where the next record begins. */
	private int at;

	private int end;

	private boolean ended;

	private final LineCount lines = new LineCount();

	/** Characters of the empty lines before the record. */
	private long skipped;

	private final CellBounds cells = new CellBounds();

	/** Whether some cell of the record stands in quotes. */
	private boolean quoted;

	/**
	 * Parts a text.
	 * @param most of a record's characters
	 */
	CsvScanner(Reader reader, char separator, long most) {
		this.reader = reader;
		this.separator = separator;
		this.most = most;
	}

	/** A quoted cell that is not closed, or is followed by text. */
	static final class BrokenQuoting extends IOException {

		private static final long serialVersionUID = 1;

		BrokenQuoting(String message) {
			super(message);
		}

	}

	/** A record of more characters than allowed. */
	static final class EndlessRecord extends IOException {

		private static final long serialVersionUID = 1;

	}

	/**
	 * The cells of the next record that is no empty line; {@code null} at the end.
	 * @throws BrokenQuoting if its quotes are not well-formed
	 * @throws EndlessRecord if it has too many characters, empty lines before it included
	 */
	@Nullable CsvCells next() throws IOException {
		this.skipped = 0;
		Found found = find();
		while (found == Found.MORE_TO_READ) {
			readMore();
			found = find();
		}
		if (found == Found.NOTHING) {
			return null;
		}
		return this.cells.of(this.text);
	}

	/** The line that is being read, from 1; at the end of a line, how many there were. */
	long line() {
		return this.lines.line();
	}

	/** How many lines end inside cells of the last record. */
	long linesInside() {
		return this.lines.inside();
	}

	/**
	 * Whether some cell of the last record stood in quotes, with blanks inside perhaps.
	 */
	boolean anyQuoted() {
		return this.quoted;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	private Found find() throws IOException {
		if (!skipEmptyLines()) {
			return Found.MORE_TO_READ;
		}
		if (this.at == this.end) {
			this.lines.endText();
			return Found.NOTHING;
		}
		return record();
	}

	/** Whether the character after them, or the end, can be told. */
	private boolean skipEmptyLines() throws IOException {
		int from = this.at;
		int next = this.at;
		while (next >= 0 && next < this.end && isLineEnd(this.text[next])) {
			next = afterLineEnd(next);
			if (next >= 0) {
				this.at = next;
				this.lines.endLine();
			}
		}
		this.skipped += this.at - from;
		requireShort(this.at);
		return next >= 0 && (next < this.end || this.ended);
	}

	private Found record() throws IOException {
		this.cells.clear();
		this.quoted = false;
		this.lines.beginRecord();
		int i = this.at;
		while (true) {
			i = afterBlanks(i);
			i = (i < this.end && this.text[i] == '"') ? afterQuoted(i + 1) : afterPlain(i);
			if (i < 0) {
				return Found.MORE_TO_READ;
			}
			if (i == this.end || this.text[i] != this.separator) {
				return endRecord(i);
			}
			i++;
		}
	}

	private int afterBlanks(int from) {
		int i = from;
		while (i < this.end && CsvCells.isBlank(this.text[i]) && !endsCell(this.text[i])) {
			i++;
		}
		return i;
	}

	private int afterPlain(int start) {
		int next = endOfCell(start);
		int stop = next;
		while (stop > start && CsvCells.isBlank(this.text[stop - 1])) {
			stop--;
		}
		this.cells.add(start, stop, false);
		return next;
	}

	/** Takes a cell whose opening quote was read; -1 where its end is not to be seen. */
	private int afterQuoted(int start) throws IOException {
		this.quoted = true;
		boolean open = true;
		boolean twice = false;
		int i = start;
		while (open && i < this.end) {
			char c = this.text[i++];
			if (c == '"' && i < this.end && this.text[i] == '"') {
				twice = true;
				i++;
			}
			else if (c == '"') {
				open = false;
			}
			else if (isLineEnd(c)) {
				this.lines.endInside(c, this.text[i - 2]);
			}
		}
		if (i == this.end && !this.ended) {
			return -1;
		}
		if (open) {
			requireShort(i);
			this.lines.endInQuotes(isLineEnd(this.text[i - 1]));
			throw new BrokenQuoting("a quoted cell is not closed");
		}
		this.cells.add(start, i - 1, twice);
		while (i < this.end && !endsCell(this.text[i])) {
			if (!CsvCells.isBlank(this.text[i++])) {
				requireShort(i);
				this.lines.stop();
				throw new BrokenQuoting("a quoted cell is followed by text");
			}
		}
		return i;
	}

	private boolean endsCell(char c) {
		return c == this.separator || isLineEnd(c);
	}

	private int endOfCell(int from) {
		char[] characters = this.text;
		char between = this.separator;
		char highest = (char) Math.max(between, '\r');
		int stop = this.end;
		int i = from;
		while (i < stop) {
			char c = characters[i];
			// of nearly all characters this is all there is to ask
			if (c <= highest && (c == between || c == '\n' || c == '\r')) {
				return i;
			}
			i++;
		}
		return i;
	}

	/** Ends a record at the end of its line or of the text. */
	private Found endRecord(int last) throws IOException {
		int next = (last < this.end) ? afterLineEnd(last) : this.ended ? last : -1;
		if (next < 0) {
			return Found.MORE_TO_READ;
		}
		requireShort(next);
		this.lines.endRecord();
		this.at = next;
		return Found.RECORD;
	}

	private static boolean isLineEnd(char c) {
		return c == '\n' || c == '\r';
	}

	/** What follows the end of a line, -1 where that is not yet known. */
	private int afterLineEnd(int i) {
		if (this.text[i] == '\n') {
			return i + 1;
		}
		if (i + 1 == this.end) {
			return this.ended ? i + 1 : -1;
		}
		return (this.text[i + 1] == '\n') ? i + 2 : i + 1;
	}

	private void requireShort(int i) throws EndlessRecord {
		if (this.skipped + i - this.at > this.most) {
			throw new EndlessRecord();
		}
	}

	/**
	 * Reads on, at least as much as there is of a record that is not complete, lest a
	 * long one is begun too often.
	 */
	private void readMore() throws IOException {
		requireShort(this.end);
		int begun = this.end - this.at;
		if (this.text.length - this.end <= Math.max(begun, FEW)) {
			// the old block belongs to its records
			char[] block = new char[Math.max(BLOCK, 3 * begun)];
			System.arraycopy(this.text, this.at, block, 0, begun);
			this.text = block;
			this.at = 0;
			this.end = begun;
		}
		while (!this.ended && this.end - this.at <= 2 * begun) {
			int count = this.reader.read(this.text, this.end, this.text.length - this.end);
			this.ended = count < 0;
			this.end += Math.max(0, count);
		}
	}

}
