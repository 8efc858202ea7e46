package io.exoscout.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
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
 * Documents in order, without all of them being read and sorted, which the stock
 * collection does even where the first one alone is wanted: an index may have them in the
 * order that is asked for, {@link FieldOrder}; ids, and the values that somebody has
 * filtered or sorted by, are kept in memory. As everything of the stock collection,
 * called by one thread at a time.
 */
final class OrderedCollection extends H2Collection {

	private static final String ID = "_id";

	private final MVMap<Object, Document> documents;

	private final KeptValues values;

	private @Nullable NavigableSet<Object> ids;

	OrderedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
			MVMap<String, Object> meta, CursorRegistry cursors) {
		super(database, name, options, documents, meta, cursors);
		this.documents = documents;
		this.values = new KeptValues(documents::forEach);
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document order, int skip, int limit, int batch,
			@Nullable Document fields) {
		Optional<Stream<Object>> inOrder = (order != null && isOrder(order)) ? inOrder(query, order) : Optional.empty();
		if (inOrder.isPresent()) {
			return matchDocumentsFromStream(query, inOrder.get().map(this::getDocument), skip, limit, batch, null,
					fields);
		}
		// another index would find those of one value, and all of these would be read to
		// sort them
		return (isOrder(order) && !query.containsKey(ID) && test(query) != null)
				? matchDocuments(query, order, skip, limit, batch, fields)
				: super.queryDocuments(query, order, skip, limit, batch, fields);
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
		Collection<Object> arranged = (order != null && isOrder(order)) ? arranged(order, query) : null;
		if (order != null && arranged == null && isOrder(order)) {
			return matchDocumentsFromStream(query, sorted(query, order, skip, limit).map(this::getDocument), 0, limit,
					batch, null, fields);
		}
		if (arranged == null) {
			return super.matchDocuments(query, order, skip, limit, batch, fields);
		}
		Predicate<Object> matching = test(query);
		if (matching == null) {
			return matchDocumentsFromStream(query, arranged.stream().map(this::getDocument), skip, limit, batch, null,
					fields);
		}
		Stream<Object> found = arranged.stream().filter(matching).skip(skip);
		return matchDocumentsFromStream(query, ((limit > 0) ? found.limit(limit) : found).map(this::getDocument), 0,
				limit, batch, null, fields);
	}

	@Override
	public synchronized int count(@Nullable Document query, int skip, int limit) {
		Predicate<Object> matching = (query == null || query.isEmpty() || !ID.equals(getIdField())
				|| getIndexes().stream().anyMatch((index) -> index.canHandle(query))) ? null : test(query);
		if (matching == null) {
			return super.count(query, skip, limit);
		}
		Stream<Object> found = ids().stream().filter(matching).skip(skip);
		return (int) ((limit > 0) ? found.limit(limit) : found).count();
	}

	private boolean isOrder(@Nullable Document order) {
		return order != null && !order.isEmpty() && order.keySet().stream().noneMatch((key) -> key.startsWith("$"))
				&& ID.equals(getIdField());
	}

	/** Where all documents are that may match, in an order. */
	private @Nullable Collection<Object> arranged(Document order, Document query) {
		if (order.size() == 1 && order.get(ID) instanceof Number direction) {
			NavigableSet<Object> ids = narrowed(ids(), query);
			return (direction.intValue() < 0) ? ids.descendingSet() : ids;
		}
		return this.values.inOrder(order);
	}

	/** {@code null} for what {@link #narrowed} says as well, or what has to be read. */
	private @Nullable Predicate<Object> test(Document query) {
		if (query.isEmpty()) {
			return (position) -> true;
		}
		return isOfIds(query) ? null : this.values.test(query);
	}

	private static boolean isOfIds(Document query) {
		return query.entrySet()
			.stream()
			.allMatch((part) -> part.getKey().equals(ID)
					|| part.getKey().equals("$and") && part.getValue() instanceof List<?> all
							&& all.stream().allMatch((one) -> one instanceof Document inner && isOfIds(inner)));
	}

	/**
	 * Where the documents are that match, in an order by what is not kept: it is taken
	 * out of each once.
	 */
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
		this.values.put(id, document);
		if (this.ids != null) {
			this.ids.add(id);
		}
		return id;
	}

	@Override
	protected void removeDocument(Object position) {
		super.removeDocument(position);
		this.values.remove(position);
		if (this.ids != null) {
			this.ids.remove(position);
		}
	}

	@Override
	protected void handleUpdate(Object position, Document before, Document after) {
		super.handleUpdate(position, before, after);
		this.values.put(position, after);
	}

}
