package io.exoscout.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import com.mongodb.ErrorCategory;
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

import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * The files of blobs in GridFS and their chunks. What is changed is what was seen: a file
 * that somebody gave another name meanwhile is left alone.
 */
final class GridFsFiles {

	static final String BUCKET = "blobs";

	/** Chunks of 255 KB fetched at once; keeps replies small for every server. */
	private static final int CHUNKS = 16;

	private final MongoDatabaseFactory databases;

	private final ReentrantLock indexing = new ReentrantLock();

	private volatile boolean indexed;

	GridFsFiles(MongoDatabaseFactory databases) {
		this.databases = databases;
	}

	List<GridFSFile> all() {
		return bucket().find().into(new ArrayList<>());
	}

	/** The one file of a name, if there is one. */
	List<GridFSFile> named(String name) {
		return bucket().find(Filters.eq("filename", name)).limit(1).into(new ArrayList<>());
	}

	InputStream open(GridFSFile file) {
		return bucket().openDownloadStream(file.getId()).batchSize(CHUNKS);
	}

	/** Dates a file now; {@code false} if there is none of the name. */
	boolean refresh(String name) {
		return files().updateOne(Filters.eq("filename", name), Updates.set("uploadDate", now())).getMatchedCount() > 0;
	}

	/** Stores a file, unless there is one of the name by then. */
	void store(InputStream bytes, String name) {
		ObjectId id = new ObjectId();
		try {
			bucket().uploadFromStream(new BsonObjectId(id), name, bytes);
		}
		catch (MongoWriteException ex) {
			chunks().deleteMany(Filters.eq("files_id", id));
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			// somebody stored the same bytes in the meantime
		}
	}

	/**
	 * Renames a file; {@code false} when it is gone, has another name by now, or the name
	 * is taken.
	 */
	boolean rename(GridFSFile file, String name) {
		return update(file, Updates.set("filename", name));
	}

	/** The same, and dates it now. */
	boolean renameToday(GridFSFile file, String name) {
		return update(file, Updates.combine(Updates.set("filename", name), Updates.set("uploadDate", now())));
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
	boolean delete(GridFSFile file) {
		boolean deleted = files().deleteOne(asSeen(file)).getDeletedCount() > 0;
		if (deleted) {
			chunks().deleteMany(Filters.eq("files_id", file.getId()));
		}
		return deleted;
	}

	/** Chunks of files that were never finished, or whose files are lost. */
	List<ObjectId> parts(Instant before) {
		return chunks().distinct("files_id", ObjectId.class)
			.into(new ArrayList<>())
			.stream()
			.filter((id) -> id.getDate().toInstant().isBefore(before)
					&& files().find(Filters.eq("_id", id)).first() == null)
			.toList();
	}

	/** Gives chunks a file, so that they wait to be purged as everything else does. */
	void adopt(ObjectId id, String name) {
		Document file = new Document("_id", id).append("filename", name)
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

	/** Sees to it that no two files have one name. */
	void ensureUniqueNames() {
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
