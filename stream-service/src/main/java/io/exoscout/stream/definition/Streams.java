package io.exoscout.stream.definition;

import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.exoscout.caller.Caller;
import io.exoscout.logistic.StreamModel;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * All streams, as documents. A definition never changes: its state, and the numbers it
 * gives out, go with it.
 */
public final class Streams {

	/** The collection. */
	public static final String COLLECTION = "streams";

	private static final String STATE = "state";

	private static final String TURNS = "turns";

	private static final int ID_BYTES = 8;

	private static final Sort NEWEST = Sort.by(Sort.Order.desc("created_at"), Sort.Order.asc("_id"));

	private final MongoAccess mongo;

	private final JsonMapper json;

	private final Clock clock;

	/** The streams of a database. */
	public Streams(MongoAccess mongo, JsonMapper json, Clock clock) {
		this.mongo = mongo;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Defines a stream; from now on it learns.
	 * @param most how many there may be
	 * @throws ProblemException {@code invalid_input} for what makes no sense, or
	 * {@code too_many_streams}
	 */
	public KnownStream define(StreamDocument document, long most) {
		StreamModel model = document.definition().model();
		long known = this.mongo.call((mongo) -> mongo.estimatedCount(COLLECTION));
		if (known >= most) {
			throw new ProblemException(ErrorCode.TOO_MANY_STREAMS,
					"There are %,d streams, as many as may be; delete some, or raise exoscout.streams.most"
						.formatted(known));
		}
		Document stream = new Document("_id", newId()).append("definition", this.json.writeValueAsString(document))
			.append(STATE, StreamState.RUNNING.id())
			.append(TURNS, 0)
			.append("created_at", Date.from(this.clock.instant()));
		if (model.stored()) {
			// by this its model is kept from being deleted
			stream.append("model", model.job());
		}
		String owner = Caller.current().name();
		if (owner != null) {
			stream.append("owner", owner);
		}
		this.mongo.call((mongo) -> mongo.insert(stream, COLLECTION));
		return known(stream);
	}

	private static String newId() {
		byte[] id = new byte[ID_BYTES];
		ThreadLocalRandom.current().nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

	/** All streams, the newest first. */
	public List<KnownStream> all() {
		return this.mongo
			.call((mongo) -> mongo.find(new Query().with(NEWEST).cursorBatchSize(1000), Document.class, COLLECTION)
				.stream()
				.map(this::known)
				.toList());
	}

	/** A stream by its id, if there is such. */
	public Optional<KnownStream> find(String id) {
		return this.mongo
			.call((mongo) -> Optional.ofNullable(mongo.findById(id, Document.class, COLLECTION)).map(this::known));
	}

	/**
	 * A stream by its id.
	 * @throws ProblemException {@code stream_not_found}
	 */
	public KnownStream get(String id) {
		return find(id).orElseThrow(() -> new ProblemException(ErrorCode.STREAM_NOT_FOUND,
				"There is no stream with the id '%s'.".formatted(Quoted.shortened(id))));
	}

	/** Pauses or resumes a stream. */
	public void move(String id, StreamState state) {
		update(id, Update.update(STATE, state.id()));
	}

	/** Begins a new turn of a stream, which is paused from now on. */
	public void turn(String id) {
		update(id, new Update().inc(TURNS, 1).set(STATE, StreamState.PAUSED.id()));
	}

	private void update(String id, Update update) {
		this.mongo.call((mongo) -> mongo.updateFirst(byId(id), update, COLLECTION));
	}

	/** Removes a stream; what it left elsewhere is removed by whoever keeps that. */
	public boolean delete(String id) {
		return this.mongo.call((mongo) -> mongo.remove(byId(id), COLLECTION).getDeletedCount() == 1);
	}

	private static Query byId(String id) {
		return Query.query(Criteria.where("_id").is(id));
	}

	private KnownStream known(Document stream) {
		StreamDocument document = this.json.readValue(stream.getString("definition"), StreamDocument.class);
		return new KnownStream(stream.getString("_id"), document, document.definition(),
				StreamState.valueOf(stream.getString(STATE).toUpperCase(Locale.ROOT)), stream.getInteger(TURNS),
				stream.getString("owner"), stream.getDate("created_at").toInstant());
	}

}
