package io.exoscout.forecast.collection;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import io.exoscout.caller.Caller;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * All collections of points: documents of any form, as somebody else may have written
 * them, too. Whose a collection is stands beside it.
 *
 * @param database where they are
 * @param limits how many there may be
 */
public record SeriesCollections(SeriesDatabase database, SeriesLimits limits) {

	private static final String OWNERS = "series.owners";

	private static final int BATCH = 10_000;

	private static final int DUPLICATE = 11000;

	/** An owner may have one of as many parts of the room for all. */
	private static final int SHARE = 10;

	/** All collections, by name. */
	public List<Line> list() {
		return this.database.collections().stream().map((name) -> new Line(name, rows(name))).toList();
	}

	private long rows(String name) {
		return this.database.call((database) -> database.getCollection(name).estimatedDocumentCount());
	}

	/**
	 * Refuses a name under which there is nothing.
	 * @throws ProblemException {@code collection_not_found}, or
	 * {@code invalid_collection} for what is no name
	 */
	public void require(String name) {
		if (!this.database.collections().contains(CollectionName.require(name))) {
			throw new ProblemException(ErrorCode.COLLECTION_NOT_FOUND,
					"There is no collection '%s'; GET /exo-scout-series/collections lists those there are."
						.formatted(name));
		}
	}

	/**
	 * Refuses what the caller may not add to, or there is no room for.
	 * @param first the id of the first row: what is there already takes no more room
	 */
	void requireRoom(String name, long rows, String first) {
		List<String> names = this.database.collections();
		boolean known = names.contains(CollectionName.require(name));
		if (known) {
			requireMayChange(name);
		}
		else if (names.size() >= this.limits.collections()) {
			throw new ProblemException(ErrorCode.TOO_MANY_COLLECTIONS,
					"There are %d collections, as many as there may be; delete some, or raise exoscout.series.collections."
						.formatted(names.size()));
		}
		else {
			requireShare();
		}
		if (rows > this.limits.rows()) {
			throw new ProblemException(ErrorCode.TOO_MANY_POINTS,
					"The table has %,d rows or more; a collection may have %,d (exoscout.series.rows).".formatted(rows,
							this.limits.rows()));
		}
		long there = known ? rows(name) : 0;
		if (there + rows > this.limits.rows() && !has(name, first)) {
			throw new ProblemException(ErrorCode.TOO_MANY_COLLECTIONS,
					"The collection '%s' has %,d rows, and %,d more would be more than the %,d it may have; delete it, use another, or raise exoscout.series.rows."
						.formatted(name, there, rows, this.limits.rows()));
		}
	}

	private boolean has(String name, String id) {
		return this.database
			.call((database) -> database.getCollection(name).find(Filters.eq("_id", id)).first() != null);
	}

	private void requireMayChange(String name) {
		String owner = this.database.kept(OWNERS, (owners) -> {
			Document found = owners.find(Filters.eq("_id", name)).first();
			return (found != null) ? Objects.requireNonNullElse(found.getString("owner"), "") : "";
		});
		Caller.current().requireMayChange(owner.isEmpty() ? null : owner, "The collection '" + name + "'");
	}

	/**
	 * Notes whose a collection is, unless it is somebody's.
	 * @throws ProblemException {@code forbidden} if somebody else was first
	 */
	void own(String name) {
		String owner = Caller.current().name();
		if (owner == null || rows(name) > 0) {
			return;
		}
		boolean first = this.database.kept(OWNERS, (owners) -> {
			try {
				return owners.insertOne(new Document("_id", name).append("owner", owner)).wasAcknowledged();
			}
			catch (MongoWriteException ex) {
				if (ex.getError().getCode() == DUPLICATE) {
					return false;
				}
				throw ex;
			}
		});
		if (!first) {
			requireMayChange(name);
		}
	}

	/** Nobody can take all the room there is. */
	private void requireShare() {
		String owner = Caller.current().name();
		int share = Math.max(1, this.limits.collections() / SHARE);
		if (owner != null
				&& this.database.kept(OWNERS, (owners) -> owners.countDocuments(Filters.eq("owner", owner))) >= share) {
			throw new ProblemException(ErrorCode.TOO_MANY_COLLECTIONS,
					"You have %d collections, a tenth of all there may be; delete some, or raise exoscout.series.collections."
						.formatted(share));
		}
	}

	/** Adds rows that have ids; returns how many were not there already. */
	int add(String name, List<Document> rows) {
		return this.database.call((database) -> {
			try {
				return database.getCollection(name)
					.insertMany(rows, new InsertManyOptions().ordered(false))
					.getInsertedIds()
					.size();
			}
			catch (MongoBulkWriteException ex) {
				// the same rows of the same file, sent again
				if (ex.getWriteErrors().stream().allMatch((error) -> error.getCode() == DUPLICATE)) {
					return rows.size() - ex.getWriteErrors().size();
				}
				throw ex;
			}
		});
	}

	/**
	 * Shows all documents of a collection.
	 * @param fields of them what is wanted
	 */
	void each(String name, Stream<@Nullable FieldPath> fields, Consumer<Document> sink) {
		Set<String> paths = new TreeSet<>();
		fields.forEach((path) -> {
			if (path != null) {
				// the outermost: a path within another can not be asked for beside it
				paths.add(path.first());
			}
		});
		this.database.call((database) -> {
			long count = 0;
			try (MongoCursor<Document> cursor = database.getCollection(name)
				.find()
				.projection(Projections.include(List.copyOf(paths)))
				.batchSize(BATCH)
				.cursor()) {
				while (cursor.hasNext()) {
					if (++count > this.limits.rows()) {
						throw new ProblemException(ErrorCode.TOO_MANY_POINTS,
								"The collection '%s' has more than the %,d rows that are read at once, also to find the newest; delete it and upload less, or raise exoscout.series.rows."
									.formatted(name, this.limits.rows()));
					}
					sink.accept(cursor.next());
				}
			}
			return count;
		});
	}

	/** Deletes a collection; its models stay. */
	public void delete(String name) {
		require(name);
		requireMayChange(name);
		this.database.call((database) -> {
			database.getCollection(name).drop();
			return database.getCollection(OWNERS).deleteOne(Filters.eq("_id", name));
		});
	}

	/**
	 * A collection, as lists show it.
	 *
	 * @param name its name
	 * @param rows how many documents it has
	 */
	public record Line(String name, long rows) {
	}

}
