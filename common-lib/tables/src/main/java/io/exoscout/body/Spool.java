package io.exoscout.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

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
			throw ArrivingBody.unavailable(ex);
		}
	}

	/**
	 * Writes the canonical body of a table to a file of its own, hashing on the way.
	 * @param raw the bytes as they were sent
	 * @param limits how many at most
	 * @return the body; nothing stays behind when this fails
	 */
	public ArrivingBody.Whole write(InputStream raw, TableLimits limits) {
		try (ArrivingBody body = receive(raw, limits)) {
			return body.whole();
		}
	}

	/**
	 * Begins to write the canonical body of a table to a file of its own, hashing on the
	 * way; whoever reads it takes part.
	 * @param raw the bytes as they were sent
	 * @param limits how many at most
	 * @return the body; closed by the caller
	 */
	public ArrivingBody receive(InputStream raw, TableLimits limits) {
		Path file = create(UPLOAD);
		try {
			return ArrivingBody.begin(raw, limits, file);
		}
		catch (IOException ex) {
			delete(file);
			throw ArrivingBody.unavailable(ex);
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
			throw ArrivingBody.unavailable(ex);
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
			throw ArrivingBody.unavailable(ex);
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
			throw ArrivingBody.unavailable(ex);
		}
	}

	private Path create(String prefix) {
		try {
			return Files.createTempFile(this.directory, prefix, "");
		}
		catch (IOException ex) {
			throw ArrivingBody.unavailable(ex);
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

}
