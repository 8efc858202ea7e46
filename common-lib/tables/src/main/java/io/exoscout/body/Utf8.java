package io.exoscout.body;

/**
 * Checks a stream of bytes for well-formed UTF-8 (Unicode 15, table 3-7), one byte at a
 * time.
 */
final class Utf8 {

	private int missing;

	private int low = 0x80;

	private int high = 0xBF;

	/** Whether a character ended with the last byte. */
	boolean complete() {
		return this.missing == 0;
	}

	/** Expects a new character, whatever came before. */
	void restart() {
		this.missing = 0;
		this.low = 0x80;
		this.high = 0xBF;
	}

	/** Takes the next byte, from 0 to 255, and tells whether all is well so far. */
	boolean accept(int b) {
		if (this.missing > 0) {
			boolean fits = b >= this.low && b <= this.high;
			this.missing--;
			this.low = 0x80;
			this.high = 0xBF;
			return fits;
		}
		if (b < 0x80) {
			return true;
		}
		this.missing = (b < 0xE0) ? 1 : (b < 0xF0) ? 2 : 3;
		switch (b) {
			case 0xE0 -> this.low = 0xA0; // shorter forms exist below
			case 0xED -> this.high = 0x9F; // surrogates above
			case 0xF0 -> this.low = 0x90;
			case 0xF4 -> this.high = 0x8F; // beyond U+10FFFF
			default -> {
			}
		}
		return b >= 0xC2 && b <= 0xF4;
	}

}
