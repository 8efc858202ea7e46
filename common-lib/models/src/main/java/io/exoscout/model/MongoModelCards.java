package io.exoscout.model;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.exoscout.model.ModelStore.Place;
import io.exoscout.problem.Outage;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Model cards in a collection of their own, one document each. */
class MongoModelCards implements ModelCards {

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("createdAt"), Sort.Order.desc("_id"));

	/** Where cards are that were set aside. */
	private static final String ASIDE = "removed_models";

	private static final String SINCE = "setAsideAt";

	private final MongoOperations mongo;

	private final ModelIndexes indexes = new ModelIndexes();

	MongoModelCards(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void save(ModelCard card) {
		reach(() -> {
			this.indexes.ensure(this.mongo);
			return this.mongo.save(card);
		});
	}

	@Override
	public Optional<ModelCard> find(String modelId) {
		return reach(() -> Optional.ofNullable(this.mongo.findById(modelId, ModelCard.class)));
	}

	@Override
	public List<ModelCard> list(@Nullable String modelName, int limit, @Nullable Place after) {
		Query page = new Query().with(NEWEST_FIRST).limit(limit);
		if (modelName != null) {
			page.addCriteria(Criteria.where("modelName").is(modelName));
		}
		if (after != null) {
			page.addCriteria(new Criteria().orOperator(Criteria.where("createdAt").lt(after.createdAt()),
					Criteria.where("createdAt").is(after.createdAt()).and("_id").lt(after.modelId())));
		}
		return reach(() -> this.mongo.find(page, ModelCard.class));
	}

	@Override
	public List<Place> storedBefore(Instant time) {
		Query places = Query.query(Criteria.where("createdAt").lt(time));
		places.fields().include("_id", "createdAt");
		return reach(() -> this.mongo.find(places, Document.class, collection())).stream()
			.map((card) -> new Place(card.getDate("createdAt").toInstant(), card.getString("_id")))
			.toList();
	}

	@Override
	public Optional<ModelCard> remove(String modelId) {
		return remove(Criteria.where("_id").is(modelId));
	}

	private Optional<ModelCard> remove(Criteria which) {
		return reach(() -> Optional.ofNullable(this.mongo.findAndRemove(Query.query(which), ModelCard.class)));
	}

	@Override
	public Optional<ModelCard> setAside(Place stored, Instant now) {
		Query which = Query.query(at(stored));
		Document card = reach(() -> this.mongo.findOne(which, Document.class, collection()));
		if (card == null) {
			return Optional.empty();
		}
		reach(() -> this.mongo.save(new Document(card).append(SINCE, Date.from(now)), ASIDE));
		return remove(at(stored));
	}

	@Override
	public List<String> setAside() {
		Query ids = new Query();
		ids.fields().include("_id");
		return reach(() -> this.mongo.find(ids, Document.class, ASIDE)).stream()
			.map((card) -> card.getString("_id"))
			.toList();
	}

	@Override
	public boolean bringBack(String modelId) {
		Query which = Query.query(Criteria.where("_id").is(modelId));
		Document card = reach(() -> this.mongo.findOne(which, Document.class, ASIDE));
		if (card == null) {
			return false;
		}
		Document back = new Document(card);
		back.remove(SINCE);
		boolean needed = find(modelId).isEmpty();
		if (needed) {
			reach(() -> this.mongo.save(back, collection()));
		}
		reach(() -> this.mongo.remove(which, ASIDE));
		return needed;
	}

	@Override
	public long purge(Instant before) {
		Query old = Query.query(Criteria.where(SINCE).lt(Date.from(before)));
		return reach(() -> this.mongo.remove(old, ASIDE)).getDeletedCount();
	}

	private String collection() {
		return this.mongo.getCollectionName(ModelCard.class);
	}

	private static Criteria at(Place stored) {
		return Criteria.where("_id").is(stored.modelId()).and("createdAt").is(stored.createdAt());
	}

	@Override
	public boolean uses(String sha256) {
		// not one question with "or": the embedded database would look at every card
		return pointsAt("file.sha256", sha256) || pointsAt("candidates.file.sha256", sha256);
	}

	private boolean pointsAt(String field, String sha256) {
		return reach(() -> this.mongo.exists(Query.query(Criteria.where(field).is(sha256)), ModelCard.class));
	}

	private static <T> T reach(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (DataAccessException ex) {
			if (!Outage.ofDatabase(ex)) {
				throw ex;
			}
			throw new ProblemException(ProblemKind.UNAVAILABLE, "database_unavailable",
					"The database can not be reached; try again later.")
				.causedBy(ex);
		}
	}

}
