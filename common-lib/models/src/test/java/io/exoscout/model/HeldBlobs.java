package io.exoscout.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.BlobSweep;
import io.exoscout.store.BlobSweepRules;

/** Blobs held in memory for the length of a test. */
public class HeldBlobs implements BlobStore {

	private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

	@Override
	public BlobRef put(InputStream bytes, long length, String sha256) {
		try {
			return put(bytes.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public BlobRef put(byte[] bytes) {
		String sha256 = digest(bytes);
		this.blobs.put(sha256, bytes.clone());
		return new BlobRef(sha256, bytes.length);
	}

	@Override
	public InputStream open(String sha256) {
		byte[] bytes = this.blobs.get(sha256);
		if (bytes == null) {
			throw new ProblemException(ErrorCode.BLOB_NOT_FOUND, "There is no blob " + sha256 + ".");
		}
		return new ByteArrayInputStream(bytes);
	}

	@Override
	public boolean exists(String sha256) {
		return this.blobs.containsKey(sha256);
	}

	@Override
	public void remove(String sha256, Predicate<String> referenced) {
		if (!referenced.test(sha256)) {
			this.blobs.remove(sha256);
		}
	}

	@Override
	public void setAside(String sha256, Predicate<String> referenced) {
		remove(sha256, referenced);
	}

	@Override
	public BlobSweep sweep(BlobSweepRules rules, Predicate<String> referenced) {
		long held = this.blobs.size();
		this.blobs.keySet().removeIf(referenced.negate());
		long removed = held - this.blobs.size();
		return new BlobSweep(held, removed, removed, 0, false);
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
