package io.exoscout.stream.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells in few bytes: a version, their length once inflated, a CRC-32, and
 * deflated cells, each behind its length. A cell that is missing is another than an empty
 * one.
 */
public final class RowBytes {

	private static final byte VERSION = 1;

	private static final int HEAD = 1 + 2 * Integer.BYTES;

	private static final int MISSING = -1;

	/** No batch comes near it. */
	private static final int LONGEST = 1 << 26;

	private RowBytes() {
	}

	/**
	 * One row in few bytes, for whoever holds many: each cell behind its length and one
	 * more, as seven bits in each byte; nothing but 0 of one that is missing.
	 */
	public static byte[] packRow(@Nullable String[] row) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(row.length * 8);
		for (String cell : row) {
			byte[] text = (cell != null) ? cell.getBytes(StandardCharsets.UTF_8) : new byte[0];
			int rest = (cell != null) ? text.length + 1 : 0;
			while ((rest & ~0x7F) != 0) {
				bytes.write(rest & 0x7F | 0x80);
				rest >>>= 7;
			}
			bytes.write(rest);
			bytes.writeBytes(text);
		}
		return bytes.toByteArray();
	}

	/** The row that {@link #packRow} made bytes of. */
	public static @Nullable String[] unpackRow(byte[] bytes, int columns) {
		@Nullable String[] row = new @Nullable String[columns];
		int at = 0;
		for (int i = 0; i < columns; i++) {
			int length = 0;
			int shift = 0;
			byte part;
			do {
				part = bytes[at++];
				length |= (part & 0x7F) << shift;
				shift += 7;
			}
			while (part < 0);
			if (length > 0) {
				row[i] = new String(bytes, at, length - 1, StandardCharsets.UTF_8);
				at += length - 1;
			}
		}
		return row;
	}

	/** The bytes of rows, all as long as the first one. */
	public static byte[] pack(List<@Nullable String[]> rows) {
		try {
			ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 12);
			DataOutputStream out = new DataOutputStream(plain);
			out.writeInt(rows.size());
			out.writeInt(rows.isEmpty() ? 0 : rows.get(0).length);
			for (@Nullable
			String[] row : rows) {
				for (String cell : row) {
					write(cell, out);
				}
			}
			return deflated(plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(@Nullable String cell, DataOutputStream out) throws IOException {
		if (cell == null) {
			out.writeInt(MISSING);
			return;
		}
		byte[] text = cell.getBytes(StandardCharsets.UTF_8);
		out.writeInt(text.length);
		out.write(text);
	}

	private static byte[] deflated(ByteArrayOutputStream plain) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.size() / 4 + HEAD);
		bytes.write(VERSION);
		bytes.writeBytes(
				ByteBuffer.allocate(2 * Integer.BYTES).putInt(plain.size()).putInt(check(plain.toByteArray())).array());
		Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
		try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
			plain.writeTo(out);
		}
		finally {
			deflater.end();
		}
		return bytes.toByteArray();
	}

	/**
	 * The rows of some bytes.
	 * @throws ProblemException {@code stored_bytes_damaged} if they are none
	 */
	public static List<@Nullable String[]> unpack(byte[] bytes) {
		ByteBuffer in = ByteBuffer.wrap(inflated(bytes));
		int count = in.getInt();
		int columns = in.getInt();
		List<@Nullable String[]> rows = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			@Nullable String[] row = new @Nullable String[columns];
			for (int j = 0; j < columns; j++) {
				row[j] = read(in);
			}
			rows.add(row);
		}
		return rows;
	}

	private static @Nullable String read(ByteBuffer in) {
		int length = in.getInt();
		if (length == MISSING) {
			return null;
		}
		String cell = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
		in.position(in.position() + length);
		return cell;
	}

	private static byte[] inflated(byte[] bytes) {
		if (bytes.length < HEAD || bytes[0] != VERSION) {
			throw damaged();
		}
		int length = ByteBuffer.wrap(bytes).getInt(1);
		if (length < 0 || length > LONGEST) {
			throw damaged();
		}
		byte[] plain = new byte[length];
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(bytes, HEAD, bytes.length - HEAD);
			int at = 0;
			while (at < plain.length) {
				int count = inflater.inflate(plain, at, plain.length - at);
				if (count == 0) {
					throw damaged();
				}
				at += count;
			}
			if (check(plain) != ByteBuffer.wrap(bytes).getInt(1 + Integer.BYTES)) {
				throw damaged();
			}
			return plain;
		}
		catch (DataFormatException ex) {
			throw damaged().causedBy(ex);
		}
		finally {
			inflater.end();
		}
	}

	private static int check(byte[] plain) {
		CRC32 check = new CRC32();
		check.update(plain);
		return (int) check.getValue();
	}

	private static ProblemException damaged() {
		return new ProblemException(ErrorCode.STORED_BYTES_DAMAGED,
				"A batch of the stream's log is not what was stored, or of a later version; it is not used.");
	}

}
