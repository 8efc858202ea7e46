package io.exoscout.packed;

import java.nio.ByteBuffer;

/** Reads bits, lowest first, of little-endian bytes. */
final class BitInput {

	private final ByteBuffer from;

	/** Of the next bit, from the start of the buffer. */
	private long at;

	/** Begins at the buffer's position. */
	BitInput(ByteBuffer from) {
		this.from = from;
		this.at = (long) Byte.SIZE * this.from.position();
	}

	/** Moves the buffer behind the byte that was read last. */
	void finish() {
		this.from.position((int) ((this.at + Byte.SIZE - 1) / Byte.SIZE));
	}

	/** Refuses bits that are not there. */
	void expect(long bits) {
		require(this.at + bits <= (long) Byte.SIZE * this.from.limit());
	}

	/** Counts zeros up to the next one, which is read, too. */
	int zeros(int most) {
		int zeros = 0;
		while (get(1) == 0) {
			zeros++;
			require(zeros <= most);
		}
		return zeros;
	}

	/** Reads a number of up to 64 bits. */
	long get(int bits) {
		expect(bits);
		int first = Math.min(bits, Integer.SIZE);
		long number = bits(first);
		return (bits > first) ? number | (bits(bits - first) << first) : number;
	}

	/** Reads a number of up to 31 bits that is known to be there. */
	int next(int bits) {
		return (int) bits(bits);
	}

	private long bits(int count) {
		int first = (int) (this.at >>> 3);
		long word;
		if (first <= this.from.limit() - Long.BYTES) {
			word = this.from.getLong(first);
		}
		else {
			word = 0;
			for (int i = this.from.limit() - 1; i >= first; i--) {
				word = (word << Byte.SIZE) | (this.from.get(i) & 0xFF);
			}
		}
		word >>>= this.at & 7;
		this.at += count;
		return word & ((1L << count) - 1);
	}

	/** Refuses what no writer writes. */
	static void require(boolean holds) {
		if (!holds) {
			throw new IllegalArgumentException("This is no column of numbers");
		}
	}

}
