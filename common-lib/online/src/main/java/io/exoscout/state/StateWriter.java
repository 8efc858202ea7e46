package io.exoscout.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes state as bytes: a mark, a version, the fields in the order they are put, and a
 * checksum. Doubles are written with all their bits. {@link StateReader} reads it back.
 */
public final class StateWriter {

	/** The first bytes of any state of ours: "XSTS". */
	static final int MARK = 0x58535453;

	private byte[] bytes = new byte[1024];

	private int size;

	/**
	 * Begins.
	 * @param version of the layout of what follows, 1 or more
	 */
	public StateWriter(int version) {
		putInt(MARK);
		putInt(version);
		// where the length will stand
		putInt(0);
	}

	public void putByte(int value) {
		room(1);
		this.bytes[this.size++] = (byte) value;
	}

	public void putBoolean(boolean value) {
		putByte(value ? 1 : 0);
	}

	public void putInt(int value) {
		room(Integer.BYTES);
		writeInt(this.size, value);
		this.size += Integer.BYTES;
	}

	public void putLong(long value) {
		putInt((int) (value >>> 32));
		putInt((int) value);
	}

	/** A number that is mostly small and never negative, in as few bytes as it needs. */
	public void putCount(long value) {
		long rest = value;
		while ((rest & ~0x7FL) != 0) {
			putByte((int) (rest & 0x7F) | 0x80);
			rest >>>= 7;
		}
		putByte((int) rest);
	}

	public void putDouble(double value) {
		putLong(Double.doubleToRawLongBits(value));
	}

	/** All of an array, whose length the reader knows. */
	public void putDoubles(double[] values) {
		for (double value : values) {
			putDouble(value);
		}
	}

	public void putText(String value) {
		byte[] text = value.getBytes(StandardCharsets.UTF_8);
		putCount(text.length);
		room(text.length);
		System.arraycopy(text, 0, this.bytes, this.size, text.length);
		this.size += text.length;
	}

	/** What was put, closed by length and checksum; nothing may be put any more. */
	public byte[] toBytes() {
		writeInt(2 * Integer.BYTES, this.size);
		CRC32C checksum = new CRC32C();
		checksum.update(this.bytes, 0, this.size);
		putInt((int) checksum.getValue());
		return Arrays.copyOf(this.bytes, this.size);
	}

	private void writeInt(int at, int value) {
		this.bytes[at] = (byte) (value >>> 24);
		this.bytes[at + 1] = (byte) (value >>> 16);
		this.bytes[at + 2] = (byte) (value >>> 8);
		this.bytes[at + 3] = (byte) value;
	}

	private void room(int more) {
		if (this.size + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.size + more));
		}
	}

}
