package io.exoscout.store;

import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * The identity of blobs in GridFS, in a collection beside theirs. That it stands in the
 * same database tells whether the rest of it is what was there before.
 */
public record GridFsBlobMark(MongoDatabaseFactory databases) implements BlobMark {

	private static final String ID = "identity";

	private static final Bson BLOBS = Filters.regex("filename", "^(removed/)?[0-9a-f]{64}$");

	@Override
	public Optional<String> identity() {
		return Optional.ofNullable(marks().find(Filters.eq("_id", ID)).first()).map((mark) -> mark.getString(ID));
	}

	@Override
	public void identify(String identity) {
		marks().replaceOne(Filters.eq("_id", ID), new Document("_id", ID).append(ID, identity),
				new ReplaceOptions().upsert(true));
	}

	@Override
	public boolean isEmpty() {
		return files().find(BLOBS).first() == null;
	}

	@Override
	public long count() {
		return files().countDocuments(BLOBS);
	}

	@Override
	public void setAside(String name) {
		for (Document file : files().find(BLOBS)) {
			files().updateOne(Filters.eq("_id", file.get("_id")),
					Updates.set("filename", GridFsBlobStore.SET_ASIDE + name + "/" + file.getString("filename")));
		}
		marks().deleteOne(Filters.eq("_id", ID));
	}

	@Override
	public String place() {
		return "GridFS of the database " + this.databases.getMongoDatabase().getName();
	}

	private MongoCollection<Document> files() {
		return collection("files");
	}

	private MongoCollection<Document> marks() {
		return collection(ID);
	}

	private MongoCollection<Document> collection(String name) {
		return this.databases.getMongoDatabase().getCollection(GridFsFiles.BUCKET + "." + name);
	}

}
