package io.exoscout.csv;

/**
 * Which line of a text is being read, as records end in it and line ends lie in cells.
 */
final class LineCount {

	/** Lines that were read to their ends. */
	private long lines;

	private boolean begun;

	/** Whether the reading stopped within a line. */
	private boolean within;

	/** Lines that end inside cells of the record so far. */
	private long broken;

	/** Of those the ones that a line feed ends. */
	private long fed;

	private long inside;

	/** The line that is being read, from 1; at the end of a line, how many there were. */
	long line() {
		return this.within ? this.lines + 1 : this.lines;
	}

	/** How many lines end inside cells of the last record. */
	long inside() {
		return this.inside;
	}

	/** An empty line was passed over. */
	void endLine() {
		this.begun = true;
		this.lines++;
	}

	/** There is no further record; a text of nothing has one line. */
	void endText() {
		this.lines += this.begun ? 0 : 1;
		this.begun = true;
	}

	void beginRecord() {
		this.fed = 0;
		this.broken = 0;
	}

	/** A line ends inside a cell; a carriage return and a line feed are one end. */
	void endInside(char end, char before) {
		this.fed += (end == '\n') ? 1 : 0;
		this.broken += (end == '\n' && before == '\r') ? 0 : 1;
	}

	void endRecord() {
		this.begun = true;
		this.lines += this.broken + 1;
		this.inside = this.fed;
	}

	/** The text ends inside a cell, right behind the end of a line perhaps. */
	void endInQuotes(boolean behindLineEnd) {
		this.begun = true;
		this.lines += this.broken + (behindLineEnd ? 0 : 1);
	}

	/** The reading goes no further than this line. */
	void stop() {
		this.begun = true;
		this.within = true;
		this.lines += this.broken;
	}

}
