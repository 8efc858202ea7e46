package io.exoscout.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds plain text eight bytes at a time. */
final class Ascii {

	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long HIGH_BITS = 0x8080808080808080L;

	private static final long BLANKS = 0x2020202020202020L;

	private Ascii() {
	}

	/**
	 * How many bytes from a place on are ASCII and no control characters below the blank.
	 * @param to the place of the first byte that does not count any more
	 */
	static int printable(byte[] bytes, int from, int to) {
		int at = from;
		while (at <= to - Long.BYTES) {
			long eight = (long) EIGHT.get(bytes, at);
			// a byte below the blank borrows, and so does perhaps the one above it
			long others = (eight | (eight - BLANKS)) & HIGH_BITS;
			if (others != 0) {
				return at - from + Long.numberOfTrailingZeros(others) / Byte.SIZE;
			}
			at += Long.BYTES;
		}
		while (at < to && bytes[at] >= ' ') {
			at++;
		}
		return at - from;
	}

}
