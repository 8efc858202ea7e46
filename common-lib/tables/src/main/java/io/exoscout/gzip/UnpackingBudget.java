package io.exoscout.gzip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * How many bytes may come out of a packed file for those that were sent. Tables of
 * measurements get 2 to 12 times as large; what gets 1000 times as large is made to cost
 * others their turn.
 */
public final class UnpackingBudget {

	/** So many bytes come out of any file. */
	private static final long FREE = 16 << 20;

	/** And so many more for each that was sent. */
	private static final int FOR_ONE = 16;

	private long sent;

	private long unpacked;

	/** The same bytes, counted as those that were sent. */
	public InputStream sent(InputStream packed) {
		return new Counted(packed) {

			@Override
			void count(int bytes) {
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
			void count(int bytes) {
				UnpackingBudget.this.unpacked += bytes;
				requireWorth();
			}

		};
	}

	private void requireWorth() {
		if (this.unpacked > FREE + FOR_ONE * this.sent) {
			throw new ProblemException(ErrorCode.TOO_COSTLY,
					("The file unpacks to more than %d times its size: %d bytes out of %d so far. Leave out what only "
							+ "repeats itself, or send it unpacked.")
						.formatted(FOR_ONE, this.unpacked, this.sent),
					InputError.field("file", "mostly padding"));
		}
	}

	/** Counts in blocks; a single byte is one of them. */
	private abstract static class Counted extends FilterInputStream {

		Counted(InputStream in) {
			super(in);
		}

		abstract void count(int bytes);

		@Override
		public int read() throws IOException {
			int next = super.read();
			count((next < 0) ? 0 : 1);
			return next;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = super.read(target, offset, length);
			count(Math.max(0, count));
			return count;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

	}

}
