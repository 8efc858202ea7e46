package io.exoscout.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Bytes on their way into the blob store that are too many for memory: written to a file
 * of the spool first, hashed on the way. Made by {@link Spool#draft}.
 */
public final class BlobDraft implements AutoCloseable {

	private final Spool spool;

	private final Path file;

	private final MessageDigest digest = Digests.sha256();

	private final OutputStream out;

	private String sha256 = "";

	BlobDraft(Spool spool, Path file) throws IOException {
		this.spool = spool;
		this.file = file;
		this.out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), this.digest));
	}

	/** Where to write; ends with the draft. */
	public OutputStream out() {
		return this.out;
	}

	/**
	 * Stores what was written; durable when this returns. Nothing more can be written
	 * from then on; keeping it once more, after somebody removed the blob, stores it
	 * again.
	 * @param blobs where to
	 * @return where it is
	 */
	public BlobRef keep(BlobStore blobs) {
		try {
			this.out.close();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
		if (this.sha256.isEmpty()) {
			this.sha256 = HexFormat.of().formatHex(this.digest.digest());
		}
		return blobs.put(this.file, this.sha256);
	}

	/** Removes the file; what was kept stays. */
	@Override
	public void close() {
		try {
			this.out.close();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
		finally {
			this.spool.delete(this.file);
		}
	}

}
