package io.exoscout.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents in order. By their ids they come without all of them being read and sorted,
 * which the stock collection does even where the first one alone is wanted: the ids are
 * kept in memory once somebody has asked for their order. So do those that an index has
 * in the order that is asked for, {@link FieldOrder}. By anything else all are read, but
 * what they are sorted by is taken out of each only once, and only those that are wanted
 * are kept. As everything of the stock collection, called by one thread at a time.
 */
final class OrderedCollection extends H2Collection {

	private static final String ID = "_id";

	private final MVMap<Object, Document> documents;

	private @Nullable NavigableSet<Object> ids;

	OrderedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
			MVMap<String, Object> meta, CursorRegistry cursors) {
		super(database, name, options, documents, meta, cursors);
		this.documents = documents;
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document order, int skip, int limit, int batch,
			@Nullable Document fields) {
		Optional<Stream<Object>> inOrder = (order != null && !order.isEmpty()) ? inOrder(query, order)
				: Optional.empty();
		return inOrder
			.map((positions) -> matchDocumentsFromStream(query, positions.map(this::getDocument), skip, limit, batch,
					null, fields))
			.orElseGet(() -> super.queryDocuments(query, order, skip, limit, batch, fields));
	}

	/** By the index that fits best of those that have them in this order. */
	private Optional<Stream<Object>> inOrder(Document query, Document order) {
		return getIndexes().stream()
			.filter(FieldIndex.class::isInstance)
			.flatMap((index) -> ((FieldIndex) index).order().stream())
			.filter((fields) -> fields.fit(query, order) > 0)
			.max(Comparator.comparingInt((fields) -> fields.fit(query, order)))
			.map((fields) -> fields.positions(query));
	}

	@Override
	protected QueryResult matchDocuments(Document query, @Nullable Document order, int skip, int limit, int batch,
			@Nullable Document fields) {
		if (order == null || order.isEmpty() || order.keySet().stream().anyMatch((key) -> key.startsWith("$"))
				|| !ID.equals(getIdField())) {
			return super.matchDocuments(query, order, skip, limit, batch, fields);
		}
		if (order.size() > 1 || !(order.get(ID) instanceof Number direction)) {
			return matchDocumentsFromStream(query, sorted(query, order, skip, limit).map(this::getDocument), 0, limit,
					batch, null, fields);
		}
		NavigableSet<Object> ids = narrowed(ids(), query);
		return matchDocumentsFromStream(query,
				((direction.intValue() < 0) ? ids.descendingSet() : ids).stream().map(this::getDocument), skip, limit,
				batch, null, fields);
	}

	/** Where the documents are that match, in their order. */
	private Stream<Object> sorted(Document query, Document order, int skip, int limit) {
		List<String> keys = List.copyOf(order.keySet());
		List<ValueComparator> comparators = keys.stream()
			.map((key) -> (order.get(key) instanceof Number up && up.intValue() > 0) ? ValueComparator.asc()
					: ValueComparator.desc())
			.toList();
		Stream<Object> found = streamAllDocumentsWithPosition()
			.filter((document) -> documentMatchesQuery(document.getDocument(), query))
			.map((document) -> Spot.of(document, keys))
			.sorted((one, other) -> one.compare(other, comparators))
			.skip(skip)
			.map(Spot::position);
		return (limit > 0) ? found.limit(limit) : found;
	}

	/**
	 * A document without most of it.
	 *
	 * @param position where it is
	 * @param values what it is sorted by
	 */
	private record Spot(Object position, List<@Nullable Object> values) {

		static Spot of(DocumentWithPosition<Object> document, List<String> keys) {
			List<@Nullable Object> values = new ArrayList<>(keys.size());
			for (String key : keys) {
				values.add(Utils.getSubdocumentValueCollectionAware(document.getDocument(), key));
			}
			return new Spot(document.getPosition(), values);
		}

		int compare(Spot other, List<ValueComparator> comparators) {
			for (int i = 0; i < comparators.size(); i++) {
				int compared = comparators.get(i).compare(this.values.get(i), other.values.get(i));
				if (compared != 0) {
					return compared;
				}
			}
			return 0;
		}

	}

	private NavigableSet<Object> ids() {
		NavigableSet<Object> ids = this.ids;
		if (ids == null) {
			ids = new TreeSet<>(ValueComparator.asc());
			for (Iterator<Object> all = this.documents.keyIterator(null); all.hasNext();) {
				ids.add(all.next());
			}
			this.ids = ids;
		}
		return ids;
	}

	/** Leaves out what a query rules out by the id; the rest of it is asked later. */
	private static NavigableSet<Object> narrowed(NavigableSet<Object> ids, Document query) {
		NavigableSet<Object> left = ids;
		if (query.get("$and") instanceof List<?> all) {
			for (Object part : all) {
				left = (part instanceof Document condition) ? narrowed(left, condition) : left;
			}
		}
		if (query.get(ID) instanceof Document condition) {
			left = below(left, condition.get("$lt"));
			left = below(left, condition.get("$lte"));
			left = above(left, condition.get("$gt"));
			left = above(left, condition.get("$gte"));
		}
		return left;
	}

	private static NavigableSet<Object> below(NavigableSet<Object> ids, @Nullable Object most) {
		if (most == null || ids.isEmpty()) {
			return ids;
		}
		Object last = ids.floor(most);
		return (last != null) ? ids.headSet(last, true) : ids.headSet(ids.first(), false);
	}

	private static NavigableSet<Object> above(NavigableSet<Object> ids, @Nullable Object least) {
		if (least == null || ids.isEmpty()) {
			return ids;
		}
		Object first = ids.ceiling(least);
		return (first != null) ? ids.tailSet(first, true) : ids.tailSet(ids.last(), false);
	}

	@Override
	protected Object addDocumentInternal(Document document) {
		Object id = super.addDocumentInternal(document);
		if (this.ids != null) {
			this.ids.add(id);
		}
		return id;
	}

	@Override
	protected void removeDocument(Object position) {
		super.removeDocument(position);
		if (this.ids != null) {
			this.ids.remove(position);
		}
	}

}
