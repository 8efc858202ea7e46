package io.exoscout.stream.course;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

	private static final String ID = "_id";

	private static final String TURNS = "turns";

	private static final String SEQ = "seq";

	private static final String NEXT = "next_batch";

	private static final String METRICS = "metrics";

	private static final String AT = "at";

	/** What is short of a course. */
	private static final String[] NUMBERS = { TURNS, SEQ, NEXT, FoldStates.BATCH, AT };

	private static final int BATCH = 1000;

	/** No part of a curve, and by far the longest members. */
	private static final List<String> NO_CURVE = List.of("marks", "remarks", "weights");

	private final MongoAccess mongo;

	private final FoldStates states;

	private final JsonMapper json;

	private final Clock clock;

	/** The results in a database, and in a blob store what is too long for one. */
	public MongoStreamResults(MongoAccess mongo, BlobStore blobs, JsonMapper json, Clock clock) {
		this.mongo = mongo;
		this.states = new FoldStates(mongo, blobs, COURSES);
		this.json = json;
		this.clock = clock;
	}

	@Override
	public void tell(FoldResult result) {
		boolean state = result.place().state().length > 0;
		String before = state ? this.states.blob(result.stream()) : null;
		Document told = document(result.turns(), result.seq(), result.metrics(), result.place().nextBatch());
		if (state) {
			told.putAll(this.states.members(result.place()));
		}
		this.mongo.call((mongo) -> {
			if (isCurrent(result, told, mongo) && result.point()) {
				put(result, mongo);
			}
			return null;
		});
		this.states.remove(before);
	}

	/** Moves the stream on, unless it is there, or in another turn. */
	private static boolean isCurrent(FoldResult result, Document told, MongoOperations mongo) {
		Query older = Query
			.query(Criteria.where(ID).is(result.stream()).and(TURNS).is(result.turns()).and(SEQ).lte(result.seq()));
		Update update = new Update();
		told.forEach(update::set);
		if (mongo.updateFirst(older, update, COURSES).getMatchedCount() == 1) {
			return true;
		}
		try {
			if (result.turns() == 0 && numbers(result.stream(), mongo) == null) {
				mongo.insert(told.append(ID, result.stream()), COURSES);
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
		Document known = numbers(result.stream(), mongo);
		return known != null && known.getInteger(TURNS) == result.turns();
	}

	private Document document(int turns, long seq, String metrics, long nextBatch) {
		return new Document(TURNS, turns).append(SEQ, seq)
			.append(METRICS, metrics)
			.append(NEXT, nextBatch)
			.append(AT, Date.from(this.clock.instant()));
	}

	private void put(FoldResult result, MongoOperations mongo) {
		ObjectNode curve = (ObjectNode) this.json.readTree(result.metrics());
		String id = point(result.stream(), result.seq());
		mongo.findAndReplace(Query.query(Criteria.where(ID).is(id)),
				new Document(ID, id).append(SEQ, result.seq())
					.append(METRICS, this.json.writeValueAsString(curve.remove(NO_CURVE))),
				FindAndReplaceOptions.options().upsert(), Document.class, POINTS);
	}

	private static String point(String stream, long seq) {
		return "%s/%015d".formatted(stream, seq);
	}

	/** Those after an entry: ids sort as their numbers do. */
	private static Criteria pointsAfter(String stream, long seq) {
		// the sign after the one between a stream and a number
		return Criteria.where(ID).gt(point(stream, Math.max(0, seq))).lt(stream + "0");
	}

	@Override
	public Optional<StreamCourse> course(String stream) {
		Document told = this.mongo.call((mongo) -> find(stream, mongo, TURNS, SEQ, METRICS, NEXT, AT));
		return Optional.ofNullable(told)
			.map((course) -> new StreamCourse(course.getInteger(TURNS), course.getLong(SEQ), course.getString(METRICS),
					course.getLong(NEXT), course.getDate(AT).toInstant()));
	}

	@Override
	public Optional<CourseMark> mark(String stream) {
		return this.mongo.call((mongo) -> Optional.ofNullable(numbers(stream, mongo))).map(MongoStreamResults::mark);
	}

	private static CourseMark mark(Document told) {
		return new CourseMark(told.getInteger(TURNS), told.getLong(SEQ), told.getLong(NEXT),
				Optional.ofNullable(told.getLong(FoldStates.BATCH)).orElse(0L), told.getDate(AT).toInstant());
	}

	@Override
	public Map<String, CourseMark> marks() {
		Query query = new Query().cursorBatchSize(BATCH);
		query.fields().include(NUMBERS);
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, COURSES))
			.stream()
			.collect(Collectors.toMap((told) -> told.getString(ID), MongoStreamResults::mark));
	}

	/** The course of a stream without what is long of it. */
	private static @Nullable Document numbers(String stream, MongoOperations mongo) {
		return find(stream, mongo, NUMBERS);
	}

	private static @Nullable Document find(String stream, MongoOperations mongo, String... members) {
		Query query = Query.query(Criteria.where(ID).is(stream));
		query.fields().include(members);
		return mongo.findOne(query, Document.class, COURSES);
	}

	@Override
	public FoldPlace place(String stream, int turns) {
		Document told = this.mongo.call((mongo) -> mongo.findById(stream, Document.class, COURSES));
		return (told != null && told.getInteger(TURNS) == turns) ? this.states.place(told) : FoldPlace.BEGINNING;
	}

	@Override
	public List<MetricPoint> points(String stream, long after, int limit) {
		Query query = Query.query(pointsAfter(stream, after)).with(Sort.by(ID)).limit(limit).cursorBatchSize(BATCH);
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, POINTS)
			.stream()
			.map((point) -> new MetricPoint(point.getLong(SEQ), point.getString(METRICS)))
			.toList());
	}

	@Override
	public void goBack(String stream, StreamCourse course, FoldPlace place) {
		String before = this.states.blob(stream);
		Document told = document(course.turns(), course.seq(), course.metrics(), course.nextBatch()).append(ID, stream);
		told.putAll(this.states.members(place));
		this.mongo.call((mongo) -> {
			mongo.findAndReplace(Query.query(Criteria.where(ID).is(stream)), told,
					FindAndReplaceOptions.options().upsert(), Document.class, COURSES);
			return mongo.remove(Query.query(pointsAfter(stream, course.seq())), POINTS);
		});
		this.states.remove(before);
	}

	@Override
	public void delete(String stream) {
		String before = this.states.blob(stream);
		this.mongo.call((mongo) -> {
			mongo.remove(Query.query(pointsAfter(stream, -1)), POINTS);
			return mongo.remove(Query.query(Criteria.where(ID).is(stream)), COURSES);
		});
		this.states.remove(before);
	}

}
