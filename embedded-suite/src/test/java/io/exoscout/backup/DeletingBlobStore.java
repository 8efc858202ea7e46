package io.exoscout.backup;

import java.io.InputStream;
import java.util.function.Predicate;

import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.BlobSweep;
import io.exoscout.store.BlobSweepRules;

/** A store to which something happens just before bytes are read from it. */
record DeletingBlobStore(BlobStore blobs, Runnable event) implements BlobStore {

	@Override
	public InputStream open(String sha256) {
		this.event.run();
		return this.blobs.open(sha256);
	}

	@Override
	public BlobRef put(InputStream bytes, long length, String sha256) {
		return this.blobs.put(bytes, length, sha256);
	}

	@Override
	public BlobRef put(byte[] bytes) {
		return this.blobs.put(bytes);
	}

	@Override
	public boolean exists(String sha256) {
		return this.blobs.exists(sha256);
	}

	@Override
	public void remove(String sha256, Predicate<String> referenced) {
		this.blobs.remove(sha256, referenced);
	}

	@Override
	public void setAside(String sha256, Predicate<String> referenced) {
		this.blobs.setAside(sha256, referenced);
	}

	@Override
	public BlobSweep sweep(BlobSweepRules rules, Predicate<String> referenced) {
		return this.blobs.sweep(rules, referenced);
	}

}
