package io.exoscout.stream.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.StreamCourse;
import org.bson.Document;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Snapshots: documents that point at states in the blob store. */
public final class StreamSnapshots {

	/** The collection. */
	public static final String COLLECTION = "stream_snapshots";

	private static final String STREAM = "stream";

	private static final String SEQ = "seq";

	private static final String STATE = "state";

	private final MongoAccess mongo;

	private final BlobStore blobs;

	private final Clock clock;

	/** The snapshots of a database and a blob store. */
	public StreamSnapshots(MongoAccess mongo, BlobStore blobs, Clock clock) {
		this.mongo = mongo;
		this.blobs = blobs;
		this.clock = clock;
	}

	/** Keeps a state; the same one again is kept once. */
	public StreamSnapshot keep(String stream, StreamCourse course) {
		BlobRef state = this.blobs.put(course.place().state());
		String id = "%s/%015d".formatted(stream, course.seq());
		Document kept = new Document("_id", id).append(STREAM, stream)
			.append(SEQ, course.seq())
			.append("metrics", course.metrics())
			.append("next_batch", course.place().nextBatch())
			.append(STATE, new Document("sha256", state.sha256()).append("bytes", state.bytes()))
			.append("created_at", Date.from(this.clock.instant()));
		this.mongo.call((mongo) -> mongo.findAndReplace(Query.query(Criteria.where("_id").is(id)), kept,
				FindAndReplaceOptions.options().upsert(), Document.class, COLLECTION));
		return snapshot(kept);
	}

	/** All of a stream, the newest first. */
	public List<StreamSnapshot> all(String stream) {
		Query query = Query.query(Criteria.where(STREAM).is(stream))
			.with(Sort.by(Sort.Direction.DESC, SEQ))
			.cursorBatchSize(1000);
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, COLLECTION)
			.stream()
			.map(StreamSnapshots::snapshot)
			.toList());
	}

	private static StreamSnapshot snapshot(Document kept) {
		Document state = kept.get(STATE, Document.class);
		return new StreamSnapshot(kept.getLong(SEQ), state.getString("sha256"), state.getLong("bytes"),
				kept.getDate("created_at").toInstant());
	}

	/** How the stream was at a snapshot, if there is such. */
	public Optional<StreamCourse> find(String stream, long seq) {
		Query query = Query.query(Criteria.where("_id").is("%s/%015d".formatted(stream, seq)));
		return this.mongo
			.call((mongo) -> Optional.ofNullable(mongo.findOne(query, Document.class, COLLECTION)).map(this::course));
	}

	private StreamCourse course(Document kept) {
		try (InputStream state = this.blobs.open(kept.get(STATE, Document.class).getString("sha256"))) {
			return new StreamCourse(0, kept.getLong(SEQ), kept.getString("metrics"), kept.getLong("next_batch"),
					new FoldPlace(kept.getLong("next_batch"), state.readAllBytes()),
					kept.getDate("created_at").toInstant());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Removes those of a stream that are of later entries. */
	public void deleteAfter(String stream, long seq) {
		List<StreamSnapshot> later = all(stream).stream().filter((kept) -> kept.seq() > seq).toList();
		Query query = Query.query(Criteria.where(STREAM).is(stream).and(SEQ).gt(seq));
		this.mongo.call((mongo) -> mongo.remove(query, COLLECTION));
		later.forEach((kept) -> this.blobs.setAside(kept.sha256(), pointedAt()));
	}

	private Predicate<String> pointedAt() {
		return (sha256) -> this.mongo
			.call((mongo) -> mongo.exists(Query.query(Criteria.where(STATE + ".sha256").is(sha256)), COLLECTION));
	}

}
