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
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
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

	private static final Logger log = LoggerFactory.getLogger(Streams.class);

	/** The collection. */
	public static final String COLLECTION = "streams";

	private static final String STATE = "state";

	private static final String TURNS = "turns";

	private static final String TROUBLE = "trouble";

	private static final String OWNER = "owner";

	private static final String RETRAINS = "retrains";

	/** An owner may have one of as many parts of the room for all. */
	private static final int SHARE = 10;

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
		StreamDefinition definition = document.definition();
		UnusedOptions.refuse(document, definition);
		StreamModel model = definition.model();
		String owner = Caller.current().name();
		if (owner != null) {
			requireShare(owner, Math.max(1, most / SHARE));
		}
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
		if (document.retrain() != null) {
			stream.append(RETRAINS, true);
		}
		if (owner != null) {
			stream.append(OWNER, owner);
		}
		this.mongo.call((mongo) -> mongo.insert(stream, COLLECTION));
		return known(stream);
	}

	/** Nobody can take all the room there is. */
	private void requireShare(String owner, long share) {
		long own = this.mongo
			.call((mongo) -> mongo.count(Query.query(Criteria.where(OWNER).is(owner)).limit((int) share), COLLECTION));
		if (own >= share) {
			throw new ProblemException(ErrorCode.TOO_MANY_STREAMS,
					"You have %,d streams, a tenth of all there may be; delete some, or raise exoscout.streams.most"
						.formatted(own));
		}
	}

	private static String newId() {
		byte[] id = new byte[ID_BYTES];
		ThreadLocalRandom.current().nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

	/**
	 * All streams as they are listed, the newest first. One whose definition this version
	 * refuses is among them, so that it can be removed.
	 */
	public List<ListedStream> listed() {
		return documents().stream().map((stream) -> {
			try {
				return ListedStream.of(known(stream));
			}
			catch (ProblemException | JacksonException ex) {
				log.warn("The definition of stream {} can not be read", stream.getString("_id"), ex);
				return new ListedStream(stream.getString("_id"), null, ListedStream.UNREADABLE, null, 0, 0, 0, null,
						stream.getDate("created_at").toInstant());
			}
		}).toList();
	}

	/** The ids of all streams, of the newest first. */
	public List<String> ids() {
		return documents().stream().map((stream) -> stream.getString("_id")).toList();
	}

	private List<Document> documents() {
		return documents(new Query());
	}

	private List<Document> documents(Query query) {
		return this.mongo
			.call((mongo) -> mongo.find(query.with(NEWEST).cursorBatchSize(1000), Document.class, COLLECTION));
	}

	/** The ids of those whose changes ask for trainings. */
	public List<String> thatRetrain() {
		return documents(Query.query(Criteria.where(RETRAINS).is(true))).stream()
			.map((stream) -> stream.getString("_id"))
			.toList();
	}

	/**
	 * Who defined a stream, whether or not its definition can be read.
	 * @return nobody where he is not known by name
	 * @throws ProblemException {@code stream_not_found}
	 */
	public Optional<String> owner(String id) {
		Document stream = this.mongo.call((mongo) -> mongo.findById(id, Document.class, COLLECTION));
		if (stream == null) {
			throw unknown(id);
		}
		return Optional.ofNullable(stream.getString(OWNER));
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
		return find(id).orElseThrow(() -> unknown(id));
	}

	/**
	 * Sees to it that a stream is there.
	 * @throws ProblemException {@code stream_not_found}
	 */
	public void requireThere(String id) {
		if (!this.mongo.call((mongo) -> mongo.exists(byId(id), COLLECTION))) {
			throw unknown(id);
		}
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(ErrorCode.STREAM_NOT_FOUND,
				"There is no stream with the id '%s'.".formatted(Quoted.shortened(id)));
	}

	/** Pauses or resumes a stream, whose trouble is over or to be tried anew. */
	public void move(String id, StreamState state) {
		update(id, Update.update(STATE, state.id()).unset(TROUBLE));
	}

	/** Notes that a stream could not be folded. */
	public void fail(String id, String reason) {
		Date now = Date.from(this.clock.instant());
		Query again = Query.query(Criteria.where("_id").is(id).and(TROUBLE).ne(null));
		Update more = Update.update(TROUBLE + ".reason", reason).set(TROUBLE + ".at", now).inc(TROUBLE + ".times", 1);
		this.mongo.call((mongo) -> {
			if (mongo.updateFirst(again, more, COLLECTION).getMatchedCount() == 0) {
				Document trouble = new Document("reason", reason).append("since", now)
					.append("at", now)
					.append("times", 1);
				mongo.updateFirst(byId(id), Update.update(TROUBLE, trouble), COLLECTION);
			}
			return null;
		});
	}

	/** Notes that a stream is folded again. */
	public void well(String id) {
		update(id, new Update().unset(TROUBLE));
	}

	/** Begins a new turn of a stream, which is paused from now on. */
	public void turn(String id) {
		update(id, new Update().inc(TURNS, 1).set(STATE, StreamState.PAUSED.id()).unset(TROUBLE));
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
				StreamTrouble.of(stream.get(TROUBLE, Document.class)), stream.getString(OWNER),
				stream.getDate("created_at").toInstant());
	}

}
