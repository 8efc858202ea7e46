package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.mongodb.MongoException;
import com.mongodb.client.gridfs.model.GridFSFile;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Blobs in GridFS, for services that share no directory. The file name is the digest, by
 * a unique index; a file appears only once all its chunks are written. Removed by way of
 * a name under {@code trash/}, from where a blob comes back if somebody needs it after
 * all. What a sweep sets aside has a name under {@code removed/} for a while, its date
 * being that of the sweep.
 */
public final class GridFsBlobStore implements BlobStore {

	/** Names below it belong to nobody's blobs any more, and are left alone. */
	static final String SET_ASIDE = "set-aside/";

	private static final String TRASH = "trash/";

	private static final String REMOVED = "removed/";

	private final GridFsFiles files;

	public GridFsBlobStore(MongoDatabaseFactory databases) {
		this.files = new GridFsFiles(databases);
		CheckedBlob.expect();
	}

	@Override
	public InputStream open(String sha256) {
		return reaching(() -> {
			GridFSFile file = findAgain(sha256);
			if (file == null) {
				throw BlobProblems.notFound(sha256);
			}
			return checked(file);
		});
	}

	private InputStream checked(GridFSFile file) {
		try {
			return CheckedBlob.of(this.files.open(file), file.getLength(), file.getFilename());
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public boolean exists(String sha256) {
		return reaching(() -> find(sha256) != null);
	}

	@Override
	public void remove(String sha256, Predicate<String> referenced) {
		unlessReferenced(sha256, referenced, (binned) -> {
			this.files.named(REMOVED + sha256).forEach(this.files::delete);
			return this.files.delete(binned);
		});
	}

	@Override
	public void setAside(String sha256, Predicate<String> referenced) {
		unlessReferenced(sha256, referenced, (binned) -> setAside(binned, sha256));
	}

	private void unlessReferenced(String sha256, Predicate<String> referenced, Predicate<GridFSFile> ending) {
		if (!Digests.isSha256(sha256) || referenced.test(sha256)) {
			return;
		}
		reaching(() -> bin(sha256, referenced, ending));
	}

	@Override
	public BlobSweep sweep(BlobSweepRules rules, Predicate<String> referenced) {
		return reaching(() -> {
			List<GridFSFile> files = this.files.all();
			List<GridFSFile> blobs = files.stream().filter((file) -> Digests.isSha256(file.getFilename())).toList();
			List<String> unneeded = blobs.stream()
				.filter((file) -> isOlder(file, rules.before()))
				.map(GridFSFile::getFilename)
				.filter((sha256) -> !referenced.test(sha256))
				.toList();
			List<ObjectId> parts = this.files.parts(rules.before());
			if (rules.tooMany(unneeded.size() + parts.size(), blobs.size() + parts.size())) {
				return BlobSweep.stopped(blobs.size(), unneeded.size() + parts.size());
			}
			long purged = purge(files, rules, referenced);
			long setAside = settleTrash(files, rules, referenced);
			for (String sha256 : unneeded) {
				setAside += bin(sha256, referenced, (binned) -> setAside(binned, sha256)) ? 1 : 0;
			}
			parts.forEach((id) -> this.files.adopt(id, REMOVED + "parts-" + id));
			return BlobSweep.done(blobs.size(), unneeded.size(), setAside + parts.size(), purged);
		});
	}

	private long purge(List<GridFSFile> files, BlobSweepRules rules, Predicate<String> referenced) {
		long purged = 0;
		for (GridFSFile aside : below(files, REMOVED)) {
			String sha256 = aside.getFilename().substring(REMOVED.length());
			if (referenced.test(sha256)) {
				bringBack(sha256);
				// somebody may have stored the same bytes again meanwhile
				this.files.delete(aside);
			}
			else if (isOlder(aside, rules.purgeBefore())) {
				purged += this.files.delete(aside) ? 1 : 0;
			}
		}
		return purged;
	}

	private long settleTrash(List<GridFSFile> files, BlobSweepRules rules, Predicate<String> referenced) {
		long setAside = 0;
		for (GridFSFile binned : below(files, TRASH)) {
			// one that is needed comes back at any age: its remover died
			boolean old = isOlder(binned, rules.before());
			String sha256 = binned.getFilename().substring(TRASH.length(), binned.getFilename().lastIndexOf('/'));
			setAside += settle(binned, sha256, referenced, (file) -> old && setAside(file, sha256)) ? 1 : 0;
		}
		return setAside;
	}

	private static List<GridFSFile> below(List<GridFSFile> files, String place) {
		return files.stream().filter((file) -> file.getFilename().startsWith(place)).toList();
	}

	private static boolean isOlder(GridFSFile file, Instant before) {
		return file.getUploadDate().toInstant().isBefore(before);
	}

	@Override
	public BlobRef put(InputStream bytes, long length, String sha256) {
		return reaching(() -> {
			this.files.ensureUniqueNames();
			bringBack(sha256);
			// young again, so that no sweep takes it from its new user
			if (!this.files.refresh(sha256)) {
				this.files.store(bytes, sha256);
			}
			return new BlobRef(sha256, length);
		});
	}

	/** Puts a blob out of sight, asks, and takes it away or brings it back. */
	private boolean bin(String sha256, Predicate<String> referenced, Predicate<GridFSFile> ending) {
		GridFSFile file = findAgain(sha256);
		if (file == null) {
			return false;
		}
		String trash = TRASH + sha256 + "/" + file.getObjectId();
		if (!this.files.rename(file, trash)) {
			return false;
		}
		return this.files.named(trash).stream().anyMatch((binned) -> settle(binned, sha256, referenced, ending));
	}

	private boolean settle(GridFSFile binned, String sha256, Predicate<String> referenced,
			Predicate<GridFSFile> ending) {
		boolean needed = true;
		try {
			needed = referenced.test(sha256);
		}
		finally {
			// also when nobody could say: rather keep what is not needed
			if (needed && !this.files.rename(binned, sha256)) {
				this.files.delete(binned);
			}
		}
		return !needed && ending.test(binned);
	}

	private boolean setAside(GridFSFile binned, String sha256) {
		// of two with the same bytes the one set aside last is kept
		this.files.named(REMOVED + sha256).forEach(this.files::delete);
		return this.files.renameToday(binned, REMOVED + sha256);
	}

	/** Makes a blob visible again that a sweep set aside; others stay as they are. */
	private void bringBack(String sha256) {
		for (GridFSFile aside : this.files.named(REMOVED + sha256)) {
			// young again, so that the next sweep does not take it from whoever asks
			this.files.renameToday(aside, sha256);
		}
	}

	private @Nullable GridFSFile find(String sha256) {
		List<GridFSFile> found = Digests.isSha256(sha256) ? this.files.named(sha256) : List.of();
		return found.isEmpty() ? null : found.get(0);
	}

	/** Finds also what a sweep set aside, and makes it visible again. */
	private @Nullable GridFSFile findAgain(String sha256) {
		GridFSFile found = find(sha256);
		if (found == null && Digests.isSha256(sha256)) {
			bringBack(sha256);
			found = find(sha256);
		}
		return found;
	}

	private static <T> T reaching(Supplier<T> access) {
		try {
			return access.get();
		}
		catch (MongoException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

}
