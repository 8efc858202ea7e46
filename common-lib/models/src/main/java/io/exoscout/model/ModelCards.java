package io.exoscout.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.model.ModelStore.ModelPlace;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The entries of the model store: cards in a collection of their own, one document each.
 */
class ModelCards {

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("createdAt"), Sort.Order.desc("_id"));

	/** Where cards are that were set aside. */
	private static final String ASIDE = "removed_models";

	private static final String SINCE = "setAsideAt";

	private final MongoAccess mongo;

	private final ModelIndexes indexes = new ModelIndexes();

	ModelCards(MongoAccess mongo) {
		this.mongo = mongo;
	}

	/** Adds a card, or replaces the one with the same id. */
	void save(ModelCard card) {
		this.mongo.call((mongo) -> {
			this.indexes.ensure(mongo);
			return mongo.save(card);
		});
	}

	/** Adds a card, unless there is one with this id, which is returned then. */
	ModelCard add(ModelCard card) {
		return this.mongo.call((mongo) -> {
			this.indexes.ensure(mongo);
			try {
				return mongo.insert(card);
			}
			catch (DuplicateKeyException ex) {
				// or it was removed since
				return Optional.ofNullable(mongo.findById(card.modelId(), ModelCard.class))
					.orElseGet(() -> mongo.save(card));
			}
		});
	}

	Optional<ModelCard> find(String modelId) {
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findById(modelId, ModelCard.class)));
	}

	/**
	 * Newest first, ties by id, beginning after a place; only those with a label, if one
	 * is given.
	 */
	List<ModelCard> list(@Nullable String modelName, int limit, @Nullable ModelPlace after) {
		Query page = new Query().with(NEWEST_FIRST).limit(limit);
		if (modelName != null) {
			page.addCriteria(Criteria.where("modelName").is(modelName));
		}
		if (after != null) {
			page.addCriteria(new Criteria().orOperator(Criteria.where("createdAt").lt(after.createdAt()),
					Criteria.where("createdAt").is(after.createdAt()).and("_id").lt(after.modelId())));
		}
		return this.mongo.call((mongo) -> mongo.find(page, ModelCard.class));
	}

	/** The cards of some models, in no order; unknown ids are passed over. */
	List<ModelCard> find(Collection<String> modelIds) {
		return this.mongo.call((mongo) -> mongo.find(Query.query(Criteria.where("_id").in(modelIds)), ModelCard.class));
	}

	/** What all models are chosen and ordered by, in no order. */
	List<ModelLine> lines() {
		Query lines = new Query();
		lines.fields()
			.include("_id", "createdAt", "modelName", "imported", "manifest.mission", "manifest.options.algorithm",
					"manifest.options.target", "manifest.metrics");
		return this.mongo.call((mongo) -> mongo.find(lines, Document.class, collection(mongo)))
			.stream()
			.map(ModelCards::line)
			.toList();
	}

	private static ModelLine line(Document card) {
		Document manifest = card.get("manifest", Document.class);
		Document options = manifest.get("options", Document.class);
		Map<String, Double> metrics = new HashMap<>();
		manifest.get("metrics", new Document())
			.forEach((name, value) -> metrics.put(name, ((Number) value).doubleValue()));
		return new ModelLine(ModelPlace.of(card), card.getString("modelName"),
				Mission.valueOf(manifest.getString("mission")), Algorithm.valueOf(options.getString("algorithm")),
				Target.valueOf(options.getString("target")), metrics, card.containsKey("imported"));
	}

	/** All models of jobs that were stored before a time. */
	List<ModelPlace> storedBefore(Instant time) {
		Query places = Query.query(Criteria.where("createdAt").lt(time).and("imported").exists(false));
		places.fields().include("_id", "createdAt");
		return this.mongo.call((mongo) -> mongo.find(places, Document.class, collection(mongo)))
			.stream()
			.map(ModelPlace::of)
			.toList();
	}

	/** Removes a card and gives back what it said. */
	Optional<ModelCard> remove(String modelId) {
		return remove(Criteria.where("_id").is(modelId));
	}

	private Optional<ModelCard> remove(Criteria which) {
		return this.mongo
			.call((mongo) -> Optional.ofNullable(mongo.findAndRemove(Query.query(which), ModelCard.class)));
	}

	/**
	 * Takes a card out of the list, unless it was stored again since, and keeps it aside;
	 * returns what it said.
	 */
	Optional<ModelCard> setAside(ModelPlace stored, Instant now) {
		Query which = Query.query(at(stored));
		Document card = this.mongo.call((mongo) -> mongo.findOne(which, Document.class, collection(mongo)));
		if (card == null) {
			return Optional.empty();
		}
		this.mongo.call((mongo) -> mongo.save(new Document(card).append(SINCE, Date.from(now)), ASIDE));
		return remove(at(stored));
	}

	/** The ids of all cards that are kept aside. */
	List<String> setAside() {
		Query ids = new Query();
		ids.fields().include("_id");
		return this.mongo.call((mongo) -> mongo.find(ids, Document.class, ASIDE))
			.stream()
			.map((card) -> card.getString("_id"))
			.toList();
	}

	/** Puts a card back into the list, unless there is another one by now. */
	boolean bringBack(String modelId) {
		Query which = Query.query(Criteria.where("_id").is(modelId));
		Document card = this.mongo.call((mongo) -> mongo.findOne(which, Document.class, ASIDE));
		if (card == null) {
			return false;
		}
		Document back = new Document(card);
		back.remove(SINCE);
		boolean needed = find(modelId).isEmpty();
		if (needed) {
			this.mongo.call((mongo) -> mongo.save(back, collection(mongo)));
		}
		this.mongo.call((mongo) -> mongo.remove(which, ASIDE));
		return needed;
	}

	/** Forgets cards that were set aside before a time. */
	long purge(Instant before) {
		Query old = Query.query(Criteria.where(SINCE).lt(Date.from(before)));
		return this.mongo.call((mongo) -> mongo.remove(old, ASIDE)).getDeletedCount();
	}

	private static String collection(MongoOperations mongo) {
		return mongo.getCollectionName(ModelCard.class);
	}

	private static Criteria at(ModelPlace stored) {
		return Criteria.where("_id").is(stored.modelId()).and("createdAt").is(stored.createdAt());
	}

	/**
	 * Whether a card points at a blob: at a model in one form or the other, or at a list
	 * of objects.
	 */
	boolean uses(String sha256) {
		// not one question with "or": the embedded database would look at every card
		return pointsAt("file.sha256", sha256) || pointsAt("candidates.file.sha256", sha256)
				|| pointsAt("candidates.decided.file.sha256", sha256) || pointsAt("tribuo.sha256", sha256);
	}

	private boolean pointsAt(String field, String sha256) {
		return this.mongo.call((mongo) -> mongo.exists(Query.query(Criteria.where(field).is(sha256)), ModelCard.class));
	}

}
