package io.exoscout.packed;

import java.nio.ByteBuffer;

/** Writes bits, lowest first. */
final class BitOutput {

	private final ByteBuffer to;

	/** Bits that fill no byte yet. */
	private int open;

	private int count;

	BitOutput(ByteBuffer to) {
		this.to = to;
	}

	/** Writes the lowest bits of a number. */
	void put(long number, int bits) {
		long rest = number;
		for (int left = bits; left > 0;) {
			int taken = Math.min(left, Byte.SIZE - this.count);
			this.open |= (int) (rest & ((1 << taken) - 1)) << this.count;
			this.count += taken;
			rest >>>= taken;
			left -= taken;
			if (this.count == Byte.SIZE) {
				finish();
			}
		}
	}

	void zeros(int count) {
		put(0, count);
	}

	/** Fills up the last byte. */
	void finish() {
		if (this.count > 0) {
			this.to.put((byte) this.open);
			this.open = 0;
			this.count = 0;
		}
	}

}
