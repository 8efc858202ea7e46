package io.exoscout.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.exoscout.archive.Designation;
import io.exoscout.caller.Caller;
import io.exoscout.catalog.confirmed.ConfirmedColumns;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * All planets, as documents {@code {_id, name, searched, fields, provenance, owner}}.
 * What users sent, or the archive says, stays below {@code fields}; {@code name} is the
 * name in lower case, because not every server that speaks the protocol ignores the case
 * of all letters, and {@code searched} the names of planet and star without blanks. Only
 * what comes from the archive has a {@code provenance}, and only what a named caller
 * saved an {@code owner}. Ids grow with time, so they also give the order of the list.
 */
record Planets(MongoOperations mongo) {

	static final String COLLECTION = "planets";

	static final String NAME = "name";

	static final String SEARCHED = "searched";

	static final String FIELDS = "fields";

	static final String PROVENANCE = "provenance";

	static final String OWNER = "owner";

	private static final Sort NEWEST = Sort.by(Sort.Direction.DESC, "_id");

	/** Ids that are sent at once: small servers send few unless told. */
	private static final int BATCH = 1000;

	/** So many are in memory at once while they are shown; one may have 800 kB. */
	private static final int TOGETHER = 50;

	/** Saves a planet of fields that were checked before; the answer has its id. */
	Planet save(Map<String, @Nullable Object> fields) {
		ObjectId id = new ObjectId();
		String owner = Caller.current().name();
		Document document = document(id, fields);
		this.mongo.insert((owner != null) ? document.append(OWNER, owner) : document, COLLECTION);
		return new Planet(id.toHexString(), null, owner, fields);
	}

	/** What is kept of a planet. */
	static Document document(ObjectId id, Map<String, @Nullable Object> fields) {
		String name = String.valueOf(fields.get(Planet.NAME));
		String host = (fields.get(ConfirmedColumns.HOST) instanceof String star) ? star : "";
		return new Document("_id", id).append(NAME, name.toLowerCase(Locale.ROOT))
			.append(SEARCHED, Designation.plain(name) + "|" + Designation.plain(host))
			.append(FIELDS, new Document(fields));
	}

	Optional<Planet> find(String id) {
		return query(id).map((query) -> this.mongo.findOne(query, Document.class, COLLECTION))
			.map(Planets::planet)
			.map(Planet::linked);
	}

	/** How many match. */
	long count(PlanetQuery query) {
		return this.mongo.count(Query.query(PlanetCriteria.of(query)), COLLECTION);
	}

	/**
	 * The ids of planets that match, newest first.
	 * @param after only those that come after the one with this id
	 */
	List<ObjectId> newest(PlanetQuery query, @Nullable String after, int limit) {
		List<Criteria> all = new ArrayList<>(List.of(PlanetCriteria.of(query)));
		if (after != null) {
			all.add(Criteria.where("_id").lt(new ObjectId(after)));
		}
		return ids(PlanetCriteria.and(all), (found) -> found.with(NEWEST).limit(limit));
	}

	/**
	 * The ids of planets that match, in the order that is asked for; those of which
	 * nothing was measured come last either way.
	 * @param after how many come before
	 */
	List<ObjectId> sorted(PlanetQuery query, String order, long after, int limit) {
		Criteria wanted = PlanetCriteria.of(query);
		Criteria measured = PlanetCriteria.and(List.of(wanted, PlanetCriteria.measured(order)));
		String path = PlanetCriteria.sortPath(order);
		Sort.Direction direction = query.descending() ? Sort.Direction.DESC : Sort.Direction.ASC;
		List<ObjectId> page = new ArrayList<>(ids(measured,
				(found) -> found.with(Sort.by(direction, path).and(path.equals(NAME) ? Sort.by("_id") : byName()))
					.skip(after)
					.limit(limit)));
		if (page.size() < limit) {
			long before = page.isEmpty() ? this.mongo.count(Query.query(measured), COLLECTION) : after;
			int room = limit - page.size();
			page.addAll(ids(PlanetCriteria.and(List.of(wanted, PlanetCriteria.unmeasured(order))),
					(found) -> found.with(byName()).skip(Math.max(0, after - before)).limit(room)));
		}
		return page;
	}

	private static Sort byName() {
		return Sort.by(NAME, "_id");
	}

	/**
	 * The ids of planets with a declination, newest first.
	 * @param south the least declination in degrees
	 * @param north the largest
	 */
	List<ObjectId> between(double south, double north) {
		return ids(Criteria.where(PlanetCriteria.path(Planet.DEC)).gte(south).lte(north),
				(found) -> found.with(NEWEST));
	}

	private List<ObjectId> ids(Criteria criteria, UnaryOperator<Query> part) {
		Query found = part.apply(Query.query(criteria)).cursorBatchSize(BATCH);
		found.fields().include("_id");
		try (Stream<Document> ids = this.mongo.stream(found, Document.class, COLLECTION)) {
			return ids.map((document) -> document.getObjectId("_id")).toList();
		}
	}

	/**
	 * Shows planets in the order of their ids here, few of them in memory at a time;
	 * those that were deleted meanwhile are passed over.
	 * @param fields what to show of each; everything where there are none
	 */
	void each(List<ObjectId> ids, List<String> fields, Sink sink) throws IOException {
		for (int from = 0; from < ids.size(); from += TOGETHER) {
			List<ObjectId> some = ids.subList(from, Math.min(from + TOGETHER, ids.size()));
			Map<ObjectId, Document> found = some(some, fields);
			for (ObjectId id : some) {
				Document document = found.get(id);
				if (document != null) {
					sink.take(planet(document));
				}
			}
		}
	}

	private Map<ObjectId, Document> some(List<ObjectId> ids, List<String> fields) {
		Query query = Query.query(Criteria.where("_id").in(ids)).cursorBatchSize(ids.size());
		if (!fields.isEmpty()) {
			query.fields().include(PROVENANCE, OWNER);
			fields.forEach((field) -> query.fields().include(PlanetCriteria.path(field)));
		}
		Map<ObjectId, Document> found = new HashMap<>();
		this.mongo.find(query, Document.class, COLLECTION)
			.forEach((document) -> found.put(document.getObjectId("_id"), document));
		return found;
	}

	/** Takes planets one by one. */
	interface Sink {

		void take(Planet planet) throws IOException;

	}

	/** Whether there was one to delete. */
	boolean delete(String id) {
		return query(id).map((query) -> this.mongo.remove(query, COLLECTION).getDeletedCount() == 1).orElse(false);
	}

	private static Optional<Query> query(String id) {
		return ObjectId.isValid(id) ? Optional.of(Query.query(Criteria.where("_id").is(new ObjectId(id))))
				: Optional.empty();
	}

	static Planet planet(Document document) {
		Document fields = document.get(FIELDS, Document.class);
		return new Planet(document.getObjectId("_id").toHexString(),
				Provenance.of(document.get(PROVENANCE, Document.class)), document.getString(OWNER),
				(fields != null) ? fields : Map.of());
	}

}
