package io.exoscout.fits;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * A FITS file read from its beginning to its end, part by part and row by row. Nothing is
 * allocated by what a header claims; a file that is shorter than that ends in
 * {@code truncated_fits}, one that can not be in {@code fits_file}. Every part is read or
 * passed over to its last byte, so that a file that breaks off is noticed wherever it
 * does.
 */
public final class FitsParts {

	private static final int BLOCK = 2880;

	private static final int BUFFER = 1 << 16;

	/** Blocks of one header; those of missions have up to 20. */
	private static final int MOST_BLOCKS = 1000;

	private static final byte[] EXTENSION = "XTENSION".getBytes(StandardCharsets.US_ASCII);

	private final InputStream in;

	private final byte[] block = new byte[BLOCK];

	private @Nullable FitsPart current;

	/** Bytes of the current part's data that were read or passed over. */
	private long position;

	private int parts;

	/**
	 * A file, standing before its first part.
	 * @param in its bytes, unpacked
	 */
	public FitsParts(InputStream in) {
		this.in = new BufferedInputStream(in, BUFFER);
	}

	/** Receives the numbers of a row. */
	public interface RowSink {

		/**
		 * Takes one row.
		 * @param values of the columns asked for, in their order; {@code NaN} where there
		 * is none. The array is used again.
		 */
		void row(double[] values);

	}

	/** Whether bytes begin like a FITS file. */
	public static boolean begins(byte[] head) {
		return new String(head, StandardCharsets.ISO_8859_1).startsWith("SIMPLE  =");
	}

	/**
	 * The next part, or {@code null} at the end; what is left of the last is passed over.
	 */
	public @Nullable FitsPart next() throws IOException {
		if (this.current != null) {
			if (!skip(this.current.bytes() - this.position)) {
				throw FitsTrouble.truncated("within the data of part " + this.current.number());
			}
			skipPadding(this.current.bytes());
		}
		this.current = header();
		this.position = 0;
		return this.current;
	}

	/**
	 * Reads some columns of the part that was returned last, all of its rows.
	 * @param wanted numeric columns of it
	 */
	public void read(List<BinaryColumn> wanted, RowSink sink) throws IOException {
		FitsPart part = this.current;
		if (part == null || this.position > 0) {
			throw new IllegalStateException("there is no part to be read");
		}
		int[] inOrder = IntStream.range(0, wanted.size())
			.boxed()
			.sorted(Comparator.comparingLong((i) -> wanted.get(i).offset()))
			.mapToInt(Integer::intValue)
			.toArray();
		double[] values = new double[wanted.size()];
		ByteBuffer cell = ByteBuffer.allocate(Long.BYTES);
		for (long row = 0; row < part.rows(); row++) {
			if (!readRow(row * part.rowBytes(), wanted, inOrder, cell, values)
					|| !skip((row + 1) * part.rowBytes() - this.position)) {
				throw FitsTrouble
					.truncated("in row " + (row + 1) + " of " + part.rows() + " of table " + Quoted.of(part.name()));
			}
			sink.row(values);
		}
	}

	/** Whether the file goes on to the last value. */
	private boolean readRow(long start, List<BinaryColumn> wanted, int[] inOrder, ByteBuffer cell, double[] values)
			throws IOException {
		for (int i : inOrder) {
			BinaryColumn column = wanted.get(i);
			cell.clear().limit(column.size());
			if (!skip(start + column.offset() - this.position)
					|| readFully(cell.array(), cell.limit()) < cell.limit()) {
				return false;
			}
			this.position += cell.limit();
			values[i] = column.value(cell);
		}
		return true;
	}

	private @Nullable FitsPart header() throws IOException {
		FitsCards cards = new FitsCards();
		for (int blocks = 0; !cards.ended(); blocks++) {
			int count = readFully(this.block, BLOCK);
			if (blocks == 0 && this.parts > 0 && !beginsExtension(count)) {
				return null;
			}
			if (count < BLOCK) {
				throw FitsTrouble.truncated("within the header of part " + this.parts + ", which has no END");
			}
			if (blocks == MOST_BLOCKS) {
				throw FitsTrouble.broken("the header of part " + this.parts + " has more than "
						+ MOST_BLOCKS * (BLOCK / FitsCards.CARD) + " cards and no END");
			}
			cards.add(this.block);
		}
		return FitsPart.of(this.parts++, cards);
	}

	/** What follows the last part, if anything, is no concern of this. */
	private boolean beginsExtension(int count) {
		for (int i = 0; i < EXTENSION.length; i++) {
			if (i >= count || this.block[i] != EXTENSION[i]) {
				if (i > 0 && i >= count) {
					throw FitsTrouble.truncated("within the header of part " + this.parts);
				}
				return false;
			}
		}
		return true;
	}

	/** The last block may be left unfilled, as many programs do at the end of a file. */
	private void skipPadding(long bytes) throws IOException {
		readFully(this.block, (int) ((BLOCK - bytes % BLOCK) % BLOCK));
	}

	/** Whether the file has so many bytes. */
	private boolean skip(long count) throws IOException {
		for (long left = count; left > 0;) {
			int read = readFully(this.block, (int) Math.min(left, BLOCK));
			if (read == 0) {
				return false;
			}
			left -= read;
		}
		this.position += Math.max(0, count);
		return true;
	}

	/** How many bytes there were, fewer only at the end. */
	private int readFully(byte[] target, int count) throws IOException {
		try {
			return this.in.readNBytes(target, 0, count);
		}
		catch (EOFException ex) {
			throw FitsTrouble.truncated("where it is unpacked").causedBy(ex);
		}
	}

}
