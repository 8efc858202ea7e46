package io.exoscout.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * Reads what {@link StateWriter} wrote. Nothing is read of bytes that are not whole:
 * mark, version, length and checksum are looked at first.
 */
public final class StateReader {

	private static final int SMALLEST = 4 * Integer.BYTES;

	private final ByteBuffer bytes;

	private final int version;

	/**
	 * Checks the bytes, and stands before the first field.
	 * @param state what was written
	 * @param newest the newest layout that the caller can read
	 * @throws ProblemException with {@link ErrorCode#STREAM_STATE_NEWER} if the layout is
	 * a later one, with {@link ErrorCode#STORED_BYTES_DAMAGED} if the bytes are cut
	 * short, changed, or no state at all
	 */
	public StateReader(byte[] state, int newest) {
		this.bytes = ByteBuffer.wrap(state);
		if (state.length < SMALLEST || this.bytes.getInt() != StateWriter.MARK) {
			throw damaged("it does not begin like one");
		}
		this.version = this.bytes.getInt();
		int length = this.bytes.getInt();
		if (length != state.length - Integer.BYTES) {
			throw damaged("it has %,d bytes in place of %,d".formatted(state.length, (long) length + Integer.BYTES));
		}
		CRC32C checksum = new CRC32C();
		checksum.update(state, 0, length);
		if ((int) checksum.getValue() != this.bytes.getInt(length)) {
			throw damaged("its checksum does not fit");
		}
		if (this.version < 1 || this.version > newest) {
			throw new ProblemException(ErrorCode.STREAM_STATE_NEWER,
					"The state of the stream has layout %d; this program reads layouts up to %d."
						.formatted(this.version, newest));
		}
		this.bytes.limit(length);
	}

	/** The layout of what follows. */
	public int version() {
		return this.version;
	}

	public int getByte() {
		need(1);
		return this.bytes.get();
	}

	public boolean getBoolean() {
		return getByte() != 0;
	}

	public int getInt() {
		need(Integer.BYTES);
		return this.bytes.getInt();
	}

	public long getLong() {
		need(Long.BYTES);
		return this.bytes.getLong();
	}

	public long getCount() {
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			long part = getByte();
			value |= (part & 0x7F) << shift;
			if (part >= 0) {
				return value;
			}
		}
		throw damaged("a number has no end");
	}

	/** A count of things that each take at least one byte of what is left. */
	public int getSize() {
		long size = getCount();
		if (size < 0 || size > this.bytes.remaining()) {
			throw damaged("a list is longer than the whole");
		}
		return (int) size;
	}

	/** A count that can not be more than that. */
	public int getSize(int most) {
		long size = getCount();
		if (size < 0 || size > most) {
			throw damaged("a number is larger than it can be");
		}
		return (int) size;
	}

	public double getDouble() {
		return Double.longBitsToDouble(getLong());
	}

	/** Fills an array. */
	public void getDoubles(double[] values) {
		for (int i = 0; i < values.length; i++) {
			values[i] = getDouble();
		}
	}

	public String getText() {
		byte[] text = new byte[getSize()];
		this.bytes.get(text);
		return new String(text, StandardCharsets.UTF_8);
	}

	/**
	 * Sees to it that nothing is left over.
	 * @throws ProblemException with {@link ErrorCode#STORED_BYTES_DAMAGED} if there is
	 */
	public void end() {
		if (this.bytes.hasRemaining()) {
			throw damaged("something is left over at its end");
		}
	}

	private void need(int more) {
		if (this.bytes.remaining() < more) {
			throw damaged("it ends too early");
		}
	}

	private static ProblemException damaged(String why) {
		return new ProblemException(ErrorCode.STORED_BYTES_DAMAGED,
				"The stored state of the stream is damaged (%s); it is not used.".formatted(why));
	}

}
