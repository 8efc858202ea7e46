package io.exoscout.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Keeps large bytes (tables, models) under their SHA-256. Storing the same bytes twice
 * keeps them once; readers never see a part of a blob. All methods report an unreachable
 * store as a {@link io.exoscout.problem.ProblemException} of kind {@code UNAVAILABLE}.
 */
public interface BlobStore {

	/**
	 * Stores the bytes of a file; durable when this returns. The file stays the caller's.
	 * @param file what to store
	 * @param sha256 hex digest of its bytes, as computed by the caller while writing it
	 * @return where it is
	 */
	default BlobRef put(Path file, String sha256) {
		try (InputStream bytes = Files.newInputStream(file)) {
			return put(bytes, Files.size(file), sha256);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/**
	 * Stores the bytes of a stream; durable when this returns.
	 * @param bytes what to store; not closed here, and not read if it is there already
	 * @param length how many there are
	 * @param sha256 their hex digest, as computed by the caller
	 * @return where it is
	 */
	BlobRef put(InputStream bytes, long length, String sha256);

	/** Stores bytes in memory; durable when this returns. */
	default BlobRef put(byte[] bytes) {
		return put(new ByteArrayInputStream(bytes), bytes.length, Digests.sha256(bytes));
	}

	/**
	 * Opens a blob for reading; the caller closes it. One that a sweep set aside is back
	 * from then on.
	 * @param sha256 hex digest
	 * @return the bytes
	 * @throws io.exoscout.problem.ProblemException of kind and code
	 * {@link io.exoscout.problem.ErrorCode#BLOB_NOT_FOUND} when there is none, or it is
	 * out of sight for a moment;
	 * {@link io.exoscout.problem.ErrorCode#STORED_BYTES_DAMAGED}, also from reading and
	 * closing, when the bytes are not those that were stored
	 */
	InputStream open(String sha256);

	/**
	 * Whether it can be seen: what a sweep set aside can not, until somebody opens it.
	 */
	boolean exists(String sha256);

	/**
	 * Removes a blob at once unless somebody still needs it. What {@code referenced} says
	 * is needed stays where it is. Anything else is put out of sight, and then
	 * {@code referenced} is asked once more: an uploader who adds a reference after that
	 * finds the blob gone and stores it again, one who added it before makes the blob
	 * come back. So no reference is ever left without its bytes for longer than that.
	 * @param sha256 hex digest; unknown ones are fine
	 * @param referenced tells whether any document still points at a digest
	 */
	void remove(String sha256, Predicate<String> referenced);

	/**
	 * As {@link #remove}, but the bytes stay recoverable until a sweep purges them:
	 * whoever opens them or stores them again has them back.
	 * @param sha256 hex digest; unknown ones are fine
	 * @param referenced tells whether any document still points at a digest
	 */
	void setAside(String sha256, Predicate<String> referenced);

	/**
	 * Sets aside what crashes left behind: blobs, and parts of blobs, that are old and
	 * that nobody points at, and purges what was set aside long ago. If these are too
	 * many, nothing is touched: then it is the documents that are missing.
	 * @param rules what is old, and what is too many
	 * @param referenced tells whether any document still points at a digest
	 * @return what was found and done
	 */
	BlobSweep sweep(BlobSweepRules rules, Predicate<String> referenced);

}
