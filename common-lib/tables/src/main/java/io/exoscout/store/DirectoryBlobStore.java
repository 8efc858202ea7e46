package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Blobs as files {@code ab/cdef…} of a directory, which several processes may share.
 * Written under {@code tmp}, forced to disk and moved into place in one step; removed by
 * way of {@code trash}, from where a blob comes back if somebody needs it after all. What
 * a sweep sets aside lies in {@code removed} under its digest for a while, its time being
 * that of the sweep.
 */
public final class DirectoryBlobStore implements BlobStore {

	static final String REMOVED = "removed";

	private final BlobFiles files;

	private final Path unfinished;

	private final Path trash;

	private final Path removed;

	/** Told how many bytes are about to be written. */
	private final LongConsumer room;

	public DirectoryBlobStore(Path root) {
		this(root, (bytes) -> {
		});
	}

	/**
	 * A store.
	 * @param root its directory; made if need be
	 * @param room told how many bytes are about to be written; throws if there is no room
	 */
	public DirectoryBlobStore(Path root, LongConsumer room) {
		this.room = room;
		this.files = new BlobFiles(root);
		this.unfinished = root.resolve("tmp");
		this.trash = root.resolve("trash");
		this.removed = root.resolve(REMOVED);
		CheckedBlob.expect();
		try {
			Files.createDirectories(this.unfinished);
			Files.createDirectories(this.trash);
			Files.createDirectories(this.removed);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public BlobRef put(InputStream bytes, long length, String sha256) {
		try {
			return put(bytes, sha256, length);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public InputStream open(String sha256) {
		try {
			bringBack(sha256);
			Path place = this.files.place(sha256);
			return CheckedBlob.of(Files.newInputStream(place), Files.size(place), sha256);
		}
		catch (NoSuchFileException ex) {
			throw BlobProblems.notFound(sha256);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public boolean exists(String sha256) {
		return this.files.exists(sha256);
	}

	@Override
	public void remove(String sha256, Predicate<String> referenced) {
		unlessReferenced(sha256, referenced, (binned) -> {
			Files.deleteIfExists(this.removed.resolve(sha256));
			return Files.deleteIfExists(binned);
		});
	}

	@Override
	public void setAside(String sha256, Predicate<String> referenced) {
		unlessReferenced(sha256, referenced, this::setAside);
	}

	private void unlessReferenced(String sha256, Predicate<String> referenced, Disposal disposal) {
		if (!Digests.isSha256(sha256) || referenced.test(sha256)) {
			return;
		}
		try {
			bringBack(sha256);
			bin(sha256, referenced, disposal);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public BlobSweep sweep(BlobSweepRules rules, Predicate<String> referenced) {
		try {
			List<String> all = this.files.blobs();
			List<String> unneeded = all.stream()
				.filter((sha256) -> isOlder(this.files.place(sha256), rules.before()) && !referenced.test(sha256))
				.toList();
			if (rules.tooMany(unneeded.size(), all.size())) {
				return BlobSweep.stopped(all.size(), unneeded.size());
			}
			long purged = purge(rules, referenced);
			long setAside = 0;
			for (Path binned : BlobFiles.in(this.trash)) {
				// one that is needed comes back at any age: its remover died
				boolean old = isOlder(binned, rules.before());
				setAside += settle(binned, sha256Of(binned), referenced, (file) -> old && setAside(file)) ? 1 : 0;
			}
			for (String sha256 : unneeded) {
				setAside += bin(sha256, referenced, this::setAside) ? 1 : 0;
			}
			return BlobSweep.done(all.size(), unneeded.size(), setAside, purged);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/** Removes what was set aside long ago, and files that were never finished. */
	private long purge(BlobSweepRules rules, Predicate<String> referenced) throws IOException {
		long purged = 0;
		for (Path leftover : BlobFiles.in(this.unfinished)) {
			purged += isOlder(leftover, rules.before()) && Files.deleteIfExists(leftover) ? 1 : 0;
		}
		for (Path aside : BlobFiles.in(this.removed)) {
			String sha256 = aside.getFileName().toString();
			if (Digests.isSha256(sha256) && referenced.test(sha256)) {
				bringBack(sha256);
				// somebody may have stored the same bytes again meanwhile
				Files.deleteIfExists(aside);
			}
			else if (isOlder(aside, rules.purgeBefore())) {
				purged += Files.deleteIfExists(aside) ? 1 : 0;
			}
		}
		return purged;
	}

	/** Makes a blob visible again that a sweep set aside; others stay as they are. */
	private void bringBack(String sha256) throws IOException {
		Path place = this.files.place(sha256);
		Path aside = this.removed.resolve(sha256);
		if (Files.exists(place) || !Files.exists(aside)) {
			return;
		}
		// young again, so that the next sweep does not take it from whoever asks for it
		BlobFiles.refresh(aside);
		this.files.restore(aside, sha256);
	}

	private boolean setAside(Path binned) throws IOException {
		// first its time: one that is set aside counts as that from now on
		BlobFiles.refresh(binned);
		Files.move(binned, this.removed.resolve(sha256Of(binned)), StandardCopyOption.ATOMIC_MOVE);
		return true;
	}

	private BlobRef put(InputStream bytes, String sha256, long length) throws IOException {
		Path place = this.files.place(sha256);
		bringBack(sha256);
		if (BlobFiles.refresh(place)) {
			return new BlobRef(sha256, Files.size(place));
		}
		this.room.accept(length);
		this.files.store(bytes, sha256, this.unfinished);
		return new BlobRef(sha256, Files.size(place));
	}

	/** Puts a blob out of sight, asks, and takes it away or brings it back. */
	private boolean bin(String sha256, Predicate<String> referenced, Disposal disposal) throws IOException {
		Path binned = this.trash.resolve(sha256 + "." + UUID.randomUUID());
		try {
			Files.move(this.files.place(sha256), binned, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
		return settle(binned, sha256, referenced, disposal);
	}

	private boolean settle(Path binned, String sha256, Predicate<String> referenced, Disposal disposal)
			throws IOException {
		try {
			if (!referenced.test(sha256)) {
				return end(binned, disposal);
			}
		}
		catch (RuntimeException ex) {
			// nobody could say; rather keep what is not needed
			this.files.restore(binned, sha256);
			throw ex;
		}
		this.files.restore(binned, sha256);
		return false;
	}

	private static boolean end(Path binned, Disposal disposal) throws IOException {
		try {
			return disposal.of(binned);
		}
		catch (NoSuchFileException ex) {
			return false; // another sweep did it
		}
	}

	private static String sha256Of(Path binned) {
		String name = binned.getFileName().toString();
		return name.substring(0, name.indexOf('.'));
	}

	private static boolean isOlder(Path file, Instant before) {
		return file.toFile().lastModified() < before.toEpochMilli();
	}

	/** What becomes of a blob out of sight that nobody needs; whether it is gone. */
	private interface Disposal {

		boolean of(Path binned) throws IOException;

	}

}
