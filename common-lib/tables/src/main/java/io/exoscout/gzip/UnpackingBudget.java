package io.exoscout.gzip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * How many bytes, lines and cells may come out of a packed file for the bytes that were
 * sent. Tables of measurements get 2 to 12 times as large, and a row of theirs has 20
 * bytes packed; what gets 1000 times as large, or consists of rows of next to nothing, is
 * made to cost others their turn.
 */
public final class UnpackingBudget {

	/** So many bytes come out of any file. */
	private static final long FREE = 16 << 20;

	/** And so many more for each that was sent. */
	private static final int FOR_ONE = 16;

	/** So many lines are in any file, and one more for each of so many bytes. */
	private static final long FREE_LINES = 300_000;

	private static final int BYTES_FOR_LINE = 4;

	/** So many cells, and so many more for each byte. */
	private static final long FREE_CELLS = 4_000_000;

	private static final int CELLS_FOR_ONE = 4;

	/** What ends a cell, in any form of tables. */
	private static final boolean[] ENDS_CELL = new boolean[256];
	static {
		",;\t|<".chars().forEach((mark) -> ENDS_CELL[mark] = true);
	}

	private long sent;

	private long unpacked;

	private long lines;

	private long cells;

	private boolean spent;

	/** The same bytes, counted as those that were sent. */
	public InputStream sent(InputStream packed) {
		return new Counted(packed) {

			@Override
			void count(byte[] block, int from, int bytes) {
				UnpackingBudget.this.sent += bytes;
			}

		};
	}

	/**
	 * The same bytes, counted as those that came out.
	 * @return a stream that ends with a {@link ProblemException}, {@code too_costly}, if
	 * they are too many
	 */
	public InputStream unpacked(InputStream plain) {
		return new Counted(plain) {

			@Override
			void count(byte[] block, int from, int bytes) {
				UnpackingBudget.this.unpacked += bytes;
				for (int i = from; i < from + bytes; i++) {
					UnpackingBudget.this.lines += (block[i] == '\n') ? 1 : 0;
					UnpackingBudget.this.cells += ENDS_CELL[block[i] & 0xFF] ? 1 : 0;
				}
				requireWorth();
			}

		};
	}

	/** Whether it was refused to go on. */
	public boolean spent() {
		return this.spent;
	}

	private void requireWorth() {
		this.spent = this.unpacked > FREE + FOR_ONE * this.sent || this.lines > FREE_LINES + this.sent / BYTES_FOR_LINE
				|| this.cells > FREE_CELLS + CELLS_FOR_ONE * this.sent;
		if (this.unpacked > FREE + FOR_ONE * this.sent) {
			throw new ProblemException(ErrorCode.TOO_COSTLY,
					("The file unpacks to more than %d times its size: %d bytes out of %d so far. Leave out what only "
							+ "repeats itself, or send it unpacked.")
						.formatted(FOR_ONE, this.unpacked, this.sent),
					InputError.field("file", "mostly padding"));
		}
		if (this.lines > FREE_LINES + this.sent / BYTES_FOR_LINE
				|| this.cells > FREE_CELLS + CELLS_FOR_ONE * this.sent) {
			throw new ProblemException(ErrorCode.TOO_COSTLY,
					("The file unpacks to rows of next to nothing: %d lines and %d cells out of %d bytes so far. Leave out "
							+ "what only repeats itself, or send it unpacked.")
						.formatted(this.lines, this.cells, this.sent),
					InputError.field("file", "mostly empty rows"));
		}
	}

	/** Counts in blocks; a single byte is one of them. */
	private abstract static class Counted extends FilterInputStream {

		private final byte[] one = new byte[1];

		Counted(InputStream in) {
			super(in);
		}

		abstract void count(byte[] block, int from, int bytes);

		@Override
		public int read() throws IOException {
			return (read(this.one, 0, 1) < 0) ? -1 : this.one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = super.read(target, offset, length);
			count(target, offset, Math.max(0, count));
			return count;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

	}

}
