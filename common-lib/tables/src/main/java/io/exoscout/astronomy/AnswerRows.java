package io.exoscout.astronomy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;

/**
 * The rows of an answer, kept in a file: forms that begin with how many rows there are,
 * or how wide they are, need them more than once. The file has no name any more once it
 * is open, where the system allows that, so nothing is left of an answer that failed.
 */
final class AnswerRows extends AbstractStarTable implements Closeable {

	private final List<AnswerColumn> columns;

	private final List<ColumnInfo> infos;

	private final FileChannel channel;

	private final DataOutputStream out;

	private long rows;

	/** The columns of text that were blank so far. */
	private final Set<Integer> blank = new HashSet<>();

	AnswerRows(List<AnswerColumn> columns) throws IOException {
		this.columns = columns;
		this.infos = columns.stream().map(AnswerColumn::info).toList();
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).type() == AnswerColumn.Type.TEXT) {
				this.blank.add(i);
			}
		}
		Path file = Files.createTempFile("exoscout-answer-", "");
		this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
		this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(this.channel), 1 << 14));
	}

	/** Keeps a row; its cells are values of the columns. */
	void add(List<@Nullable Object> cells) throws IOException {
		for (int i = 0; i < cells.size(); i++) {
			Object cell = cells.get(i);
			this.columns.get(i).write(cell, this.out);
			if (cell instanceof String text && !text.isEmpty()) {
				this.blank.remove(i);
			}
		}
		this.rows++;
	}

	/** Ends the writing. */
	void complete() throws IOException {
		this.out.flush();
	}

	/**
	 * Gives columns of nothing but blank texts a width, since astropy can not read one of
	 * a FITS file without any. In a VOTable they would be of single characters.
	 */
	void widenBlank() {
		this.blank.forEach((column) -> this.infos.get(column).setElementSize(1));
	}

	List<AnswerColumn> columns() {
		return this.columns;
	}

	@Override
	public int getColumnCount() {
		return this.columns.size();
	}

	@Override
	public long getRowCount() {
		return this.rows;
	}

	@Override
	public ColumnInfo getColumnInfo(int column) {
		return this.infos.get(column);
	}

	@Override
	public RowSequence getRowSequence() {
		return new Sequence(new DataInputStream(new BufferedInputStream(new Kept(this.channel), 1 << 14)));
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	/** The file from its beginning, beside whoever else reads it. */
	private static final class Kept extends InputStream {

		private final FileChannel channel;

		private long at;

		Kept(FileChannel channel) {
			this.channel = channel;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = this.channel.read(ByteBuffer.wrap(target, offset, length), this.at);
			this.at += Math.max(count, 0);
			return count;
		}

	}

	/** Row after row. */
	private final class Sequence implements RowSequence {

		private final DataInputStream in;

		private long read;

		private @Nullable Object @Nullable [] row;

		Sequence(DataInputStream in) {
			this.in = in;
		}

		@Override
		public boolean next() throws IOException {
			if (this.read == AnswerRows.this.rows) {
				return false;
			}
			@Nullable Object[] cells = new Object[AnswerRows.this.columns.size()];
			for (int i = 0; i < cells.length; i++) {
				cells[i] = AnswerRows.this.columns.get(i).read(this.in);
			}
			this.row = cells;
			this.read++;
			return true;
		}

		@Override
		public @Nullable Object getCell(int column) {
			return getRow()[column];
		}

		@Override
		public @Nullable Object[] getRow() {
			return Objects.requireNonNull(this.row);
		}

		@Override
		public void close() {
			// the file is closed with the table
		}

	}

}
