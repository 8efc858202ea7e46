package io.exoscout.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

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

	/** Where the reading stands. */
	private enum Place {

		START, LINE_END, IN_LINE, END

	}

	private final Reader reader;

	private final char separator;

	private final long most;

	private char[] text = new char[BLOCK];

	/** Where the next record begins. */
	private int at;

	private int end;

	private boolean ended;

	private Place place = Place.START;

	private long lines;

	private long linesInside;

	/** Characters of the empty lines before the record. */
	private long skipped;

	private int[] bounds = new int[128];

	private int count;

	/** Lines that end inside the record's cells so far, as they are counted there. */
	private long inside;

	private long broken;

	/** Whether some cell of the record stands in quotes. */
	private boolean quoted;

	/** Whether some quotation mark of the record is written twice. */
	private boolean doubled;

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
		if (this.doubled) {
			unquote();
		}
		return new CsvCells(this.text, Arrays.copyOf(this.bounds, this.count));
	}

	/** The line that is being read, from 1; at the end of a line, how many there were. */
	long line() {
		return (this.place == Place.IN_LINE) ? this.lines + 1 : this.lines;
	}

	/** How many lines end inside cells of the last record. */
	long linesInside() {
		return this.linesInside;
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
			this.lines += (this.place == Place.START) ? 1 : 0;
			this.place = Place.END;
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
				this.lines++;
				this.place = Place.LINE_END;
			}
		}
		this.skipped += this.at - from;
		requireShort(this.at);
		return next >= 0 && (next < this.end || this.ended);
	}

	private Found record() throws IOException {
		this.count = 0;
		this.quoted = false;
		this.doubled = false;
		this.inside = 0;
		this.broken = 0;
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
		add(start, stop, false);
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
				this.inside += (c == '\n') ? 1 : 0;
				this.broken += (c == '\n' && this.text[i - 2] == '\r') ? 0 : 1;
			}
		}
		if (i == this.end && !this.ended) {
			return -1;
		}
		if (open) {
			this.lines += isLineEnd(this.text[i - 1]) ? 0 : 1;
			throw broken(i, Place.END, "a quoted cell is not closed");
		}
		add(start, i - 1, twice);
		while (i < this.end && !endsCell(this.text[i])) {
			if (!CsvCells.isBlank(this.text[i++])) {
				throw broken(i, Place.IN_LINE, "a quoted cell is followed by text");
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
		this.place = (last < this.end) ? Place.LINE_END : Place.END;
		this.lines += this.broken + 1;
		this.linesInside = this.inside;
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

	private BrokenQuoting broken(int i, Place place, String message) throws EndlessRecord {
		requireShort(i);
		this.lines += this.broken;
		this.place = place;
		return new BrokenQuoting(message);
	}

	private void requireShort(int i) throws EndlessRecord {
		if (this.skipped + i - this.at > this.most) {
			throw new EndlessRecord();
		}
	}

	private void add(int start, int stop, boolean twice) {
		if (this.count == this.bounds.length) {
			this.bounds = Arrays.copyOf(this.bounds, 2 * this.count);
		}
		this.bounds[this.count++] = start;
		this.doubled |= twice;
		// told apart until the record is complete, and its text may be changed
		this.bounds[this.count++] = twice ? ~stop : stop;
	}

	/** Makes one of each two quotation marks. */
	private void unquote() {
		for (int i = 0; i < this.count; i += 2) {
			if (this.bounds[i + 1] < 0) {
				int stop = ~this.bounds[i + 1];
				int to = this.bounds[i];
				for (int from = to; from < stop; from++) {
					this.text[to++] = this.text[from];
					from += (this.text[from] == '"') ? 1 : 0;
				}
				this.bounds[i + 1] = to;
			}
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
