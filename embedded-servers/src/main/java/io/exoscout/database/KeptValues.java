package io.exoscout.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The few values of each document that have been asked about, in memory: to tell which
 * documents match, and in which order they come, none need be read. Paths are learnt from
 * the questions; each costs one reading of all documents. What is not plain, such as a
 * list, is not kept, and whoever asks about it has to read.
 */
final class KeptValues {

	/** More are hardly asked about at one time, and memory is dear. */
	private static final int MOST_PATHS = 16;

	/** Nobody sorts or filters by longer texts. */
	private static final int LONGEST = 200;

	/** Of all texts together, and of those that were there before. */
	private static final long MOST_CHARACTERS = 16 << 20;

	private static final int MOST_ORDERS = 4;

	private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

	/** Gives all documents, each with where it is. */
	private final Consumer<BiConsumer<Object, Document>> all;

	private final Map<String, Integer> places = new HashMap<>();

	/** Paths that not all documents have plain values at. */
	private final Set<String> rich = new HashSet<>();

	private final Map<Object, Object[]> rows = new HashMap<>();

	private final Map<List<Map.Entry<String, Object>>, Arrangement> arrangements = new LinkedHashMap<>();

	private long characters;

	/** Rises with each change. */
	private long changes;

	KeptValues(Consumer<BiConsumer<Object, Document>> all) {
		this.all = all;
	}

	/**
	 * Tells where the documents are that match.
	 * @return {@code null} if that can not be told without reading them
	 */
	@Nullable Predicate<Object> test(Document query) {
		Set<String> paths = new HashSet<>();
		if (!isPlain(query, paths) || !keep(paths)) {
			return null;
		}
		if (paths.isEmpty()) {
			return (position) -> true;
		}
		Predicate<Object[]> test = compiled(query);
		return (position) -> test.test(row(position));
	}

	/**
	 * Where all documents are, in an order.
	 * @return {@code null} if that can not be told without reading them
	 */
	@Nullable List<Object> inOrder(Document order) {
		if (!keep(order.keySet())) {
			return null;
		}
		List<Map.Entry<String, Object>> key = List.copyOf(order.entrySet());
		Arrangement before = this.arrangements.remove(key);
		if (this.arrangements.size() >= MOST_ORDERS) {
			this.arrangements.remove(this.arrangements.keySet().iterator().next());
		}
		Arrangement now = (before != null && before.changes() == this.changes) ? before
				: new Arrangement(this.changes, arranged((before != null) ? before.positions() : List.of(), order));
		this.arrangements.put(key, now);
		return now.positions();
	}

	/** What was in order before mostly is still, and then sorting takes little. */
	private List<Object> arranged(List<Object> before, Document order) {
		List<Object> positions = new ArrayList<>(this.rows.size());
		Set<Object> others = new HashSet<>(this.rows.keySet());
		for (Object position : before) {
			if (others.remove(position)) {
				positions.add(position);
			}
		}
		positions.addAll(others);
		List<Key> keys = order.entrySet()
			.stream()
			.map((one) -> new Key(place(one.getKey()),
					(one.getValue() instanceof Number up && up.intValue() > 0) ? ValueComparator.asc()
							: ValueComparator.desc()))
			.toList();
		positions.sort((one, other) -> compare(row(one), row(other), keys));
		return positions;
	}

	private static int compare(Object[] one, Object[] other, List<Key> keys) {
		for (Key key : keys) {
			int compared = key.comparator().compare(one[key.place()], other[key.place()]);
			if (compared != 0) {
				return compared;
			}
		}
		return 0;
	}

	/** Notes a document that is new, or another one than before. */
	void put(Object position, Document document) {
		this.changes++;
		if (!this.places.isEmpty()) {
			this.rows.put(position, values(document, this.places.keySet()));
		}
	}

	void remove(Object position) {
		this.changes++;
		this.rows.remove(position);
	}

	/** Sees to it that the values at all these paths are kept. */
	private boolean keep(Collection<String> paths) {
		if (paths.size() > MOST_PATHS) {
			return false;
		}
		if (this.characters > MOST_CHARACTERS) {
			forget();
		}
		List<String> others = paths.stream().filter((path) -> !this.places.containsKey(path)).toList();
		if (!others.isEmpty()) {
			if (this.places.size() + others.size() > MOST_PATHS) {
				forget();
				others = List.copyOf(paths);
			}
			others.forEach((path) -> this.places.put(path, this.places.size()));
			read(others);
		}
		return paths.stream().noneMatch(this.rich::contains);
	}

	private void read(List<String> paths) {
		boolean whole = false;
		try {
			this.all.accept((position, document) -> {
				Object[] before = this.rows.getOrDefault(position, new Object[0]);
				Object[] values = values(document, paths);
				System.arraycopy(before, 0, values, 0, before.length);
				this.rows.put(position, values);
			});
			whole = true;
		}
		finally {
			if (!whole) {
				// a part of the documents would be taken for all of them
				forget();
			}
		}
	}

	private void forget() {
		this.characters = 0;
		this.places.clear();
		this.rich.clear();
		this.rows.clear();
		this.arrangements.clear();
	}

	private Object[] values(Document document, Collection<String> paths) {
		Object[] values = new Object[this.places.size()];
		for (String path : paths) {
			Object value = Utils.getSubdocumentValueCollectionAware(document, path);
			if (value instanceof Collection || value instanceof Document
					|| value instanceof String text && isTooLong(text)) {
				this.rich.add(path);
			}
			else {
				values[place(path)] = value;
			}
		}
		return values;
	}

	/** Counts what was replaced, too, until all is forgotten. */
	private boolean isTooLong(String text) {
		this.characters += text.length();
		return text.length() > LONGEST || this.characters > MOST_CHARACTERS;
	}

	private Object[] row(Object position) {
		return Objects.requireNonNull(this.rows.get(position), () -> "Nothing is kept of " + position);
	}

	private int place(String path) {
		return Objects.requireNonNull(this.places.get(path), () -> "Nothing is kept of " + path);
	}

	/** Whether a query asks about values alone; notes where these are. */
	private static boolean isPlain(Document query, Set<String> paths) {
		for (Map.Entry<String, Object> part : query.entrySet()) {
			if (part.getKey().equals("$and") || part.getKey().equals("$or")) {
				if (!(part.getValue() instanceof Collection<?> several) || several.isEmpty() || !several.stream()
					.allMatch((one) -> one instanceof Document inner && isPlain(inner, paths))) {
					return false;
				}
			}
			else if (part.getKey().startsWith("$") || !isCondition(part.getValue())) {
				return false;
			}
			else {
				paths.add(part.getKey());
			}
		}
		return true;
	}

	private static boolean isCondition(@Nullable Object wanted) {
		return !(wanted instanceof Collection) && (!(wanted instanceof Document operators)
				|| !operators.isEmpty() && operators.keySet().stream().allMatch((key) -> key.startsWith("$")));
	}

	private Predicate<Object[]> compiled(Document query) {
		Predicate<Object[]> whole = (row) -> true;
		for (Map.Entry<String, Object> part : query.entrySet()) {
			whole = whole.and(switch (part.getKey()) {
				case "$and" -> inner(part.getValue()).stream().reduce(Predicate::and).orElseThrow();
				case "$or" -> inner(part.getValue()).stream().reduce(Predicate::or).orElseThrow();
				default -> condition(place(part.getKey()), part.getValue());
			});
		}
		return whole;
	}

	private List<Predicate<Object[]>> inner(Object several) {
		return ((Collection<?>) several).stream().map((one) -> compiled((Document) one)).toList();
	}

	private Predicate<Object[]> condition(int place, @Nullable Object wanted) {
		return (row) -> this.matcher.matchesValue(wanted, row[place]);
	}

	/**
	 * All documents in an order.
	 *
	 * @param changes how many there had been by then
	 * @param positions where the documents are
	 */
	private record Arrangement(long changes, List<Object> positions) {
	}

	/**
	 * What documents are sorted by.
	 *
	 * @param place of the value in a row
	 * @param comparator of the values
	 */
	private record Key(int place, ValueComparator comparator) {
	}

}
