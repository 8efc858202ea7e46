package io.exoscout.stream.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.MongoStreamResults;
import io.exoscout.stream.course.StreamCourse;
import org.bson.Document;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Snapshots: documents that point at states in the blob store. */
public final class StreamSnapshots {

	/** The collection. */
	public static final String COLLECTION = "stream_snapshots";

	private static final String SEQ = "seq";

	private static final String STATE = "state";

	private static final String DIGEST = STATE + ".sha256";

	private static final String NEXT = "next_batch";

	/** Of one stream. */
	private static final int MOST = 100;

	private final MongoAccess mongo;

	private final BlobStore blobs;

	private final Clock clock;

	private final AtomicBoolean indexed = new AtomicBoolean();

	/** The snapshots of a database and a blob store. */
	public StreamSnapshots(MongoAccess mongo, BlobStore blobs, Clock clock) {
		this.mongo = mongo;
		this.blobs = blobs;
		this.clock = clock;
	}

	/**
	 * A stream as it was at a snapshot.
	 *
	 * @param course how it stood
	 * @param place from where it goes on
	 */
	public record Kept(StreamCourse course, FoldPlace place) {
	}

	/**
	 * Keeps a state; the same one again is kept once.
	 * @throws ProblemException {@code stream_state_conflict} if there are as many as may
	 * be
	 */
	public StreamSnapshot keep(String stream, StreamCourse course, FoldPlace place) {
		String id = id(stream, course.seq());
		requireRoom(stream, id);
		ensureIndex();
		BlobRef state = this.blobs.put(place.state());
		Document kept = new Document("_id", id).append("stream", stream)
			.append(SEQ, course.seq())
			.append("metrics", course.metrics())
			.append(NEXT, place.nextBatch())
			.append(STATE, new Document("sha256", state.sha256()).append("bytes", state.bytes()))
			.append("created_at", Date.from(this.clock.instant()));
		this.mongo.call((mongo) -> mongo.findAndReplace(Query.query(Criteria.where("_id").is(id)), kept,
				FindAndReplaceOptions.options().upsert(), Document.class, COLLECTION));
		return snapshot(kept);
	}

	private void requireRoom(String stream, String id) {
		List<Document> known = documents(stream);
		if (known.size() >= MOST && known.stream().noneMatch((kept) -> id.equals(kept.getString("_id")))) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"The stream '%s' has %d snapshots, as many as may be; delete some.".formatted(stream, MOST));
		}
	}

	/** Whoever sweeps blobs asks for each whether a snapshot points at it. */
	private void ensureIndex() {
		if (!this.indexed.get()) {
			this.mongo.call((mongo) -> mongo.indexOps(COLLECTION).createIndex(new Index(DIGEST, Sort.Direction.ASC)));
			this.indexed.set(true);
		}
	}

	private static String id(String stream, long seq) {
		return "%s/%015d".formatted(stream, seq);
	}

	/** All of a stream, the newest first. */
	public List<StreamSnapshot> all(String stream) {
		return documents(stream).stream().map(StreamSnapshots::snapshot).toList();
	}

	/** The batch that comes next for the oldest one of a stream, if there is such. */
	public OptionalLong oldestBatch(String stream) {
		return documents(stream).stream().mapToLong((kept) -> kept.getLong(NEXT)).min();
	}

	/** Ids sort as their numbers do. */
	private List<Document> documents(String stream) {
		// the sign after the one between a stream and a number
		Query query = Query.query(Criteria.where("_id").gt(stream + "/").lt(stream + "0"))
			.with(Sort.by(Sort.Direction.DESC, "_id"))
			.cursorBatchSize(1000);
		query.fields().exclude("metrics");
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, COLLECTION));
	}

	private static StreamSnapshot snapshot(Document kept) {
		Document state = kept.get(STATE, Document.class);
		return new StreamSnapshot(kept.getLong(SEQ), state.getString("sha256"), state.getLong("bytes"),
				kept.getDate("created_at").toInstant());
	}

	/** How the stream was at a snapshot, if there is such. */
	public Optional<Kept> find(String stream, long seq) {
		Query query = Query.query(Criteria.where("_id").is(id(stream, seq)));
		return this.mongo
			.call((mongo) -> Optional.ofNullable(mongo.findOne(query, Document.class, COLLECTION)).map(this::course));
	}

	private Kept course(Document kept) {
		try (InputStream state = this.blobs.open(kept.get(STATE, Document.class).getString("sha256"))) {
			long next = kept.getLong(NEXT);
			StreamCourse course = new StreamCourse(0, kept.getLong(SEQ), kept.getString("metrics"), next,
					kept.getDate("created_at").toInstant());
			return new Kept(course, new FoldPlace(next, state.readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Removes those of a stream that are of later entries. */
	public void deleteAfter(String stream, long seq) {
		all(stream).stream().filter((kept) -> kept.seq() > seq).forEach((kept) -> delete(stream, kept));
	}

	/**
	 * Removes one.
	 * @return what it was; empty if there is none
	 */
	public Optional<StreamSnapshot> delete(String stream, long seq) {
		Optional<StreamSnapshot> found = all(stream).stream().filter((kept) -> kept.seq() == seq).findFirst();
		found.ifPresent((kept) -> delete(stream, kept));
		return found;
	}

	private void delete(String stream, StreamSnapshot kept) {
		this.mongo
			.call((mongo) -> mongo.remove(Query.query(Criteria.where("_id").is(id(stream, kept.seq()))), COLLECTION));
		this.blobs.setAside(kept.sha256(), pointedAt());
	}

	private Predicate<String> pointedAt() {
		return (sha256) -> this.mongo
			.call((mongo) -> mongo.exists(Query.query(Criteria.where(DIGEST).is(sha256)), COLLECTION) || mongo
				.exists(Query.query(Criteria.where("state_blob.sha256").is(sha256)), MongoStreamResults.COURSES));
	}

}
