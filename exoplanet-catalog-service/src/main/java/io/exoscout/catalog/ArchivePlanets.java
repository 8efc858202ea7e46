package io.exoscout.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.exoscout.archive.Designation;
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

	private static final int ID_BYTES = 12;

	/** Of an id the bytes that tell when it was made. */
	private static final int TIME_BYTES = 4;

	private static final int ASKED_TOGETHER = 500;

	/** Five digits are more than any distance has. */
	private static final double DIGITS = 1e4;

	/**
	 * What a table would change.
	 *
	 * @param added planets that are not there
	 * @param changed planets of which it says something else
	 * @param changes what of each of these
	 * @param same how many planets it says nothing else of
	 */
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
		List<Document> added = new ArrayList<>();
		List<Document> changed = new ArrayList<>();
		List<ImportReport.Change> changes = new ArrayList<>();
		for (ConfirmedRow row : rows) {
			ObjectId id = archiveId(row.name());
			Map<String, @Nullable Object> fields = fields(row);
			Document before = known.get(id);
			if (before == null) {
				added.add(document(id, fields, provenance));
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
			if (!differing.isEmpty()) {
				changed.add(document(id, fields, provenance));
				changes.add(new ImportReport.Change(row.name(), List.copyOf(differing)));
			}
		}
		return new Difference(added, changed, changes, rows.size() - added.size() - changed.size());
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
		List<ObjectId> ids = rows.stream().map((row) -> archiveId(row.name())).toList();
		Map<ObjectId, Document> known = new HashMap<>();
		Query query = Query.query(Criteria.where("_id").in(ids)).cursorBatchSize(ids.size());
		this.mongo.find(query, Document.class, Planets.COLLECTION)
			.forEach((document) -> known.put(document.getObjectId("_id"), document));
		return known;
	}

	/**
	 * Writes a difference.
	 * @throws DuplicateKeyException where somebody else added one of them meanwhile
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

	/**
	 * The id of the archive's planet of this name, the same at every import, so that two
	 * imports at once can not make two of one. It says that it was made in 1970 and thus
	 * stands behind what people saved, where the newest come first.
	 */
	static ObjectId archiveId(String name) {
		byte[] id = new byte[ID_BYTES];
		System.arraycopy(sha256(Designation.plain(name)), 0, id, TIME_BYTES, ID_BYTES - TIME_BYTES);
		return new ObjectId(id);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How many of some planets there are, by their names however they are written. */
	long known(Collection<String> names) {
		List<ObjectId> ids = names.stream().map(ArchivePlanets::archiveId).toList();
		long known = 0;
		for (int from = 0; from < ids.size(); from += ASKED_TOGETHER) {
			Query query = Query
				.query(Criteria.where("_id").in(ids.subList(from, Math.min(from + ASKED_TOGETHER, ids.size()))));
			known += this.mongo.count(query, Planets.COLLECTION);
		}
		return known;
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
