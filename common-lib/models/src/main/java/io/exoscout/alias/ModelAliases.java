package io.exoscout.alias;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import io.exoscout.caller.Caller;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * All aliases, one document each, so that a move is one conditional update: a caller sees
 * the old model or the new one, and of two who move an alias at once one hears that he
 * was late. No alias is left without its model: whoever deletes a model marks that first
 * and then looks for aliases, whoever moves an alias moves it first and then looks for
 * the mark, so that one of them sees the other. Each method reports an unreachable
 * database as a {@link ProblemException} of kind {@code UNAVAILABLE}.
 */
public final class ModelAliases {

	/** The collection of aliases. */
	static final String COLLECTION = "aliases";

	/** Models that are being deleted; more than one may be at it. */
	private static final String REMOVALS = "model_removals";

	/** Streams are kept by a service of their own; they are looked at where they lie. */
	private static final String STREAMS = "streams";

	private static final int NAMED = 5;

	/** What is older was left by a process that died, and holds nobody up. */
	private static final Duration REMOVAL = Duration.ofMinutes(1);

	private final MongoAccess mongo;

	private final Clock clock;

	public ModelAliases(MongoAccess mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	public Optional<ModelAlias> find(String alias) {
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findById(alias, ModelAlias.class)));
	}

	/** All of them, by name. */
	public List<ModelAlias> all() {
		return this.mongo.call((mongo) -> mongo.find(new Query().with(Sort.by("_id")), ModelAlias.class));
	}

	/** The names of those that point at a model, sorted. */
	public List<String> of(String modelId) {
		Query pointing = Query.query(Criteria.where("modelId").is(modelId)).with(Sort.by("_id"));
		return this.mongo.call((mongo) -> mongo.find(pointing, ModelAlias.class))
			.stream()
			.map(ModelAlias::alias)
			.toList();
	}

	/**
	 * Makes an alias.
	 * @param alias its name
	 * @param modelId the model it is to point at
	 * @param exists tells whether there is a model; asked once the alias is there
	 * @return the alias; empty if somebody else has made it
	 * @throws ProblemException {@code NOT_FOUND} if the model was deleted meanwhile
	 */
	public Optional<ModelAlias> create(String alias, String modelId, Predicate<String> exists) {
		ModelAlias made = moved(alias, modelId, null, Caller.current().name());
		try {
			this.mongo.call((mongo) -> mongo.insert(made));
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
		if (isGoing(modelId, exists)) {
			remove(made);
			throw gone(modelId);
		}
		return Optional.of(made);
	}

	/**
	 * Has an alias point at another model.
	 * @param seen the alias as the caller knows it
	 * @param modelId the model it is to point at
	 * @param exists tells whether there is a model; asked once the alias is moved
	 * @return the alias as it is now; empty if it was moved or removed meanwhile
	 * @throws ProblemException {@code NOT_FOUND} if the model was deleted meanwhile; then
	 * the alias is where it was
	 */
	public Optional<ModelAlias> move(ModelAlias seen, String modelId, Predicate<String> exists) {
		ModelAlias moved = moved(seen.alias(), modelId, seen.modelId(), seen.owner());
		if (!replace(seen, moved)) {
			return Optional.empty();
		}
		if (isGoing(modelId, exists)) {
			replace(moved, seen);
			throw gone(modelId);
		}
		return Optional.of(moved);
	}

	/** Removes an alias; returns whether it was still as the caller knows it. */
	public boolean remove(ModelAlias seen) {
		return this.mongo.call((mongo) -> mongo.remove(as(seen), ModelAlias.class)).getDeletedCount() == 1;
	}

	/**
	 * Sees to it that a model stays for a stream that it scores, and that is kept by now:
	 * whoever deletes the model from here on finds the stream.
	 * @param modelId the model
	 * @param exists tells whether there is a model
	 * @throws ProblemException {@code NOT_FOUND} if the model was deleted meanwhile; then
	 * the stream has to go
	 */
	public void requireStays(String modelId, Predicate<String> exists) {
		if (isGoing(modelId, exists)) {
			throw new ProblemException(ErrorCode.MODEL_NOT_FOUND,
					"Model '%s' is being deleted; no stream can be scored by it".formatted(modelId));
		}
	}

	/** Whether an alias points at a model, or a stream is scored by it. */
	public boolean isNeeded(String modelId) {
		return !of(modelId).isEmpty() || !streams(modelId).isEmpty();
	}

	/** The ids of streams that are scored by a model, a few of them. */
	private List<String> streams(String modelId) {
		Query scored = Query.query(Criteria.where("model").is(modelId)).with(Sort.by("_id")).limit(NAMED);
		return this.mongo.call((mongo) -> mongo.find(scored, Document.class, STREAMS))
			.stream()
			.map((stream) -> stream.getString("_id"))
			.toList();
	}

	/**
	 * Deletes a model that no alias points at, and that scores no stream.
	 * @param modelId the model
	 * @param removal deletes it
	 * @throws ProblemException {@code CONFLICT} (code {@code model_has_alias} or
	 * {@code model_has_stream}) if an alias points there or a stream needs it; then
	 * nothing is deleted
	 */
	public void unlessPointedAt(String modelId, Runnable removal) {
		String mark = UUID.randomUUID().toString();
		Date now = Date.from(this.clock.instant());
		this.mongo.call((mongo) -> mongo
			.insert(new Document("_id", mark).append("modelId", modelId).append("since", now), REMOVALS));
		try {
			List<String> names = of(modelId);
			if (!names.isEmpty()) {
				throw new ProblemException(ErrorCode.MODEL_HAS_ALIAS,
						"The alias %s points at model '%s'; move or delete it first".formatted(String.join(", ", names),
								modelId));
			}
			List<String> streams = streams(modelId);
			if (!streams.isEmpty()) {
				throw new ProblemException(ErrorCode.MODEL_HAS_STREAM,
						"The stream %s is scored by model '%s'; delete it first".formatted(String.join(", ", streams),
								modelId));
			}
			removal.run();
		}
		finally {
			Query done = Query.query(
					new Criteria().orOperator(Criteria.where("_id").is(mark), Criteria.where("since").lt(outdated())));
			this.mongo.call((mongo) -> mongo.remove(done, REMOVALS));
		}
	}

	private boolean isGoing(String modelId, Predicate<String> exists) {
		Query marked = Query.query(Criteria.where("modelId").is(modelId).and("since").gte(outdated()));
		return this.mongo.call((mongo) -> mongo.exists(marked, REMOVALS)) || !exists.test(modelId);
	}

	private Date outdated() {
		return Date.from(this.clock.instant().minus(REMOVAL));
	}

	private boolean replace(ModelAlias seen, ModelAlias by) {
		Update update = new Update().set("modelId", by.modelId())
			.set("movedAt", by.movedAt())
			.set("revision", by.revision());
		if (by.previousModelId() != null) {
			update.set("previousModelId", by.previousModelId());
		}
		else {
			update.unset("previousModelId");
		}
		return this.mongo
			.call((mongo) -> Optional
				.ofNullable(mongo.findAndModify(as(seen), update, FindAndModifyOptions.none(), ModelAlias.class)))
			.isPresent();
	}

	private static Query as(ModelAlias seen) {
		return Query.query(Criteria.where("_id").is(seen.alias()).and("revision").is(seen.revision()));
	}

	private ModelAlias moved(String alias, String modelId, @Nullable String previous, @Nullable String owner) {
		// what the database keeps of a time
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return new ModelAlias(alias, modelId, now, previous, owner, UUID.randomUUID().toString());
	}

	private static ProblemException gone(String modelId) {
		return new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				"Model '%s' is being deleted; no alias can point at it".formatted(modelId));
	}

}
