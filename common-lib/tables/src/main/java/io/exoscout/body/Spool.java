package io.exoscout.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import org.jspecify.annotations.Nullable;

/**
 * A directory where uploads lie while they are looked at, and lists and predictions while
 * they are written. What a crash left there goes at the next start.
 */
public final class Spool {

	private static final Duration ABANDONED = Duration.ofHours(1);

	private static final String UPLOAD = "upload-";

	private static final String DRAFT = "exoscout-draft-";

	private final Path directory;

	/** A spool in a directory that is made if need be, and may be shared. */
	public Spool(Path directory) {
		this.directory = directory;
		try {
			Files.createDirectories(directory);
			removeAbandoned(Instant.now().minus(ABANDONED));
		}
		catch (IOException ex) {
			throw unavailable(ex);
		}
	}

	/**
	 * A spooled body.
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
	public record Body(Path file, String sha256, long bytes, long firstLine, @Nullable String downloaded,
			String sentSha256, boolean cut, List<String> notes) {

		/** The same table, written anew. */
		public Body written(Path file, PlainWriter writer, long firstLine, List<String> notes) {
			return new Body(file, writer.sha256(), writer.bytes(), firstLine, this.downloaded, this.sentSha256,
					this.cut, notes);
		}

		public Body noted(List<String> notes) {
			return new Body(this.file, this.sha256, this.bytes, this.firstLine, this.downloaded, this.sentSha256,
					this.cut, notes);
		}

	}

	/**
	 * Writes the canonical body of a table to a file of its own, hashing on the way.
	 * @param raw the bytes as they were sent
	 * @param limits how many at most
	 * @return the body; nothing stays behind when this fails
	 */
	public Body write(InputStream raw, TableLimits limits) {
		Path file = create(UPLOAD);
		try {
			return write(raw, limits, file);
		}
		catch (RuntimeException | Error ex) {
			delete(file);
			throw ex;
		}
	}

	/** Begins to write bytes that are to be stored; the draft is closed by the caller. */
	public BlobDraft draft() {
		Path file = create(DRAFT);
		try {
			return new BlobDraft(file);
		}
		catch (IOException ex) {
			delete(file);
			throw unavailable(ex);
		}
	}

	/** An empty file for what is wanted again before long; closed by the caller. */
	public ScratchFile scratch() {
		Path file = create(DRAFT);
		try {
			return new ScratchFile(file);
		}
		catch (IOException ex) {
			delete(file);
			throw unavailable(ex);
		}
	}

	/** An empty file for an upload; to be deleted by the caller. */
	public Path upload() {
		return create(UPLOAD);
	}

	public void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw unavailable(ex);
		}
	}

	private Body write(InputStream raw, TableLimits limits, Path file) {
		SentDigest sent = new SentDigest(raw);
		byte[] buffer = new byte[1 << 14];
		long bytes = 0;
		try (OutputStream out = Files.newOutputStream(file)) {
			SentFile sentFile = opened(sent);
			if (sentFile.verbatim()) {
				return verbatim(sentFile, limits, out, file, sent);
			}
			CanonicalBody body = CanonicalBody.lenient(sentFile, limits);
			for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
				sent.made(buffer, count);
				out.write(buffer, 0, count);
				bytes += count;
			}
			drain(sent, limits);
			String[] digests = sent.hex();
			return new Body(file, digests[1], bytes, body.headerLine(), body.downloaded(), digests[0], body.cut(),
					notes(sentFile, body));
		}
		catch (IOException ex) {
			throw unavailable(ex);
		}
	}

	private static Body verbatim(SentFile sentFile, TableLimits limits, OutputStream out, Path file, SentDigest sent)
			throws IOException {
		byte[] buffer = new byte[1 << 14];
		long bytes = 0;
		for (int count = read(sentFile, buffer); count >= 0; count = read(sentFile, buffer)) {
			bytes += count;
			if (bytes > limits.maxSize().toBytes()) {
				throw sentFile.tooLarge(limits.maxSize().toBytes());
			}
			sent.made(buffer, count);
			out.write(buffer, 0, count);
		}
		drain(sent, limits);
		String[] digests = sent.hex();
		return new Body(file, digests[1], bytes, 1, null, digests[0], false, sentFile.notes());
	}

	private static List<String> notes(SentFile file, CanonicalBody body) {
		List<String> notes = new ArrayList<>(file.notes());
		if (body.repaired() > 0) {
			notes.add(body.repaired() + " byte(s) are not UTF-8, the first on line " + body.firstRepairedLine()
					+ "; they were read as Windows-1252.");
		}
		return notes;
	}

	private static SentFile opened(InputStream raw) {
		try {
			return SentFile.open(raw, 1 << 14);
		}
		catch (IOException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Reads what an archive has after its table, so that the digest is that of the file.
	 */
	private static void drain(InputStream sent, TableLimits limits) {
		byte[] buffer = new byte[1 << 14];
		try {
			long rest = 0;
			for (int count = sent.read(buffer); count >= 0; count = sent.read(buffer)) {
				rest += count;
				if (rest > limits.maxSize().toBytes()) {
					throw new ProblemException(ErrorCode.TABLE_TOO_LARGE,
							"The file goes on behind its table for more than " + limits.maxSize().toBytes()
									+ " bytes, the limit here.");
				}
			}
		}
		catch (IOException ex) {
			throw interrupted(ex);
		}
	}

	private static int read(CanonicalBody body, byte[] buffer) {
		try {
			return body.read(buffer);
		}
		catch (IOException ex) {
			throw interrupted(ex);
		}
	}

	private static int read(SentFile file, byte[] buffer) {
		try {
			return file.read(buffer, 0, buffer.length);
		}
		catch (IOException ex) {
			throw interrupted(ex);
		}
	}

	private Path create(String prefix) {
		try {
			return Files.createTempFile(this.directory, prefix, "");
		}
		catch (IOException ex) {
			throw unavailable(ex);
		}
	}

	private void removeAbandoned(Instant before) throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			for (Path file : files.filter(Spool::isOurs).toList()) {
				// 0 if somebody who shares the directory has just removed it
				if (file.toFile().lastModified() < before.toEpochMilli()) {
					Files.deleteIfExists(file);
				}
			}
		}
	}

	private static boolean isOurs(Path file) {
		String name = file.getFileName().toString();
		return name.startsWith(UPLOAD) || name.startsWith(DRAFT);
	}

	private static ProblemException interrupted(IOException cause) {
		return new ProblemException(ErrorCode.UPLOAD_INTERRUPTED,
				"The upload ended before the table did; send it again.", InputError.field("file", "incomplete"))
			.causedBy(cause);
	}

	private static ProblemException unavailable(IOException cause) {
		return BlobProblems.unavailable("The table can not be stored for now", cause);
	}

}
