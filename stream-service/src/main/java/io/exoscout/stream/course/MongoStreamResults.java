package io.exoscout.stream.course;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.bson.types.Binary;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What folds have told, as documents: the newest of each stream, and points. */
public final class MongoStreamResults implements StreamResults {

	/** The newest that is known of each stream. */
	public static final String COURSES = "stream_courses";

	/** Metrics as they were. */
	public static final String POINTS = "stream_points";

	private static final String STREAM = "stream";

	private static final String TURNS = "turns";

	private static final String SEQ = "seq";

	private static final String METRICS = "metrics";

	private static final int BATCH = 1000;

	private final MongoAccess mongo;

	private final Clock clock;

	/** The results in a database. */
	public MongoStreamResults(MongoAccess mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void tell(FoldResult result) {
		this.mongo.call((mongo) -> {
			if (isCurrent(result, mongo) && result.point()) {
				put(result, mongo);
			}
			return null;
		});
	}

	/** Moves the stream on, unless it is there, or in another turn. */
	private boolean isCurrent(FoldResult result, MongoOperations mongo) {
		Document told = document(result.turns(), result.seq(), result.metrics(), result.place().nextBatch());
		if (result.place().state().length > 0) {
			told.putAll(state(result.place()));
		}
		Query older = Query
			.query(Criteria.where("_id").is(result.stream()).and(TURNS).is(result.turns()).and(SEQ).lte(result.seq()));
		Update update = new Update();
		told.forEach(update::set);
		if (mongo.updateFirst(older, update, COURSES).getMatchedCount() == 1) {
			return true;
		}
		try {
			if (result.turns() == 0 && mongo.findById(result.stream(), Document.class, COURSES) == null) {
				mongo.insert(told.append("_id", result.stream()), COURSES);
				return true;
			}
		}
		catch (DuplicateKeyException ex) {
			// somebody else told it for the first time meanwhile, and is further
			return isSameTurn(result, mongo);
		}
		return isSameTurn(result, mongo);
	}

	/** What is told again after a crash completes what was told before it. */
	private static boolean isSameTurn(FoldResult result, MongoOperations mongo) {
		Document known = mongo.findById(result.stream(), Document.class, COURSES);
		return known != null && known.getInteger(TURNS) == result.turns();
	}

	private Document document(int turns, long seq, String metrics, long nextBatch) {
		return new Document(TURNS, turns).append(SEQ, seq)
			.append(METRICS, metrics)
			.append("next_batch", nextBatch)
			.append("at", Date.from(this.clock.instant()));
	}

	private static Document state(FoldPlace place) {
		return new Document("state_batch", place.nextBatch()).append("state", new Binary(place.state()));
	}

	private static void put(FoldResult result, MongoOperations mongo) {
		String id = "%s/%015d".formatted(result.stream(), result.seq());
		mongo.findAndReplace(Query.query(Criteria.where("_id").is(id)),
				new Document("_id", id).append(STREAM, result.stream())
					.append(SEQ, result.seq())
					.append(METRICS, result.metrics()),
				FindAndReplaceOptions.options().upsert(), Document.class, POINTS);
	}

	@Override
	public Optional<StreamCourse> course(String stream) {
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findById(stream, Document.class, COURSES))
			.map(MongoStreamResults::course));
	}

	private static StreamCourse course(Document told) {
		return new StreamCourse(told.getInteger(TURNS), told.getLong(SEQ), told.getString(METRICS),
				told.getLong("next_batch"), place(told), told.getDate("at").toInstant());
	}

	private static FoldPlace place(Document told) {
		Binary state = told.get("state", Binary.class);
		return (state != null) ? new FoldPlace(told.getLong("state_batch"), state.getData()) : FoldPlace.BEGINNING;
	}

	@Override
	public List<MetricPoint> points(String stream, long after, int limit) {
		Query query = Query.query(Criteria.where(STREAM).is(stream).and(SEQ).gt(after))
			.with(Sort.by(SEQ))
			.limit(limit)
			.cursorBatchSize(BATCH);
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, POINTS)
			.stream()
			.map((point) -> new MetricPoint(point.getLong(SEQ), point.getString(METRICS)))
			.toList());
	}

	@Override
	public void goBack(String stream, int turns, StreamCourse course) {
		this.mongo.call((mongo) -> {
			Document told = document(turns, course.seq(), course.metrics(), course.nextBatch()).append("_id", stream);
			told.putAll(state(course.place()));
			mongo.findAndReplace(Query.query(Criteria.where("_id").is(stream)), told,
					FindAndReplaceOptions.options().upsert(), Document.class, COURSES);
			Query later = Query.query(Criteria.where(STREAM).is(stream).and(SEQ).gt(course.seq()));
			return mongo.remove(later, POINTS);
		});
	}

	@Override
	public void delete(String stream) {
		this.mongo.call((mongo) -> {
			mongo.remove(Query.query(Criteria.where(STREAM).is(stream)), POINTS);
			return mongo.remove(Query.query(Criteria.where("_id").is(stream)), COURSES);
		});
	}

}
