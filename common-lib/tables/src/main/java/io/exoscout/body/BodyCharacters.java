package io.exoscout.body;

import java.util.function.IntConsumer;

/**
 * The characters of a text, byte by byte: UTF-8, and where that is allowed Windows-1252
 * for the bytes that are none.
 */
final class BodyCharacters {

	private final boolean lenient;

	private final Utf8 utf8 = new Utf8();

	/** The bytes of a character that has not ended yet. */
	private final byte[] begun = new byte[4];

	private int begunBytes;

	private long repaired;

	private long firstRepairedLine;

	BodyCharacters(boolean lenient) {
		this.lenient = lenient;
	}

	/** Whether no character is begun. */
	boolean complete() {
		return this.utf8.complete();
	}

	/** How many bytes were no UTF-8. */
	long repaired() {
		return this.repaired;
	}

	/** The line of the first of them. */
	long firstRepairedLine() {
		return this.firstRepairedLine;
	}

	/**
	 * Takes the next byte.
	 * @param b from 0 to 255
	 * @param line the line it stands on
	 * @param out receives the bytes of each character in UTF-8 once it has ended
	 * @return whether this is text so far
	 */
	boolean accept(int b, long line, IntConsumer out) {
		if (b < 0x80 && complete()) {
			out.accept(b);
			return true;
		}
		if (this.utf8.accept(b)) {
			this.begun[this.begunBytes++] = (byte) b;
			if (complete()) {
				for (int i = 0; i < this.begunBytes; i++) {
					out.accept(this.begun[i]);
				}
				this.begunBytes = 0;
			}
			return true;
		}
		if (this.begunBytes > 0) {
			// what was begun is no character; this byte may begin one
			return end(line, out) && accept(b, line, out);
		}
		return repair(b, line, out);
	}

	/** Ends the text; a character that was begun is none. */
	boolean end(long line, IntConsumer out) {
		int count = this.begunBytes;
		this.begunBytes = 0;
		for (int i = 0; i < count; i++) {
			if (!repair(this.begun[i], line, out)) {
				return false;
			}
		}
		return true;
	}

	private boolean repair(int b, long line, IntConsumer out) {
		this.utf8.restart();
		byte[] character = this.lenient ? Windows1252.utf8(b & 0xFF) : new byte[0];
		if (character.length == 0) {
			return false;
		}
		this.firstRepairedLine = (this.repaired++ == 0) ? line : this.firstRepairedLine;
		for (byte part : character) {
			out.accept(part);
		}
		return true;
	}

}
