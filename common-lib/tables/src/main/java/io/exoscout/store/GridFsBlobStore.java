package io.exoscout.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.BsonObjectId;
import org.bson.Document;
import org.bson.conversions.Bson;
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

	static final String BUCKET = "blobs";

	/** Names below it belong to nobody's blobs any more, and are left alone. */
	static final String SET_ASIDE = "set-aside/";

	private static final String TRASH = "trash/";

	private static final String REMOVED = "removed/";

	/** The beginning of the names of chunks without a file. */
	private static final String PARTS = REMOVED + "parts-";

	/** Chunks of 255 KB fetched at once; keeps replies small for every server. */
	private static final int CHUNKS = 16;

	private final MongoDatabaseFactory databases;

	private final ReentrantLock indexing = new ReentrantLock();

	private volatile boolean indexed;

	public GridFsBlobStore(MongoDatabaseFactory databases) {
		this.databases = databases;
	}

	@Override
	public InputStream open(String sha256) {
		return reaching(() -> {
			GridFSFile file = findAgain(sha256);
			if (file == null) {
				throw BlobProblems.notFound(sha256);
			}
			return new GridFsStream(bucket().openDownloadStream(file.getId()).batchSize(CHUNKS));
		});
	}

	@Override
	public boolean exists(String sha256) {
		return reaching(() -> find(sha256) != null);
	}

	@Override
	public void remove(String sha256, Predicate<String> referenced) {
		unlessReferenced(sha256, referenced, (binned) -> {
			named(REMOVED + sha256).forEach(this::delete);
			return delete(binned);
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
			List<GridFSFile> files = bucket().find().into(new ArrayList<>());
			List<GridFSFile> blobs = files.stream().filter((file) -> Digests.isSha256(file.getFilename())).toList();
			List<String> unneeded = blobs.stream()
				.filter((file) -> isOlder(file, rules.before()))
				.map(GridFSFile::getFilename)
				.filter((sha256) -> !referenced.test(sha256))
				.toList();
			List<ObjectId> parts = parts(rules.before());
			if (rules.tooMany(unneeded.size() + parts.size(), blobs.size() + parts.size())) {
				return BlobSweep.stopped(blobs.size(), unneeded.size() + parts.size());
			}
			long purged = purge(files, rules, referenced);
			long setAside = settleTrash(files, rules, referenced);
			for (String sha256 : unneeded) {
				setAside += bin(sha256, referenced, (binned) -> setAside(binned, sha256)) ? 1 : 0;
			}
			parts.forEach(this::binParts);
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
				delete(aside);
			}
			else if (isOlder(aside, rules.purgeBefore())) {
				purged += delete(aside) ? 1 : 0;
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
			ensureUniqueNames();
			bringBack(sha256);
			// young again, so that no sweep takes it from its new user
			boolean known = files().updateOne(Filters.eq("filename", sha256), Updates.set("uploadDate", now()))
				.getMatchedCount() > 0;
			if (!known) {
				store(bytes, sha256);
			}
			return new BlobRef(sha256, length);
		});
	}

	private void store(InputStream bytes, String sha256) {
		ObjectId id = new ObjectId();
		try {
			bucket().uploadFromStream(new BsonObjectId(id), sha256, bytes);
		}
		catch (MongoWriteException ex) {
			chunks().deleteMany(Filters.eq("files_id", id));
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			// somebody stored the same bytes in the meantime
		}
	}

	/** Puts a blob out of sight, asks, and takes it away or brings it back. */
	private boolean bin(String sha256, Predicate<String> referenced, Predicate<GridFSFile> ending) {
		GridFSFile file = findAgain(sha256);
		if (file == null) {
			return false;
		}
		String trash = TRASH + sha256 + "/" + file.getObjectId();
		if (!rename(file, trash)) {
			return false;
		}
		return named(trash).stream().anyMatch((binned) -> settle(binned, sha256, referenced, ending));
	}

	private boolean settle(GridFSFile binned, String sha256, Predicate<String> referenced,
			Predicate<GridFSFile> ending) {
		boolean needed = true;
		try {
			needed = referenced.test(sha256);
		}
		finally {
			// also when nobody could say: rather keep what is not needed
			if (needed && !rename(binned, sha256)) {
				delete(binned);
			}
		}
		return !needed && ending.test(binned);
	}

	/**
	 * Renames a file; {@code false} when it is gone, has another name by now, or the name
	 * is taken.
	 */
	private boolean rename(GridFSFile file, String name) {
		return update(file, Updates.set("filename", name));
	}

	private boolean update(GridFSFile file, Bson change) {
		try {
			return files().updateOne(asSeen(file), change).getMatchedCount() > 0;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
				return false;
			}
			throw ex;
		}
	}

	private static Bson asSeen(GridFSFile file) {
		return Filters.and(Filters.eq("_id", file.getId()), Filters.eq("filename", file.getFilename()));
	}

	/** Deletes a file, unless somebody gave it another name meanwhile. */
	private boolean delete(GridFSFile file) {
		boolean deleted = files().deleteOne(asSeen(file)).getDeletedCount() > 0;
		if (deleted) {
			chunks().deleteMany(Filters.eq("files_id", file.getId()));
		}
		return deleted;
	}

	private boolean setAside(GridFSFile binned, String sha256) {
		// of two with the same bytes the one set aside last is kept
		named(REMOVED + sha256).forEach(this::delete);
		return update(binned,
				Updates.combine(Updates.set("filename", REMOVED + sha256), Updates.set("uploadDate", now())));
	}

	/** Makes a blob visible again that a sweep set aside; others stay as they are. */
	private void bringBack(String sha256) {
		for (GridFSFile aside : named(REMOVED + sha256)) {
			// young again, so that the next sweep does not take it from whoever asks
			update(aside, Updates.combine(Updates.set("filename", sha256), Updates.set("uploadDate", now())));
		}
	}

	/** Chunks of files that were never finished, or whose files are lost. */
	private List<ObjectId> parts(Instant before) {
		return chunks().distinct("files_id", ObjectId.class)
			.into(new ArrayList<>())
			.stream()
			.filter((id) -> id.getDate().toInstant().isBefore(before)
					&& files().find(Filters.eq("_id", id)).first() == null)
			.toList();
	}

	/** Gives chunks a file, so that they wait to be purged as everything else does. */
	private void binParts(ObjectId id) {
		Document file = new Document("_id", id).append("filename", PARTS + id)
			.append("length", 0L)
			.append("chunkSize", 1)
			.append("uploadDate", now());
		try {
			files().insertOne(file);
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			// finished after all, or found by another sweep
		}
	}

	private static Date now() {
		return Date.from(Instant.now());
	}

	private void ensureUniqueNames() {
		if (this.indexed) {
			return;
		}
		this.indexing.lock();
		try {
			files().createIndex(Indexes.ascending("filename"), new IndexOptions().unique(true));
			this.indexed = true;
		}
		finally {
			this.indexing.unlock();
		}
	}

	private @Nullable GridFSFile find(String sha256) {
		List<GridFSFile> found = Digests.isSha256(sha256) ? named(sha256) : List.of();
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

	private List<GridFSFile> named(String name) {
		return bucket().find(Filters.eq("filename", name)).limit(1).into(new ArrayList<>());
	}

	private static <T> T reaching(Supplier<T> access) {
		try {
			return access.get();
		}
		catch (MongoException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	private MongoDatabase database() {
		return this.databases.getMongoDatabase();
	}

	private GridFSBucket bucket() {
		return GridFSBuckets.create(database(), BUCKET);
	}

	private MongoCollection<Document> files() {
		return database().getCollection(BUCKET + ".files");
	}

	private MongoCollection<Document> chunks() {
		return database().getCollection(BUCKET + ".chunks");
	}

}
