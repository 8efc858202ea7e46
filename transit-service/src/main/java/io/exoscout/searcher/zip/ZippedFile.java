package io.exoscout.searcher.zip;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * A file in a ZIP archive. What comes out of it is what its directory says, or ends with
 * {@code broken_zip}: neither more bytes nor others.
 *
 * @param archive where the archive lies
 * @param path of the file in it
 * @param offset where in the archive it begins
 * @param packed how many bytes it takes there
 * @param size how many bytes come out
 * @param method {@value #STORED} or {@value #DEFLATED}
 * @param crc its checksum
 * @param budget what all of the archive may unpack to
 */
public record ZippedFile(Path archive, String path, long offset, long packed, long size, int method, long crc,
		UnpackingBudget budget) implements CurveSource {

	static final int STORED = 0;

	static final int DEFLATED = 8;

	private static final int LOCAL = 0x504B0304;

	private static final int BUFFER = 1 << 14;

	@Override
	public String name() {
		return this.path;
	}

	@Override
	public InputStream open() throws IOException {
		SeekableByteChannel channel = Files.newByteChannel(this.archive);
		try {
			channel.position(this.offset);
			DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
			if (in.readInt() != LOCAL) {
				throw broken(null);
			}
			in.skipNBytes(22);
			int name = Short.reverseBytes(in.readShort()) & 0xFFFF;
			int notes = Short.reverseBytes(in.readShort()) & 0xFFFF;
			in.skipNBytes(name + notes);
			InputStream bytes = this.budget.sent(new Part(in, this.packed));
			return new Checked((this.method == STORED) ? bytes : this.budget.unpacked(new Inflated(bytes)));
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private ProblemException broken(@org.jspecify.annotations.Nullable Throwable cause) {
		ProblemException problem = new ProblemException(ErrorCode.BROKEN_ZIP,
				"File " + Quoted.of(this.path) + " can not be unpacked to its end; the archive is damaged.",
				InputError.field("file", "broken ZIP archive"));
		return (cause != null) ? problem.causedBy(cause) : problem;
	}

	/** So many bytes of a stream. */
	private static final class Part extends FilterInputStream {

		private long left;

		Part(InputStream in, long size) {
			super(in);
			this.left = size;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (this.left == 0) {
				return -1;
			}
			int count = super.read(target, offset, (int) Math.min(length, this.left));
			this.left -= Math.max(0, count);
			return count;
		}

	}

	/** Gives the memory of its inflater back. */
	private static final class Inflated extends InflaterInputStream {

		Inflated(InputStream in) {
			super(in, new Inflater(true), BUFFER);
		}

		@Override
		public void close() throws IOException {
			this.inf.end();
			super.close();
		}

	}

	/** Compares what came out with what was said of it. */
	private final class Checked extends FilterInputStream {

		private final CRC32 sum = new CRC32();

		private long count;

		Checked(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			try {
				int got = super.read(target, offset, length);
				if (got > 0) {
					this.sum.update(target, offset, got);
					this.count += got;
				}
				boolean ended = got < 0
						&& (this.count < ZippedFile.this.size || this.sum.getValue() != ZippedFile.this.crc);
				if (ended || this.count > ZippedFile.this.size) {
					throw broken(null);
				}
				return got;
			}
			catch (java.io.EOFException | ZipException ex) {
				throw broken(ex);
			}
		}

		@Override
		public boolean markSupported() {
			return false;
		}

	}

}
