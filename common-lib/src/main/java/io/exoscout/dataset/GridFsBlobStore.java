package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Blobs in GridFS, for services that share no directory. The file name is the digest, by
 * a unique index; a file appears only once all its chunks are written. Removed by way of
 * a name under {@code trash/}, from where a blob comes back if somebody needs it after
 * all.
 */
final class GridFsBlobStore implements BlobStore {

	private static final String BUCKET = "blobs";

	private static final String TRASH = "trash/";

	/** Chunks of 255 KB fetched at once; keeps replies small for every server. */
	private static final int CHUNKS = 16;

	private final MongoDatabaseFactory databases;

	private final ReentrantLock indexing = new ReentrantLock();

	private volatile boolean indexed;

	GridFsBlobStore(MongoDatabaseFactory databases) {
		this.databases = databases;
	}

	@Override
	public BlobRef put(byte[] bytes) {
		return put(new ByteArrayInputStream(bytes), bytes.length, Digests.sha256(bytes));
	}

	@Override
	public InputStream open(String sha256) {
		return reaching(() -> {
			GridFSFile file = find(sha256);
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
		if (referenced.test(sha256)) {
			return;
		}
		reaching(() -> bin(sha256, referenced));
	}

	@Override
	public long sweep(Instant before, Predicate<String> referenced) {
		return reaching(() -> {
			long removed = 0;
			for (GridFSFile file : bucket().find().into(new ArrayList<>())) {
				boolean old = file.getUploadDate().toInstant().isBefore(before);
				String name = file.getFilename();
				if (name.startsWith(TRASH)) {
					// one that is needed comes back at any age: its remover died
					removed += settle(file, name.substring(TRASH.length(), name.lastIndexOf('/')), old, referenced) ? 1
							: 0;
				}
				else if (old && !referenced.test(name)) {
					removed += bin(name, referenced) ? 1 : 0;
				}
			}
			return removed + sweepChunks(before);
		});
	}

	@Override
	public BlobRef put(InputStream bytes, long length, String sha256) {
		return reaching(() -> {
			ensureUniqueNames();
			// young again, so that no sweep takes it from its new user
			boolean known = files()
				.updateOne(Filters.eq("filename", sha256), Updates.set("uploadDate", Date.from(Instant.now())))
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

	/** Puts a blob out of sight, asks, and deletes it or brings it back. */
	private boolean bin(String sha256, Predicate<String> referenced) {
		GridFSFile file = find(sha256);
		if (file == null || !rename(file, TRASH + sha256 + "/" + file.getObjectId())) {
			return false;
		}
		return settle(file, sha256, true, referenced);
	}

	private boolean settle(GridFSFile file, String sha256, boolean old, Predicate<String> referenced) {
		boolean needed = true;
		try {
			needed = referenced.test(sha256);
		}
		finally {
			// also when nobody could say: rather keep what is not needed
			if (needed && !rename(file, sha256)) {
				delete(file);
			}
		}
		return !needed && old && delete(file);
	}

	/** Renames a file; {@code false} when it is gone or the name is taken. */
	private boolean rename(GridFSFile file, String name) {
		try {
			return files().updateOne(Filters.eq("_id", file.getId()), Updates.set("filename", name))
				.getMatchedCount() > 0;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
				return false;
			}
			throw ex;
		}
	}

	private boolean delete(GridFSFile file) {
		boolean deleted = files().deleteOne(Filters.eq("_id", file.getId())).getDeletedCount() > 0;
		chunks().deleteMany(Filters.eq("files_id", file.getId()));
		return deleted;
	}

	/** Removes the chunks of files that were never finished. */
	private long sweepChunks(Instant before) {
		long removed = 0;
		for (ObjectId id : chunks().distinct("files_id", ObjectId.class).into(new ArrayList<>())) {
			if (id.getDate().toInstant().isBefore(before) && files().find(Filters.eq("_id", id)).first() == null) {
				removed += (chunks().deleteMany(Filters.eq("files_id", id)).getDeletedCount() > 0) ? 1 : 0;
			}
		}
		return removed;
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
		List<GridFSFile> found = Digests.isSha256(sha256)
				? bucket().find(Filters.eq("filename", sha256)).limit(1).into(new ArrayList<>()) : List.of();
		return found.isEmpty() ? null : found.get(0);
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
