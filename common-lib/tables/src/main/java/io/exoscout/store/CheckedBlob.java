package io.exoscout.store;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import com.mongodb.MongoException;
import com.mongodb.MongoGridFSException;
import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.Metrics;

/**
 * The bytes of a blob, compared on the way with the digest under which they were stored.
 * A small blob is compared before its first byte is given, a large one before its last:
 * whoever reads to the end has read what was stored, or is told
 * {@link io.exoscout.problem.ErrorCode#STORED_BYTES_DAMAGED}. Who stops early is told on
 * closing, and so is who stumbled over bytes that make no sense.
 */
public final class CheckedBlob extends FilterInputStream {

	/** How often stored bytes were found not to be what was stored. */
	static final String DAMAGED = "exoscout.stored.bytes.damaged";

	/** Blobs of so many bytes are compared before the first is given. */
	static final int AT_ONCE = 1 << 20;

	/**
	 * So many bytes nobody wants are read for the digest's sake; a fraction of a second.
	 */
	static final int REST = 1 << 26;

	private static final int BUFFER = 1 << 16;

	private final MessageDigest digest = Digests.sha256();

	private final String sha256;

	private long left;

	/** Nothing is to be found out any more: they were compared, or could not be read. */
	private boolean settled;

	private CheckedBlob(InputStream bytes, long length, String sha256) {
		super(bytes);
		this.left = length;
		this.sha256 = sha256;
	}

	/** Lets an alert see the first damage: a counter has to be there before it counts. */
	public static void expect() {
		Metrics.counter(DAMAGED);
	}

	/**
	 * Wraps a blob.
	 * @param bytes as they are now; closed with the blob, and when this fails
	 * @param length how many there are now
	 * @param sha256 the digest under which they were stored
	 */
	public static InputStream of(InputStream bytes, long length, String sha256) throws IOException {
		CheckedBlob blob = new CheckedBlob(bytes, length, sha256);
		if (length > AT_ONCE) {
			return blob;
		}
		try (blob) {
			return new ByteArrayInputStream(blob.readAllBytes());
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		boolean before = this.settled;
		this.settled = true; // unless this succeeds
		int count = next(target, offset, length);
		if (before) {
			return count;
		}
		if (count > 0) {
			this.digest.update(target, offset, count);
			this.left -= count;
		}
		if (count < 0 || this.left <= 0) {
			compare();
			return count;
		}
		this.settled = false;
		return count;
	}

	/**
	 * Turns the driver's exceptions into the problem that a store out of reach is. No
	 * {@link IOException}: its broken pipe would be taken for that of a client.
	 */
	private int next(byte[] target, int offset, int length) throws IOException {
		try {
			return super.read(target, offset, length);
		}
		catch (MongoGridFSException ex) {
			// a chunk is missing, or has another length
			throw damaged();
		}
		catch (MongoException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/** Passes over bytes that count for the digest all the same. */
	@Override
	public long skip(long count) throws IOException {
		byte[] passed = new byte[(int) Math.max(0, Math.min(count, BUFFER))];
		return Math.max(0, read(passed, 0, passed.length));
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private void compare() {
		if (!HexFormat.of().formatHex(this.digest.digest()).equals(this.sha256)) {
			throw damaged();
		}
	}

	private ProblemException damaged() {
		Metrics.counter(DAMAGED).increment();
		return BlobProblems.damaged(this.sha256);
	}

	@Override
	public void close() throws IOException {
		try {
			if (!this.settled && this.left <= REST) {
				finish();
			}
		}
		finally {
			super.close();
		}
	}

	private void finish() throws IOException {
		byte[] rest = new byte[BUFFER];
		while (!this.settled) {
			read(rest, 0, rest.length);
		}
	}

}
