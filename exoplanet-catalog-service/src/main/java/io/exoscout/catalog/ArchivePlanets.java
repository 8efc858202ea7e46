package io.exoscout.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.exoscout.catalog.confirmed.ConfirmedColumns;
import io.exoscout.catalog.confirmed.ConfirmedRow;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The planets of the archive among all planets: what a table says of them, compared with
 * what is there. What people saved is never touched, whatever its name.
 */
record ArchivePlanets(MongoOperations mongo) {

	private static final double LIGHT_YEARS_PER_PARSEC = 3.261563777;

	/** Five digits are more than any distance has. */
	private static final double DIGITS = 1e4;

	/** What a table would change. */
	record Difference(List<Document> added, List<Document> changed, List<ImportReport.Change> changes, int same) {
	}

	/** The fields of a planet, by our names where there are such. */
	static Map<String, @Nullable Object> fields(ConfirmedRow row) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put(Planet.NAME, row.name());
		if (row.values().get(ConfirmedColumns.DISTANCE) instanceof Number parsecs) {
			double years = parsecs.doubleValue() * LIGHT_YEARS_PER_PARSEC;
			fields.put(Planet.DISTANCE, Math.rint(years * DIGITS) / DIGITS);
		}
		row.values().forEach((column, value) -> {
			if (!column.equals(ConfirmedColumns.PLANET)) {
				fields.put(column, value);
			}
		});
		return fields;
	}

	/**
	 * Compares rows with what is there.
	 * @param columns those that the table has: what it does not have stays as it is
	 */
	Difference compare(List<ConfirmedRow> rows, Collection<String> columns, Provenance provenance) {
		Map<ObjectId, Document> known = known(rows);
		Difference found = new Difference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
		int same = 0;
		for (ConfirmedRow row : rows) {
			ObjectId id = PlanetName.archiveId(row.name());
			Map<String, @Nullable Object> fields = fields(row);
			Document before = known.get(id);
			if (before == null) {
				found.added().add(document(id, fields, provenance));
				continue;
			}
			Document kept = before.get(Planets.FIELDS, Document.class);
			kept.forEach((field, value) -> {
				if (!columns.contains(source(field))) {
					fields.putIfAbsent(field, value);
				}
			});
			TreeSet<String> differing = new TreeSet<>(fields.keySet());
			differing.addAll(kept.keySet());
			differing.removeIf((field) -> Objects.equals(fields.get(field), kept.get(field)));
			if (differing.isEmpty()) {
				same++;
			}
			else {
				found.changed().add(document(id, fields, provenance));
				found.changes().add(new ImportReport.Change(row.name(), List.copyOf(differing)));
			}
		}
		return new Difference(found.added(), found.changed(), found.changes(), same);
	}

	/** The column that tells a field. */
	private static String source(String field) {
		return switch (field) {
			case Planet.NAME -> ConfirmedColumns.PLANET;
			case Planet.DISTANCE -> ConfirmedColumns.DISTANCE;
			default -> field;
		};
	}

	private static Document document(ObjectId id, Map<String, @Nullable Object> fields, Provenance provenance) {
		return Planets.document(id, fields).append(Planets.PROVENANCE, provenance.document());
	}

	private Map<ObjectId, Document> known(List<ConfirmedRow> rows) {
		List<ObjectId> ids = rows.stream().map((row) -> PlanetName.archiveId(row.name())).toList();
		Map<ObjectId, Document> known = new HashMap<>();
		Query query = Query.query(Criteria.where("_id").in(ids)).cursorBatchSize(ids.size());
		this.mongo.find(query, Document.class, Planets.COLLECTION)
			.forEach((document) -> known.put(document.getObjectId("_id"), document));
		return known;
	}

	/**
	 * Writes a difference.
	 * @throws DuplicateKeyException where somebody else added one of them meanwhile; then
	 * the rows are to be compared anew
	 */
	void write(Difference difference) {
		if (!difference.added().isEmpty()) {
			this.mongo.insert(difference.added(), Planets.COLLECTION);
		}
		if (!difference.changed().isEmpty()) {
			BulkOperations bulk = this.mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Planets.COLLECTION);
			difference.changed()
				.forEach((document) -> bulk.replaceOne(
						Query.query(Criteria.where("_id").is(document.getObjectId("_id"))), document,
						FindAndReplaceOptions.options().upsert()));
			bulk.execute();
		}
	}

	/** How many there are. */
	long count() {
		return this.mongo.count(Query.query(Criteria.where(Planets.PROVENANCE).exists(true)), Planets.COLLECTION);
	}

	/** What people saved, by id and name alone; the caller closes the stream. */
	Stream<Planet> own() {
		Query query = Query.query(Criteria.where(Planets.PROVENANCE).exists(false));
		query.fields().include(PlanetCriteria.path(Planet.NAME));
		return this.mongo.stream(query, Document.class, Planets.COLLECTION).map(Planets::planet);
	}

}
