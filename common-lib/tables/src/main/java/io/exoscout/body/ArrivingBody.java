package io.exoscout.body;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import org.jspecify.annotations.Nullable;

/**
 * The canonical body of a table while its bytes arrive: whoever reads it lets it be
 * written to its file and hashed. Of a table of any length the beginning is at hand at
 * once. Used by one thread.
 */
public final class ArrivingBody implements Closeable {

	/** Bytes of the beginning. */
	public static final int BEGINNING = 1 << 16;

	private static final int BLOCK = 1 << 14;

	private final Path file;

	private final TableLimits limits;

	private final OutputStream out;

	private final SentDigest sent;

	private final SentFile sentFile;

	/** Nothing of a file whose bytes may not change. */
	private final @Nullable CanonicalBody canonical;

	private final byte[] block = new byte[BLOCK];

	/** What was read last, and handed out up to a place. */
	private byte[] read;

	private int at;

	private int end;

	private long bytes;

	private @Nullable Whole whole;

	private @Nullable RuntimeException failure;

	/**
	 * The body once all of it is in its file.
	 *
	 * @param file where it lies
	 * @param sha256 hex digest of its bytes
	 * @param bytes how many there are
	 * @param firstLine the line of the sent file that holds the header
	 * @param downloaded when the archive made the file, if it says so
	 * @param sentSha256 hex digest of the file as it was sent
	 * @param cut whether the last line has no end
	 * @param notes what the reader should know of the form the file had
	 */
	public record Whole(Path file, String sha256, long bytes, long firstLine, @Nullable String downloaded,
			String sentSha256, boolean cut, List<String> notes) {

		/** The same table, written anew. */
		public Whole written(Path file, String sha256, long bytes, long firstLine, List<String> notes) {
			return new Whole(file, sha256, bytes, firstLine, this.downloaded, this.sentSha256, this.cut, notes);
		}

	}

	private ArrivingBody(InputStream raw, TableLimits limits, Path file, OutputStream out) throws IOException {
		this.file = file;
		this.limits = limits;
		this.out = out;
		this.sent = new SentDigest(raw);
		this.sentFile = opened(this.sent);
		this.canonical = this.sentFile.verbatim() ? null : CanonicalBody.lenient(this.sentFile, limits);
		ByteArrayOutputStream beginning = new ByteArrayOutputStream();
		while (beginning.size() < BEGINNING && this.whole == null) {
			beginning.write(this.block, 0, readBlock());
		}
		this.read = beginning.toByteArray();
		this.end = this.read.length;
	}

	/**
	 * Begins to read.
	 * @param file where the body is written
	 * @throws IOException when it can not be
	 */
	static ArrivingBody begin(InputStream raw, TableLimits limits, Path file) throws IOException {
		OutputStream out = Files.newOutputStream(file);
		try {
			return new ArrivingBody(raw, limits, file, out);
		}
		catch (IOException | RuntimeException | Error ex) {
			out.close();
			throw ex;
		}
	}

	/** Where it is written. */
	public Path file() {
		return this.file;
	}

	/** Whether there is more than a beginning with a whole line. */
	public boolean goesOn() {
		boolean line = false;
		for (int i = 0; i < this.read.length && !line; i++) {
			line = this.read[i] == '\n';
		}
		return line && this.whole == null && this.canonical != null;
	}

	/** What is known of it by its beginning, which lies in the file. */
	public Whole beginning() {
		return body("", "");
	}

	/** All its bytes; what is not read is not lost when this is closed. */
	public InputStream stream() {
		return new ByteBlocks() {

			@Override
			public int read(byte[] target, int offset, int length) {
				return ArrivingBody.this.read(target, offset, length);
			}

		};
	}

	/**
	 * Reads to the end.
	 * @return the body, all of it in its file
	 * @throws ProblemException whatever is wrong with its bytes, also if somebody who
	 * read them was told before
	 */
	public Whole whole() {
		if (this.failure != null) {
			throw this.failure;
		}
		while (this.whole == null) {
			more();
		}
		return this.whole;
	}

	@Override
	public void close() {
		try {
			this.out.close();
		}
		catch (IOException ex) {
			throw unavailable(ex);
		}
	}

	private int read(byte[] target, int offset, int length) {
		while (this.at == this.end && this.whole == null) {
			this.end = more();
			this.at = 0;
			this.read = this.block;
		}
		int count = Math.min(length, this.end - this.at);
		System.arraycopy(this.read, this.at, target, offset, count);
		this.at += count;
		return (count == 0 && length > 0) ? -1 : count;
	}

	private int more() {
		try {
			return readBlock();
		}
		catch (IOException ex) {
			this.failure = unavailable(ex);
			throw this.failure;
		}
		catch (RuntimeException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	/** How many bytes the next block has. */
	private int readBlock() throws IOException {
		int count = fill();
		if (count < 0) {
			this.out.close();
			drain();
			String[] digests = this.sent.hex();
			this.whole = body(digests[1], digests[0]);
			return 0;
		}
		this.bytes += count;
		if (this.canonical == null && this.bytes > this.limits.maxSize().toBytes()) {
			throw this.sentFile.tooLarge(this.limits.maxSize().toBytes());
		}
		this.sent.made(this.block, count);
		this.out.write(this.block, 0, count);
		return count;
	}

	private int fill() {
		try {
			return (this.canonical != null) ? this.canonical.read(this.block)
					: this.sentFile.read(this.block, 0, BLOCK);
		}
		catch (IOException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Reads what an archive has after its table, so that the digest is that of the file.
	 */
	private void drain() {
		long most = this.limits.maxSize().toBytes();
		long rest = 0;
		try {
			for (int count = this.sent.read(this.block); count >= 0; count = this.sent.read(this.block)) {
				rest += count;
				if (rest > most) {
					throw new ProblemException(ErrorCode.TABLE_TOO_LARGE,
							"The file goes on behind its table for more than " + most + " bytes, the limit here.");
				}
			}
		}
		catch (IOException ex) {
			throw interrupted(ex);
		}
	}

	private Whole body(String sha256, String sentSha256) {
		if (this.canonical == null) {
			return new Whole(this.file, sha256, this.bytes, 1, null, sentSha256, false, this.sentFile.notes());
		}
		List<String> notes = new ArrayList<>(this.sentFile.notes());
		if (this.canonical.repaired() > 0) {
			notes.add(this.canonical.repaired() + " byte(s) are not UTF-8, the first on line "
					+ this.canonical.firstRepairedLine() + "; they were read as Windows-1252.");
		}
		return new Whole(this.file, sha256, this.bytes, this.canonical.headerLine(), this.canonical.downloaded(),
				sentSha256, this.canonical.cut(), notes);
	}

	private static SentFile opened(InputStream raw) {
		try {
			return SentFile.open(raw, BLOCK);
		}
		catch (IOException ex) {
			throw interrupted(ex);
		}
	}

	private static ProblemException interrupted(IOException cause) {
		return new ProblemException(ErrorCode.UPLOAD_INTERRUPTED,
				"The upload ended before the table did; send it again.", InputError.field("file", "incomplete"))
			.causedBy(cause);
	}

	static ProblemException unavailable(IOException cause) {
		return BlobProblems.unavailable("The table can not be stored for now", cause);
	}

}
