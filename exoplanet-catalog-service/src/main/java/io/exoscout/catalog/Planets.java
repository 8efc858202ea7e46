package io.exoscout.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * All saved planets, as documents {@code {_id, name, fields}}. What users sent stays
 * below {@code fields}; {@code name} is the name in lower case, because not every server
 * that speaks the protocol ignores the case of all letters. Ids grow with time, so they
 * also give the order of the list.
 */
record Planets(MongoOperations mongo) {

	private static final String COLLECTION = "planets";

	/** Saves a planet of fields that were checked before; the answer has its id. */
	Planet save(Map<String, @Nullable Object> fields) {
		ObjectId id = new ObjectId();
		String name = String.valueOf(fields.get(Planet.NAME));
		this.mongo.insert(
				new Document("_id", id).append("name", lowerCase(name)).append("fields", new Document(fields)),
				COLLECTION);
		return new Planet(id.toHexString(), fields);
	}

	Optional<Planet> find(String id) {
		return query(id).map((query) -> this.mongo.findOne(query, Document.class, COLLECTION)).map(Planets::planet);
	}

	/** Planets that match, newest first. */
	List<Planet> list(PlanetQuery query) {
		Query criteria = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(query.limit());
		if (query.after() != null) {
			criteria.addCriteria(Criteria.where("_id").lt(new ObjectId(query.after())));
		}
		if (query.name() != null) {
			criteria.addCriteria(Criteria.where("name").regex(Pattern.quote(lowerCase(query.name()))));
		}
		if (query.type() != null) {
			criteria.addCriteria(Criteria.where("fields." + Planet.TYPE).is(query.type()));
		}
		if (query.maxDistance() != null) {
			criteria.addCriteria(Criteria.where("fields." + Planet.DISTANCE).lte(query.maxDistance()));
		}
		return this.mongo.find(criteria, Document.class, COLLECTION).stream().map(Planets::planet).toList();
	}

	/**
	 * Planets with a declination, newest first; the caller closes the stream.
	 * @param south the least declination in degrees
	 * @param north the largest
	 */
	Stream<Planet> between(double south, double north) {
		Query criteria = Query.query(Criteria.where("fields." + Planet.DEC).gte(south).lte(north))
			.with(Sort.by(Sort.Direction.DESC, "_id"));
		return this.mongo.stream(criteria, Document.class, COLLECTION).map(Planets::planet);
	}

	/** Whether there was one to delete. */
	boolean delete(String id) {
		return query(id).map((query) -> this.mongo.remove(query, COLLECTION).getDeletedCount() == 1).orElse(false);
	}

	private static Optional<Query> query(String id) {
		return ObjectId.isValid(id) ? Optional.of(Query.query(Criteria.where("_id").is(new ObjectId(id))))
				: Optional.empty();
	}

	private static Planet planet(Document document) {
		return new Planet(document.getObjectId("_id").toHexString(), document.get("fields", Document.class));
	}

	private static String lowerCase(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
