package io.exoscout.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntConsumer;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.gzip.UnpackingBudget;
import org.jspecify.annotations.Nullable;

/**
 * The part of a table that makes it the same table: unpacked, without byte order mark and
 * leading comment lines, every line ended by one LF, no blank lines before the header or
 * after the last row. Downloads of one table on two days, or the same file saved on
 * another system, give the same bytes; a {@code #} after the header is data. Works in two
 * small buffers whatever comes, and refuses what is no text.
 */
public final class CanonicalBody extends ByteBlocks {

	private static final int BUFFER = 1 << 14;

	private final SentFile file;

	private final long maxBytes;

	private final byte[] in = new byte[BUFFER];

	private int inAt;

	private int inEnd;

	private final byte[] out = new byte[BUFFER];

	private int outAt;

	private int outEnd;

	private final BodyCharacters characters;

	private final IntConsumer passing = this::pass;

	private LinePart place = LinePart.BEFORE_LINE;

	private final DownloadDate date = new DownloadDate();

	private long bytes;

	private long line = 1;

	private long headerLine = 1;

	private boolean afterCarriageReturn;

	/** Line ends seen, but not passed on: they may be the last ones. */
	private long pendingLines;

	private long duePendingLines;

	/** Bytes to pass on after the due line ends. */
	private final byte[] due = new byte[16];

	private int dueAt;

	private int dueEnd;

	private final boolean lenient;

	private boolean cut;

	private boolean ended;

	private enum LinePart {

		BEFORE_LINE, COMMENT, BODY

	}

	private CanonicalBody(SentFile file, long maxBytes, boolean lenient) {
		this.file = file;
		this.maxBytes = maxBytes;
		this.lenient = lenient;
		this.characters = new BodyCharacters(lenient);
	}

	/**
	 * Reads a table as it was sent.
	 * @param raw the bytes, gzip or not; closed with this stream
	 * @param limits how much is read at most
	 * @return the canonical body
	 * @throws IOException when the bytes can not be read
	 */
	public static CanonicalBody of(InputStream raw, TableLimits limits) throws IOException {
		return of(raw, limits, new UnpackingBudget());
	}

	/**
	 * Reads one of several files of a request.
	 * @param raw the bytes, gzip or not; closed with this stream
	 * @param limits how much is read at most
	 * @param budget what all of them together may unpack to
	 * @return the canonical body
	 * @throws IOException when the bytes can not be read
	 */
	public static CanonicalBody of(InputStream raw, TableLimits limits, UnpackingBudget budget) throws IOException {
		SentFile file = SentFile.open(raw, BUFFER, budget);
		return new CanonicalBody(file, limits.maxSize().toBytes(), false);
	}

	/**
	 * Reads a table as people have them: where its bytes are no UTF-8, they are read as
	 * Windows-1252, and {@link #repaired} counts them.
	 */
	static CanonicalBody lenient(SentFile file, TableLimits limits) {
		return new CanonicalBody(file, limits.maxSize().toBytes(), true);
	}

	/** How many bytes were no UTF-8. */
	long repaired() {
		return this.characters.repaired();
	}

	/** The line of the first of them. */
	long firstRepairedLine() {
		return this.characters.firstRepairedLine();
	}

	/** Whether the last line has no end, as where a download broke off. */
	boolean cut() {
		return this.cut;
	}

	/** The line of the file that holds the header, once that has been reached. */
	public long headerLine() {
		return this.headerLine;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (length == 0) {
			return 0;
		}
		if (this.outAt == this.outEnd) {
			fill();
		}
		int count = Math.min(length, this.outEnd - this.outAt);
		System.arraycopy(this.out, this.outAt, target, offset, count);
		this.outAt += count;
		return (count == 0) ? -1 : count;
	}

	@Override
	public void close() throws IOException {
		this.file.text().close();
	}

	private void fill() throws IOException {
		this.outAt = 0;
		this.outEnd = 0;
		while (this.outEnd < this.out.length && !this.ended) {
			if (this.duePendingLines > 0) {
				this.duePendingLines--;
				emit('\n');
			}
			else if (this.dueAt < this.dueEnd) {
				emit(this.due[this.dueAt++]);
			}
			else if (available(1) == 0) {
				end();
			}
			else if (!skipComment() && !copyPlainCharacters()) {
				accept(this.in[this.inAt++] & 0xFF);
			}
		}
	}

	/** When the archive made the file, if a comment says so. */
	@Nullable String downloaded() {
		return this.date.found();
	}

	/** Comments may be long; of all they say only the date is of interest. */
	private boolean skipComment() {
		if (this.place != LinePart.COMMENT) {
			return false;
		}
		int start = this.inAt;
		this.inAt = this.date.read(this.in, start, this.inEnd);
		this.afterCarriageReturn &= this.inAt == start;
		return this.inAt > start;
	}

	/** The common case in one tight loop: printable ASCII inside a line of the body. */
	private boolean copyPlainCharacters() {
		if (this.place != LinePart.BODY || this.pendingLines > 0 || !this.characters.complete()) {
			return false;
		}
		int most = Math.min(this.inEnd - this.inAt, this.out.length - this.outEnd);
		int count = Ascii.printable(this.in, this.inAt, this.inAt + most);
		System.arraycopy(this.in, this.inAt, this.out, this.outEnd, count);
		this.inAt += count;
		this.outEnd += count;
		this.afterCarriageReturn &= count == 0;
		return count > 0;
	}

	private void accept(int read) throws IOException {
		boolean second = this.afterCarriageReturn && read == '\n';
		this.afterCarriageReturn = read == '\r';
		if (second) {
			return;
		}
		int b = (read == '\r') ? '\n' : read;
		if (b == 0) {
			throw ForeignFormat.notText("Line " + this.line + " holds a NUL byte (byte "
					+ (this.bytes - this.inEnd + this.inAt) + " of the file): this is no text, or not UTF-8.",
					this.line);
		}
		if (this.place == LinePart.BEFORE_LINE && b == 0xEF && available(2) == 2 && this.in[this.inAt] == (byte) 0xBB
				&& this.in[this.inAt + 1] == (byte) 0xBF) {
			this.inAt += 2;
			return;
		}
		if (this.place == LinePart.BEFORE_LINE && b != '\n') {
			this.place = (b == '#') ? LinePart.COMMENT : LinePart.BODY;
			this.headerLine = this.line;
		}
		switch (this.place) {
			case COMMENT -> {
				if (b == '\n') {
					this.date.endLine();
					this.place = LinePart.BEFORE_LINE;
				}
			}
			case BODY -> acceptBody(b);
			case BEFORE_LINE -> {
			}
		}
		this.line += (b == '\n') ? 1 : 0;
	}

	private void acceptBody(int b) {
		if (!this.characters.accept(b, this.line, this.passing)) {
			throw notUtf8();
		}
	}

	/**
	 * Passes on one byte of the body, with the line ends that were held back before it.
	 */
	private void pass(int b) {
		if (b == '\n') {
			this.pendingLines++;
			return;
		}
		if (this.dueAt == this.dueEnd) {
			this.dueAt = 0;
			this.dueEnd = 0;
		}
		this.duePendingLines += this.pendingLines;
		this.pendingLines = 0;
		this.due[this.dueEnd++] = (byte) b;
	}

	private void end() {
		if (!this.characters.complete()) {
			if (!this.characters.end(this.line, this.passing)) {
				throw notUtf8();
			}
			return; // and once more, when these bytes are out
		}
		if (this.place == LinePart.BODY) {
			this.cut = this.pendingLines == 0;
			emit('\n');
		}
		this.ended = true;
	}

	private void emit(int b) {
		this.out[this.outEnd++] = (byte) b;
	}

	/** How many of {@code wanted} bytes can be looked at; fewer only at the end. */
	private int available(int wanted) throws IOException {
		while (this.inEnd - this.inAt < wanted) {
			System.arraycopy(this.in, this.inAt, this.in, 0, this.inEnd - this.inAt);
			this.inEnd -= this.inAt;
			this.inAt = 0;
			int count = this.file.read(this.in, this.inEnd, this.in.length - this.inEnd);
			if (count < 0) {
				return this.inEnd;
			}
			this.inEnd += count;
			this.bytes += count;
			if (this.bytes > this.maxBytes) {
				throw this.file.tooLarge(this.maxBytes);
			}
		}
		return wanted;
	}

	private ProblemException notUtf8() {
		String detail = "Line " + this.line + " is not UTF-8" + (this.lenient ? ", nor Windows-1252" : "")
				+ " (at byte " + (this.bytes - this.inEnd + this.inAt)
				+ " of the file); save the table as UTF-8 or plain ASCII.";
		return new ProblemException(ErrorCode.NOT_UTF8, detail, InputError.line(this.line, "not UTF-8"));
	}

}
