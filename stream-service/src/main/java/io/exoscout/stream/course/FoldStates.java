package io.exoscout.stream.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * States of folds as members of documents. A document has 16 MB at most, and a state more
 * where many labels are awaited: what is too long lies in the blob store.
 *
 * @param mongo where the documents are
 * @param blobs where long states are
 * @param collection of the documents
 */
record FoldStates(MongoAccess mongo, BlobStore blobs, String collection) {

	/** Bytes that a state in a document has at most; half of what fits. */
	static final int LARGEST = 8 << 20;

	static final String STATE = "state";

	static final String BATCH = "state_batch";

	private static final String BLOB = "state_blob";

	private static final String DIGEST = BLOB + ".sha256";

	/** The members for a place; a long state is durable when this returns. */
	Document members(FoldPlace place) {
		byte[] state = place.state();
		Document members = new Document(BATCH, place.nextBatch());
		if (state.length <= LARGEST) {
			return members.append(STATE, new Binary(state)).append(BLOB, null);
		}
		this.mongo
			.call((mongo) -> mongo.indexOps(this.collection).createIndex(new Index(DIGEST, Direction.ASC).sparse()));
		BlobRef blob = this.blobs.put(state);
		return members.append(STATE, null)
			.append(BLOB, new Document("sha256", blob.sha256()).append("bytes", blob.bytes()));
	}

	/** What {@link #members} made. */
	FoldPlace place(Document told) {
		Long batch = told.getLong(BATCH);
		if (batch == null) {
			return FoldPlace.BEGINNING;
		}
		Binary state = told.get(STATE, Binary.class);
		if (state != null) {
			return new FoldPlace(batch, state.getData());
		}
		try (InputStream blob = this.blobs.open(told.get(BLOB, Document.class).getString("sha256"))) {
			return new FoldPlace(batch, blob.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The digest of the long state of a document, if it has one. */
	@Nullable String blob(String id) {
		Query query = Query.query(Criteria.where("_id").is(id));
		query.fields().include(BLOB);
		Document told = this.mongo.call((mongo) -> mongo.findOne(query, Document.class, this.collection));
		Document blob = (told != null) ? told.get(BLOB, Document.class) : null;
		return (blob != null) ? blob.getString("sha256") : null;
	}

	/** Removes a long state that a document pointed at before, unless one does still. */
	void remove(@Nullable String blob) {
		if (blob != null) {
			this.blobs.remove(blob, this::pointedAt);
		}
	}

	private boolean pointedAt(String sha256) {
		return this.mongo.call((mongo) -> mongo.exists(Query.query(Criteria.where(DIGEST).is(sha256)), this.collection)
				|| mongo.exists(Query.query(Criteria.where("state.sha256").is(sha256)), "stream_snapshots"));
	}

}
