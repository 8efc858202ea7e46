package io.exoscout.jobs.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.exoscout.archive.Mission;
import io.exoscout.archive.StarSource;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.csv.Numbers;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a table with all that they are called. Jobs on one table share it.
 */
final class TableNames {

	/** About how much memory a row takes. */
	static final long BYTES_PER_ROW = 400;

	private final Mission mission;

	private final List<String> objects;

	private final List<String> stars;

	/** What else each is called; an empty list is kept once. */
	private final List<List<String>> others;

	private final Map<String, Integer> positions;

	/** Sorted; beside each the position of the object that it finds. */
	private final long[] keys;

	private final int[] found;

	private TableNames(Mission mission, Builder all) {
		this.mission = mission;
		this.objects = List.copyOf(all.positions.keySet());
		this.positions = Map.copyOf(all.positions);
		this.stars = List.copyOf(all.stars);
		this.others = all.others.stream().map(List::copyOf).toList();
		Builder.Pair[] pairs = all.pairs.stream().sorted().toArray(Builder.Pair[]::new);
		this.keys = Arrays.stream(pairs).mapToLong(Builder.Pair::key).toArray();
		this.found = Arrays.stream(pairs).mapToInt(Builder.Pair::object).toArray();
	}

	/**
	 * Reads the names in a table.
	 * @param table as it is stored, standing before its first row; not closed here
	 * @param mission whose it is
	 * @param limits how large it may be
	 */
	static TableNames of(CsvTable table, Mission mission, TableLimits limits) {
		ObjectReader reader = ObjectReader.of(table, mission, List.of(), limits);
		int[] columns = NameKeys.COLUMNS.stream().mapToInt(table::column).filter((column) -> column >= 0).toArray();
		Builder all = new Builder(mission);
		for (CsvRow row = table.next(); row != null; row = table.next()) {
			ObjectRow object = reader.object(row);
			if (!object.object().isEmpty()) {
				Set<String> others = new LinkedHashSet<>();
				for (int column : columns) {
					String name = row.cells().get(column).strip();
					if (!name.isEmpty() && name.length() <= 100 && !Numbers.meansBlank(name)) {
						others.add(name);
					}
				}
				all.add(object, others);
			}
		}
		return new TableNames(mission, all);
	}

	Mission mission() {
		return this.mission;
	}

	int size() {
		return this.objects.size();
	}

	String object(int position) {
		return this.objects.get(position);
	}

	/** The star of an object, {@code null} where no catalogue names it. */
	@Nullable String star(int position) {
		String star = this.stars.get(position);
		return StarSource.isDerived(star) ? null : star;
	}

	/** What else an object is called, star and all. */
	List<String> others(int position) {
		return this.others.get(position);
	}

	/** Where an object is; -1 if it is not here. */
	int position(@Nullable String object) {
		return (object != null) ? this.positions.getOrDefault(object, -1) : -1;
	}

	/** The objects that are found by some keys, in their order in the table. */
	Set<Integer> find(Set<Long> wanted) {
		Set<Integer> positions = new TreeSet<>();
		for (long key : wanted) {
			int at = Arrays.binarySearch(this.keys, key);
			int first = at;
			while (first > 0 && this.keys[first - 1] == key) {
				first--;
			}
			for (int i = first; i >= 0 && i < this.keys.length && this.keys[i] == key; i++) {
				positions.add(this.found[i]);
			}
		}
		return positions;
	}

	/** About how much memory it takes, in bytes. */
	long bytes() {
		long names = this.objects.size() * 250L;
		return names + 12L * this.keys.length + 100L * this.others.stream().mapToInt(List::size).sum();
	}

	/** Names while they are read. */
	private static final class Builder {

		private final Mission mission;

		private final Map<String, Integer> positions = new LinkedHashMap<>();

		private final List<String> stars = new ArrayList<>();

		private final List<Set<String>> others = new ArrayList<>();

		private final Set<Pair> pairs = new HashSet<>();

		Builder(Mission mission) {
			this.mission = mission;
		}

		/** Rows of one object add to its names. */
		void add(ObjectRow row, Set<String> names) {
			Integer known = this.positions.get(row.object());
			int position = (known != null) ? known : this.stars.size();
			if (known == null) {
				this.positions.put(row.object(), position);
				this.stars.add(row.star());
				this.others.add(new LinkedHashSet<>());
				NameKeys.ofObject(this.mission, row.object(), (key) -> this.pairs.add(new Pair(key, position)));
			}
			if (!StarSource.isDerived(row.star())) {
				NameKeys.ofStar(this.mission, row.star(), (key) -> this.pairs.add(new Pair(key, position)));
			}
			for (String name : names) {
				if (this.others.get(position).add(name)) {
					NameKeys.ofName(name, (key) -> this.pairs.add(new Pair(key, position)));
				}
			}
		}

		/**
		 * A key with what it finds.
		 *
		 * @param key the number of a name
		 * @param object the position of the object
		 */
		private record Pair(long key, int object) implements Comparable<Pair> {

			@Override
			public int compareTo(Pair other) {
				int byKey = Long.compare(this.key, other.key);
				return (byKey != 0) ? byKey : Integer.compare(this.object, other.object);
			}

		}

	}

}
