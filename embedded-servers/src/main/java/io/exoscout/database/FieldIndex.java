package io.exoscout.database;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by the value of an index's first field, or by their id whatever else is
 * asked of them; the server's own indexes do so only for queries of exactly their fields,
 * and every other query would look at every document. One of several fields knows the
 * order of documents, too. Kept in memory, and filled by {@link IndexedDatabase}.
 */
final class FieldIndex extends Index<@Nullable Object> {

	private static final String ID = "_id";

	private static final String IN = "$in";

	private final String field;

	private final Set<Object> known = new HashSet<>();

	private final Map<Object, Set<Object>> positions = new HashMap<>();

	private final Optional<FieldOrder> order;

	FieldIndex(String name, List<IndexKey> keys) {
		// sparse: the server does not ask it where a document is
		super(name, keys, true);
		this.field = keys.get(0).getKey();
		this.order = FieldOrder.of(keys);
	}

	/** The order of its documents, if it has one. */
	Optional<FieldOrder> order() {
		return this.order;
	}

	@Override
	public boolean canHandle(Document query) {
		return isValue(query.get(ID)) || isValue(query.get(this.field)) || alternatives(query) != null;
	}

	@Override
	public Iterable<@Nullable Object> getPositions(Document query) {
		Object id = query.get(ID);
		if (isValue(id)) {
			return this.known.contains(id) ? List.of(id) : List.of();
		}
		Collection<?> alternatives = alternatives(query);
		if (alternatives == null) {
			return List.copyOf(at(query.get(this.field)));
		}
		Set<Object> found = new LinkedHashSet<>();
		alternatives.forEach((value) -> found.addAll(at(value)));
		return List.copyOf(found);
	}

	private Set<Object> at(@Nullable Object value) {
		return this.positions.getOrDefault(value, Set.of());
	}

	private @Nullable Collection<?> alternatives(Document query) {
		if (query.get(this.field) instanceof Document condition && condition.size() == 1
				&& condition.get(IN) instanceof Collection<?> values && values.stream().allMatch(FieldIndex::isValue)) {
			return values;
		}
		return null;
	}

	/** Numbers are left out, since the same one may come as several types. */
	private static boolean isValue(@Nullable Object value) {
		return value instanceof String;
	}

	@Override
	public void add(Document document, @Nullable Object position, MongoCollection<@Nullable Object> collection) {
		this.known.add(position);
		values(document)
			.forEach((value) -> this.positions.computeIfAbsent(value, (absent) -> new LinkedHashSet<>()).add(position));
		this.order.ifPresent((order) -> order.add(document, position));
	}

	@Override
	public @Nullable Object remove(Document document) {
		// the store's position of a document is its id
		Object position = document.get(ID);
		this.known.remove(position);
		values(document).forEach((value) -> this.positions.computeIfPresent(value, (present, there) -> {
			there.remove(position);
			return there.isEmpty() ? null : there;
		}));
		this.order.ifPresent((order) -> order.remove(document, position));
		return null;
	}

	@Override
	public void updateInPlace(Document before, Document after, @Nullable Object position,
			MongoCollection<@Nullable Object> collection) {
		remove(before);
		add(after, position, collection);
	}

	/** A query for a value also means lists that contain it. */
	private Collection<?> values(Document document) {
		Object value = Utils.getSubdocumentValueCollectionAware(document, this.field);
		return (value instanceof Collection<?> values) ? values : List.of(value);
	}

	@Override
	public @Nullable Object getPosition(Document document) {
		return null;
	}

	@Override
	public void checkAdd(Document document, MongoCollection<@Nullable Object> collection) {
		// any number of documents may have the same value
	}

	@Override
	public void checkUpdate(Document before, Document after, MongoCollection<@Nullable Object> collection) {
		// any number of documents may have the same value
	}

	@Override
	public long getCount() {
		return this.known.size();
	}

	/**
	 * An empty one would be filled by the server, which reads all documents twice for
	 * each index.
	 */
	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public long getDataSize() {
		return 0;
	}

	@Override
	public void drop() {
		this.known.clear();
		this.positions.clear();
		this.order.ifPresent(FieldOrder::clear);
	}

}
