package io.exoscout.s3;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.BlobSweep;
import io.exoscout.store.BlobSweepRules;
import io.exoscout.store.CheckedBlob;
import io.exoscout.store.Digests;

/**
 * Blobs as objects {@code blobs/SHA256}. Objects can not be renamed, so one that is moved
 * is copied first and deleted then, and there may be two for a moment. Removed by way of
 * {@code trash/}, from where a blob comes back if somebody needs it after all. What a
 * sweep sets aside is below {@code removed/} for a while, its date being that of the
 * sweep; who asks for it gets a copy, and that one stays until a sweep sees it.
 */
public final class S3BlobStore implements BlobStore {

	static final String BLOBS = "blobs/";

	static final String REMOVED = "removed/";

	private static final String TRASH = "trash/";

	private final S3Objects objects;

	/**
	 * A store.
	 * @param objects where it keeps them
	 * @throws S3Refused if the bucket is not there, or the key is wrong
	 */
	public S3BlobStore(S3Objects objects) {
		this.objects = objects;
		CheckedBlob.expect();
		objects.requireAccess();
	}

	@Override
	public BlobRef put(InputStream bytes, long length, String sha256) {
		if (!Digests.isSha256(sha256)) {
			throw BlobProblems.notFound(sha256);
		}
		// young again, so that no sweep takes it from its new user
		if (!this.objects.copy(BLOBS + sha256, BLOBS + sha256) && !bringBack(sha256)) {
			try {
				this.objects.put(BLOBS + sha256, bytes, length, sha256);
			}
			catch (IOException ex) {
				throw BlobProblems.unavailable(ex);
			}
		}
		return new BlobRef(sha256, length);
	}

	@Override
	public InputStream open(String sha256) {
		if (!Digests.isSha256(sha256)) {
			throw BlobProblems.notFound(sha256);
		}
		S3Bytes bytes = this.objects.open(BLOBS + sha256)
			.or(() -> bringBack(sha256) ? this.objects.open(BLOBS + sha256) : Optional.empty())
			.orElseThrow(() -> BlobProblems.notFound(sha256));
		try {
			return CheckedBlob.of(bytes, bytes.length(), sha256);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public boolean exists(String sha256) {
		return Digests.isSha256(sha256) && this.objects.length(BLOBS + sha256).isPresent();
	}

	@Override
	public void remove(String sha256, Predicate<String> referenced) {
		if (isUnneeded(sha256, referenced) && (bin(sha256, referenced, this.objects::delete) || !exists(sha256))) {
			this.objects.delete(REMOVED + sha256);
		}
	}

	@Override
	public void setAside(String sha256, Predicate<String> referenced) {
		if (isUnneeded(sha256, referenced)) {
			bin(sha256, referenced, (binned) -> setAside(binned, sha256));
		}
	}

	private static boolean isUnneeded(String sha256, Predicate<String> referenced) {
		return Digests.isSha256(sha256) && !referenced.test(sha256);
	}

	@Override
	public BlobSweep sweep(BlobSweepRules rules, Predicate<String> referenced) {
		List<String> old = new ArrayList<>();
		long[] blobs = new long[1];
		this.objects.each(BLOBS, (blob) -> {
			String sha256 = blob.key().substring(BLOBS.length());
			if (Digests.isSha256(sha256)) {
				blobs[0]++;
				if (isOlder(blob, rules.before())) {
					old.add(sha256);
				}
			}
		});
		List<String> unneeded = old.stream().filter((sha256) -> !referenced.test(sha256)).toList();
		if (rules.tooMany(unneeded.size(), blobs[0])) {
			return BlobSweep.stopped(blobs[0], unneeded.size());
		}
		long purged = this.objects.abandon(rules.before()) + purge(rules, referenced);
		long setAside = settleTrash(rules, referenced);
		for (String sha256 : unneeded) {
			setAside += bin(sha256, referenced, (binned) -> setAside(binned, sha256)) ? 1 : 0;
		}
		return BlobSweep.done(blobs[0], unneeded.size(), setAside, purged);
	}

	private long purge(BlobSweepRules rules, Predicate<String> referenced) {
		long purged = 0;
		for (S3Entry aside : all(REMOVED)) {
			String sha256 = aside.key().substring(REMOVED.length());
			if (Digests.isSha256(sha256) && referenced.test(sha256)) {
				if (exists(sha256) || bringBack(sha256)) {
					this.objects.delete(aside.key());
				}
			}
			else if (isOlder(aside, rules.purgeBefore())) {
				this.objects.delete(aside.key());
				purged++;
			}
		}
		return purged;
	}

	private long settleTrash(BlobSweepRules rules, Predicate<String> referenced) {
		long setAside = 0;
		for (S3Entry binned : all(TRASH)) {
			String sha256 = binned.key().substring(TRASH.length()).split("\\.", 2)[0];
			if (!Digests.isSha256(sha256)) {
				// nothing of ours
				continue;
			}
			// one that is needed comes back at any age: its remover died
			boolean needed = referenced.test(sha256);
			if (needed) {
				restore(binned.key(), sha256);
			}
			else if (isOlder(binned, rules.before())) {
				setAside(binned.key(), sha256);
				setAside++;
			}
		}
		return setAside;
	}

	private List<S3Entry> all(String place) {
		List<S3Entry> found = new ArrayList<>();
		this.objects.each(place, found::add);
		return found;
	}

	private static boolean isOlder(S3Entry entry, Instant before) {
		return entry.modifiedAt().isBefore(before);
	}

	/** Puts a blob out of sight, asks, and takes it away or brings it back. */
	private boolean bin(String sha256, Predicate<String> referenced, Consumer<String> ending) {
		String binned = TRASH + sha256 + "." + UUID.randomUUID();
		if (!this.objects.copy(BLOBS + sha256, binned)) {
			return false;
		}
		boolean needed = true;
		try {
			this.objects.delete(BLOBS + sha256);
			needed = referenced.test(sha256);
		}
		finally {
			// also when nobody could say: rather keep what is not needed
			if (needed) {
				restore(binned, sha256);
			}
		}
		if (!needed) {
			ending.accept(binned);
		}
		return !needed;
	}

	/** Another remover may have brought it back, or somebody stored it again. */
	private void restore(String binned, String sha256) {
		if (exists(sha256) || this.objects.copy(binned, BLOBS + sha256)) {
			this.objects.delete(binned);
		}
	}

	/** Of two with the same bytes the one set aside last is kept. */
	private void setAside(String binned, String sha256) {
		if (this.objects.copy(binned, REMOVED + sha256)) {
			this.objects.delete(binned);
		}
	}

	/** Makes a blob visible again that a sweep set aside. */
	private boolean bringBack(String sha256) {
		return this.objects.copy(REMOVED + sha256, BLOBS + sha256);
	}

}
