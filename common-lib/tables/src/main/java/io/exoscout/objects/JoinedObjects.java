package io.exoscout.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.exoscout.archive.StarSource;

/**
 * Makes one object of the rows that are one under several names, or none: of those with
 * one label a single row is kept, and stars that share an object are one star. So are
 * stars at one place, unless a catalogue tells them apart. A table that names its objects
 * once, and their stars, stays as it is.
 */
final class JoinedObjects {

	/** In degrees, of one star. */
	private static final double SAME_PLACE = 1.0 / 3600;

	/** A row is compared with no more than this. */
	private static final int MANY = 64;

	/** After so many rows somebody may stop it. */
	private static final int LOOK_UP = 1024;

	private static final int RA = 2;

	private static final int DEC = 3;

	private final ObjectTable table;

	private final float[][] identity;

	/** Called again and again; may end it with an exception. */
	private final Runnable meanwhile;

	/** The first of all rows that are the object of a row. */
	private final int[] object;

	/** Of each row an earlier one of its star, or itself. */
	private final int[] star;

	private JoinedObjects(ObjectTable table, float[][] identity, Runnable meanwhile) {
		this.table = table;
		this.identity = identity;
		this.meanwhile = meanwhile;
		this.object = IdentityColumns.same(identity, meanwhile);
		this.star = IntStream.range(0, table.size()).toArray();
	}

	/** Joins what belongs together by the {@link IdentityColumns} of the objects. */
	static ObjectTable of(ObjectTable table, float[][] identity, Runnable meanwhile) {
		return new JoinedObjects(table, identity, meanwhile).joined();
	}

	private ObjectTable joined() {
		joinByName();
		joinByObject();
		joinByPlace();
		int[] kept = kept();
		String[] stars = stars();
		float[][] values = new float[this.table.values().length][];
		for (int column = 0; column < values.length; column++) {
			values[column] = pick(this.table.values()[column], kept);
		}
		return new ObjectTable(this.table.mission(),
				IntStream.of(kept).mapToLong((row) -> this.table.rows()[row]).toArray(),
				pick(this.table.objects(), kept), pick(stars, kept), pick(this.table.labels(), kept),
				this.table.columns(), values, pick(this.table.archiveScores(), kept));
	}

	private void joinByName() {
		Map<String, Integer> byName = new HashMap<>();
		for (int row = 0; row < this.star.length; row++) {
			if (!name(row).isEmpty()) {
				Integer earlier = byName.putIfAbsent(name(row), row);
				join((earlier != null) ? earlier : row, row);
			}
		}
	}

	private void joinByObject() {
		for (int row = 0; row < this.star.length; row++) {
			join(this.object[row], row);
		}
	}

	/** Joins rows whose star no catalogue names to what is at their place. */
	private void joinByPlace() {
		if (IntStream.range(0, this.star.length).noneMatch((row) -> StarSource.isDerived(name(row)))) {
			return;
		}
		int[] order = IntStream.range(0, this.star.length)
			.filter((row) -> !Float.isNaN(this.identity[RA][row] + this.identity[DEC][row]))
			.boxed()
			.sorted(Comparator.comparingDouble((Integer row) -> this.identity[DEC][row])
				.thenComparingDouble((row) -> this.identity[RA][row]))
			.mapToInt(Integer::intValue)
			.toArray();
		for (int at = 0; at < order.length; at++) {
			if (at % LOOK_UP == 0) {
				this.meanwhile.run();
			}
			int to = Math.min(order.length, at + MANY);
			for (int next = at + 1; next < to && north(order[at], order[next]) <= SAME_PLACE; next++) {
				boolean named = !StarSource.isDerived(name(order[at])) && !StarSource.isDerived(name(order[next]));
				if (!named && apart(order[at], order[next]) <= SAME_PLACE) {
					join(order[at], order[next]);
				}
			}
		}
	}

	private double north(int one, int other) {
		return Math.abs((double) this.identity[DEC][one] - this.identity[DEC][other]);
	}

	private double apart(int one, int other) {
		double turn = Math.abs((double) this.identity[RA][one] - this.identity[RA][other]);
		double east = Math.min(turn, 360 - turn) * StrictMath.cos(StrictMath.toRadians(this.identity[DEC][one]));
		return Math.hypot(east, north(one, other));
	}

	/** The name of each row's star: of all that it has a catalogue's first. */
	private String[] stars() {
		Comparator<String> best = Comparator.comparing(String::isEmpty)
			.thenComparing(StarSource::isGuess)
			.thenComparing(StarSource::isDerived)
			.thenComparing(Comparator.naturalOrder());
		String[] names = this.table.stars().clone();
		int[] sizes = new int[names.length];
		for (int row = 0; row < names.length; row++) {
			int first = root(row);
			names[first] = (best.compare(names[first], name(row)) <= 0) ? names[first] : name(row);
			sizes[first]++;
		}
		return IntStream.range(0, names.length).mapToObj((row) -> {
			int first = root(row);
			// rows that nothing names still have to stay together
			return (names[first].isEmpty() && sizes[first] > 1) ? StarSource.guess("row " + first) : names[first];
		}).toArray(String[]::new);
	}

	/**
	 * The rows that are left, in their order. Of one object's rows under several names
	 * the best named stands for the others of its label, and for those without one.
	 */
	private int[] kept() {
		Map<Integer, List<Integer>> copies = new HashMap<>();
		for (int row = 0; row < this.object.length; row++) {
			if (this.object[row] != row) {
				copies.computeIfAbsent(this.object[row], (first) -> new ArrayList<>(List.of(first))).add(row);
			}
		}
		Set<Integer> dropped = new HashSet<>();
		copies.values().forEach((rows) -> dropped.addAll(surplus(rows)));
		return IntStream.range(0, this.object.length).filter((row) -> !dropped.contains(row)).toArray();
	}

	private List<Integer> surplus(List<Integer> rows) {
		rows.sort(Comparator.comparing((Integer row) -> this.table.labels()[row].isEmpty())
			.thenComparing((row) -> this.table.objects()[row].isEmpty())
			.thenComparing((row) -> StarSource.isDerived(name(row)))
			.thenComparing((row) -> this.table.objects()[row])
			.thenComparing((row) -> name(row))
			.thenComparing((row) -> this.table.rows()[row]));
		Map<String, Integer> byLabel = new HashMap<>();
		List<Integer> surplus = new ArrayList<>();
		for (int row : rows) {
			String label = this.table.labels()[row];
			Integer leading = label.isEmpty() ? Integer.valueOf(rows.get(0)) : byLabel.putIfAbsent(label, row);
			String name = this.table.objects()[row];
			// rows of one name are said to be so, and count as the table has them
			if (leading != null && leading != row && (name.isEmpty() || !name.equals(this.table.objects()[leading]))) {
				surplus.add(row);
			}
		}
		return surplus;
	}

	private String name(int row) {
		return this.table.stars()[row];
	}

	private void join(int one, int other) {
		int a = root(one);
		int b = root(other);
		this.star[Math.max(a, b)] = Math.min(a, b);
	}

	private int root(int row) {
		int root = row;
		while (this.star[root] != root) {
			this.star[root] = this.star[this.star[root]];
			root = this.star[root];
		}
		return root;
	}

	private static String[] pick(String[] names, int[] rows) {
		return IntStream.of(rows).mapToObj((row) -> names[row]).toArray(String[]::new);
	}

	private static float[] pick(float[] values, int[] rows) {
		float[] picked = new float[rows.length];
		for (int i = 0; i < rows.length; i++) {
			picked[i] = values[rows[i]];
		}
		return picked;
	}

}
