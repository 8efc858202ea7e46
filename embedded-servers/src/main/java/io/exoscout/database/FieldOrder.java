package io.exoscout.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are, in the order of all fields of an index. Answers what names the
 * first of these fields and wants the order of the next ones, as the longest waiting of a
 * kind, without reading more documents than are wanted.
 */
final class FieldOrder {

	private static final ValueComparator VALUES = ValueComparator.asc();

	private final List<String> fields;

	private final NavigableSet<Spot> spots = new TreeSet<>();

	/** In lists a document would have more places than one. */
	private boolean lists;

	private FieldOrder(List<String> fields) {
		this.fields = fields;
	}

	/** That of an index, if it has several fields, all of them ascending. */
	static Optional<FieldOrder> of(List<IndexKey> keys) {
		return (keys.size() > 1 && keys.stream().allMatch(IndexKey::isAscending))
				? Optional.of(new FieldOrder(keys.stream().map(IndexKey::getKey).toList())) : Optional.empty();
	}

	void add(Document document, @Nullable Object position) {
		this.spots.add(spot(document, position));
	}

	void remove(Document document, @Nullable Object position) {
		this.spots.remove(spot(document, position));
	}

	void clear() {
		this.spots.clear();
	}

	private Spot spot(Document document, @Nullable Object position) {
		List<@Nullable Object> values = new ArrayList<>(this.fields.size());
		for (String field : this.fields) {
			Object value = Utils.getSubdocumentValueCollectionAware(document, field);
			this.lists |= value instanceof List<?>;
			values.add((value instanceof Missing) ? null : value);
		}
		return new Spot(values, 0, position);
	}

	/**
	 * How much of a query is answered by where documents are: of so many fields it names
	 * the value. The more, the fewer documents are looked at; 0 where the order that is
	 * asked for is another one.
	 */
	int fit(Document query, Document order) {
		int named = named(query).size();
		return (!this.lists && isNext(named, order)) ? named : 0;
	}

	/**
	 * Where the documents are that may match, in this order, if it fits. What else is
	 * asked of them is to be looked at in each.
	 */
	Stream<@Nullable Object> positions(Document query) {
		List<@Nullable Object> named = named(query);
		return this.spots.subSet(from(named, query), true, new Spot(named, 1, null), true).stream().map(Spot::position);
	}

	/** The values that a query names for the first fields. */
	private List<@Nullable Object> named(Document query) {
		List<@Nullable Object> values = new ArrayList<>();
		for (String field : this.fields) {
			Object value = query.get(field);
			if (!(value instanceof String || (value == null && query.containsKey(field)))) {
				return values;
			}
			values.add(value);
		}
		return values;
	}

	/** Whether this is the order of the fields from there on. */
	private boolean isNext(int first, Document order) {
		int field = first;
		for (Map.Entry<String, Object> key : order.entrySet()) {
			if (field == this.fields.size() || !this.fields.get(field).equals(key.getKey())
					|| !(key.getValue() instanceof Number direction && direction.intValue() > 0)) {
				return false;
			}
			field++;
		}
		return true;
	}

	/**
	 * Behind all of a word that the next field is to be greater than, if there is one.
	 */
	private Spot from(List<@Nullable Object> named, Document query) {
		if (named.size() < this.fields.size() && query.get(this.fields.get(named.size())) instanceof Document condition
				&& condition.get("$gt") instanceof String word) {
			List<@Nullable Object> values = new ArrayList<>(named);
			values.add(word);
			return new Spot(values, 1, null);
		}
		return new Spot(named, -1, null);
	}

	/**
	 * A place in the order.
	 *
	 * @param values of the fields, or of the first of them
	 * @param edge 0 for that of a document; less, or more, for the place before, or
	 * behind, all documents with these values
	 * @param position where the document is
	 */
	private record Spot(List<@Nullable Object> values, int edge,
			@Nullable Object position) implements Comparable<Spot> {

		@Override
		public int compareTo(Spot other) {
			for (int i = 0; i < Math.min(this.values.size(), other.values.size()); i++) {
				int compared = VALUES.compare(this.values.get(i), other.values.get(i));
				if (compared != 0) {
					return compared;
				}
			}
			return (this.edge != other.edge) ? Integer.compare(this.edge, other.edge)
					: VALUES.compare(this.position, other.position);
		}

	}

}
