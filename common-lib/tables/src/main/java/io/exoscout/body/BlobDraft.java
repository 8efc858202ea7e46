package io.exoscout.body;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.Digests;

/**
 * Bytes on their way into the blob store that are too many for memory: written to a file
 * of the spool first, hashed on the way. Made by {@link Spool#draft}. Where the system
 * allows it, the file has no name any more once it is open, so that not even a crash
 * leaves it behind.
 */
public final class BlobDraft implements AutoCloseable {

	private final Path file;

	private final FileChannel channel;

	private final MessageDigest digest = Digests.sha256();

	private final OutputStream out;

	private String sha256 = "";

	BlobDraft(Path file) throws IOException {
		this.file = file;
		this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
		this.out = new BufferedOutputStream(
				new DigestOutputStream(new Open(Channels.newOutputStream(this.channel)), this.digest));
	}

	/** Where to write; may be closed when all is written, and ends with the draft. */
	public OutputStream out() {
		return this.out;
	}

	/** The digest of what was written; nothing more can be written from then on. */
	public String sha256() {
		if (this.sha256.isEmpty()) {
			try {
				this.out.close();
			}
			catch (IOException ex) {
				throw BlobProblems.unavailable(ex);
			}
			this.sha256 = HexFormat.of().formatHex(this.digest.digest());
		}
		return this.sha256;
	}

	/**
	 * Stores what was written; durable when this returns. Nothing more can be written
	 * from then on; keeping it once more, after somebody removed the blob, stores it
	 * again.
	 */
	public BlobRef keep(BlobStore blobs) {
		try {
			String address = sha256();
			this.channel.position(0);
			return blobs.put(Channels.newInputStream(this.channel), this.channel.size(), address);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/** Removes the file; what was kept stays. */
	@Override
	public void close() {
		try {
			this.channel.close();
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/** Leaves the file open when the stream is closed, because it is still to be read. */
	private static final class Open extends FilterOutputStream {

		Open(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.out.write(bytes, offset, length);
		}

		@Override
		public void close() throws IOException {
			flush();
		}

	}

}
