package io.exoscout.gzip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks gzip (RFC 1952), member after member, as many programs that pack in blocks
 * write it. The JDK's stream goes one call deeper with each member that is empty, so that
 * some thousands end the thread; here they are refused, because each costs far more than
 * its 20 bytes are worth.
 */
public final class GzipStream extends InputStream {

	/** So many members may be tiny. */
	private static final int TINY_MEMBERS = 1000;

	/** A member that is no tiny one brings more bytes than this. */
	private static final int TINY = 1 << 10;

	private static final int MAGIC = 0x8B1F;

	private static final int DEFLATE = 8;

	private static final int HEADER_CHECK = 2;

	private static final int EXTRA = 4;

	private static final int NAME = 8;

	private static final int COMMENT = 16;

	private final InputStream packed;

	private final Inflater inflater;

	private final CRC32 check = new CRC32();

	private final byte[] buffer;

	/** What was read and not yet handed to the inflater. */
	private int at;

	private int end;

	private int tinyMembers;

	private boolean ended;

	/**
	 * Reads the first header.
	 * @param packed the bytes; closed with this
	 * @param buffer how many are read at a time
	 * @throws ZipException if they are no gzip
	 */
	public GzipStream(InputStream packed, int buffer) throws IOException {
		this.packed = packed;
		this.buffer = new byte[buffer];
		if (!more()) {
			throw new EOFException();
		}
		if (two() != MAGIC) {
			throw broken("it does not begin like gzip", null);
		}
		header();
		this.inflater = new Inflater(true);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (!this.ended) {
			try {
				int count = this.inflater.inflate(target, offset, length);
				if (count > 0) {
					this.check.update(target, offset, count);
					return count;
				}
			}
			catch (DataFormatException ex) {
				throw broken("the data are not packed as they should be", ex);
			}
			if (this.inflater.finished()) {
				trailer();
				nextMember();
			}
			else if (this.inflater.needsDictionary()) {
				throw broken("the data need a dictionary", null);
			}
			else if (this.inflater.needsInput()) {
				requireMore();
				this.inflater.setInput(this.buffer, this.at, this.end - this.at);
				this.at = this.end;
			}
		}
		return -1;
	}

	@Override
	public void close() throws IOException {
		this.inflater.end();
		this.packed.close();
	}

	/**
	 * Begins the next member, if one follows; what else follows is no concern of gzip.
	 */
	private void nextMember() throws IOException {
		requireFewTiny();
		if (!more() || one() != (MAGIC & 0xFF) || !more() || one() != MAGIC >> 8) {
			this.ended = true;
			return;
		}
		this.inflater.reset();
		this.check.reset();
		header();
	}

	private void requireFewTiny() {
		if (this.inflater.getBytesWritten() <= TINY && ++this.tinyMembers > TINY_MEMBERS) {
			throw new ProblemException(ErrorCode.TOO_COSTLY,
					("The gzip consists of members of next to nothing: more than %d of at most %d bytes each. Unpack the "
							+ "file, and pack all of it at once.")
						.formatted(TINY_MEMBERS, TINY),
					InputError.field("file", "thousands of empty gzip members"));
		}
	}

	/** What follows the first two bytes. */
	private void header() throws IOException {
		if (one() != DEFLATE) {
			throw broken("it is packed in an unknown way", null);
		}
		int flags = one();
		skip(6); // time, level, system
		if ((flags & EXTRA) != 0) {
			skip(two());
		}
		for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
			while (one() != 0) {
				// up to its end
			}
		}
		if ((flags & HEADER_CHECK) != 0) {
			skip(2);
		}
	}

	private void trailer() throws IOException {
		this.at = this.end - this.inflater.getRemaining();
		long check = two() | (long) two() << 16;
		long length = two() | (long) two() << 16;
		if (check != this.check.getValue() || length != (this.inflater.getBytesWritten() & 0xFFFFFFFFL)) {
			throw broken("the checksum is another", null);
		}
	}

	private int two() throws IOException {
		return one() | one() << 8;
	}

	private int one() throws IOException {
		requireMore();
		return this.buffer[this.at++] & 0xFF;
	}

	private void skip(int count) throws IOException {
		for (int i = 0; i < count; i++) {
			one();
		}
	}

	private void requireMore() throws IOException {
		if (!more()) {
			throw new EOFException("the gzip breaks off");
		}
	}

	/** Whether there is a byte in the buffer, read now if need be. */
	private boolean more() throws IOException {
		if (this.at == this.end) {
			this.at = 0;
			this.end = Math.max(0, this.packed.read(this.buffer));
		}
		return this.at < this.end;
	}

	private static ZipException broken(String why, @Nullable Exception cause) {
		ZipException broken = new ZipException(why);
		broken.initCause(cause);
		return broken;
	}

}
