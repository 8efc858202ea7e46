package io.exoscout.chaos;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import io.exoscout.store.Digests;
import org.bson.types.ObjectId;

/** Files of the database, and chunks that belong to none. */
record GridFsBlobs(MongoDatabase database) implements StoredBlobs {

	private static final String BUCKET = "blobs";

	private List<GridFSFile> files() {
		return GridFSBuckets.create(this.database, BUCKET).find().into(new ArrayList<>());
	}

	@Override
	public Set<String> names() {
		Set<ObjectId> chunks = this.database.getCollection(BUCKET + ".chunks")
			.distinct("files_id", ObjectId.class)
			.into(new HashSet<>());
		Set<String> names = new TreeSet<>();
		for (GridFSFile file : files()) {
			names.add(file.getFilename());
			chunks.remove(file.getObjectId());
		}
		chunks.forEach((id) -> names.add("chunks without a file " + id));
		return names;
	}

	@Override
	public List<String> damaged() {
		return files().stream()
			.filter((file) -> !Digests.sha256(read(file)).equals(file.getFilename()))
			.map(GridFSFile::getFilename)
			.toList();
	}

	private byte[] read(GridFSFile file) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		GridFSBuckets.create(this.database, BUCKET).downloadToStream(file.getId(), bytes);
		return bytes.toByteArray();
	}

}
