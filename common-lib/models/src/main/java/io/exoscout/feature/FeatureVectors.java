package io.exoscout.feature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.exoscout.neighbour.Neighbour;
import io.exoscout.neighbour.NeighbourBuilder;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.neighbour.Relation;
import io.exoscout.neighbour.TableObjects;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of columns into feature vectors, one row at a time: columns as they are,
 * computed features by their formulas, relations by looking among the neighbours. Safe to
 * use from many threads.
 */
public final class FeatureVectors {

	/** After so many rows somebody may stop it. */
	private static final int LOOK_UP = 256;

	private final List<String> features;

	private final List<String> columns;

	private final List<Step> steps = new ArrayList<>();

	/** The relations that are needed, in the order of their steps. */
	private final List<TableObjects.Lookup> lookups = new ArrayList<>();

	/** Where each feature's value stands. */
	private final int[] places;

	private final int slots;

	private final NeighbourColumns neighbourColumns;

	/** Of each feature the columns it comes from. */
	private final List<BitSet> sources;

	/** Of each feature the relation it is, or {@code null}. */
	private final List<@Nullable Relation> relations;

	/** Vectors of some features; the set computes those that are no columns. */
	public FeatureVectors(FeatureSet set, List<String> features) {
		this.features = List.copyOf(features);
		List<FeatureSet.Line> lines = set.needed(features);
		this.columns = columns(set, features, lines);
		this.neighbourColumns = NeighbourColumns.of(set, this.columns);
		Map<String, Integer> slotOf = new HashMap<>();
		this.columns.forEach((column) -> slotOf.put(column, slotOf.size()));
		this.slots = this.columns.size() + lines.size();
		for (FeatureSet.Line line : lines) {
			this.steps.add(step(line, slotOf));
			// a column may be called as a quantity is, which takes its place in formulas
			// only
			slotOf.put(line.feature().name(), this.columns.size() + this.steps.size() - 1);
		}
		this.places = features.stream()
			.mapToInt((feature) -> set.computes(feature) ? slotOf.get(feature) : this.columns.indexOf(feature))
			.toArray();
		Map<String, List<String>> computed = new HashMap<>();
		lines.forEach((line) -> computed.put(line.feature().name(), line.feature().sources()));
		this.sources = this.features.stream()
			.map((feature) -> places(
					set.computes(feature) ? computed.getOrDefault(feature, List.of()) : List.of(feature)))
			.toList();
		this.relations = new ArrayList<>();
		this.features.forEach(
				(feature) -> this.relations.add(set.looksAround(feature) ? Relation.of(feature).orElseThrow() : null));
	}

	private BitSet places(List<String> columns) {
		BitSet places = new BitSet();
		columns.forEach((column) -> places.set(this.columns.indexOf(column)));
		return places;
	}

	/** One computation; its result takes the next slot. */
	private interface Step {

		double value(double[] slots, Company company);

	}

	/** What each relation says of a row. */
	private interface Company {

		double of(int relation);

	}

	/** The table's columns that are needed, in the order in which rows must have them. */
	public List<String> columns() {
		return this.columns;
	}

	/**
	 * How many cells a row has: its {@link #columns()}, then its own name and its star's.
	 */
	public int cells() {
		return this.columns.size() + 2;
	}

	/**
	 * The features that can not be known of a row, whatever the other cells hold.
	 * @param blank places of the row's blank cells among its {@link #cells()}
	 * @return places of the features
	 */
	public BitSet unknown(BitSet blank) {
		boolean starless = blank.get(this.columns.size() + 1);
		boolean nameless = starless && blank.get(this.columns.size());
		BitSet unknown = new BitSet();
		for (int f = 0; f < this.sources.size(); f++) {
			Relation relation = this.relations.get(f);
			boolean stranger = relation != null && (nameless || (starless && relation.looksAtStar()));
			unknown.set(f, stranger || this.sources.get(f).intersects(blank));
		}
		return unknown;
	}

	/** The columns behind a feature, as places among {@link #columns()}. */
	public BitSet sources(int feature) {
		return (BitSet) this.sources.get(feature).clone();
	}

	/** Whether a vector depends on other rows than its own. */
	public boolean relational() {
		return this.relations.stream().anyMatch(Objects::nonNull);
	}

	/**
	 * The vector of one object.
	 * @param row its {@link #columns()}
	 * @param neighbours the objects of its table
	 * @return the features; {@code NaN} where one has no value
	 */
	public float[] of(ObjectRow row, Neighbours neighbours) {
		Neighbour object = neighbours.named(this.neighbourColumns.read(row));
		return of(row, (relation) -> this.lookups.get(relation).of(object, neighbours));
	}

	/**
	 * The vector of one row of a whole table.
	 * @param row its {@link #columns()}
	 * @param place of the row, the first one's is 0
	 * @param relations what they say of each row
	 * @return the features; {@code NaN} where one has no value
	 */
	public float[] of(ObjectRow row, int place, TableObjects.Relations relations) {
		return of(row, (relation) -> relations.values()[relation][place]);
	}

	private float[] of(ObjectRow row, Company company) {
		double[] values = new double[this.slots];
		for (int i = 0; i < this.columns.size(); i++) {
			values[i] = row.values()[i];
		}
		int next = this.columns.size();
		for (Step step : this.steps) {
			values[next++] = step.value(values, company);
		}
		float[] vector = new float[this.places.length];
		for (int f = 0; f < vector.length; f++) {
			vector[f] = (float) values[this.places[f]];
		}
		return vector;
	}

	/**
	 * A whole table with features for columns.
	 * @param table a table with {@link #columns()}, in that order
	 * @param neighbours its objects
	 * @param meanwhile called again and again; may end it with an exception
	 * @return the same objects with the features for columns
	 */
	public ObjectTable of(ObjectTable table, Neighbours neighbours, Runnable meanwhile) {
		float[][] values = new float[this.features.size()][table.size()];
		for (int row = 0; row < table.size(); row++) {
			if (row % LOOK_UP == 0) {
				meanwhile.run();
			}
			float[] vector = of(table.row(row), neighbours);
			for (int f = 0; f < vector.length; f++) {
				values[f][row] = vector[f];
			}
		}
		return new ObjectTable(table.mission(), table.rows(), table.objects(), table.stars(), table.labels(),
				this.features, values, table.archiveScores());
	}

	/**
	 * The objects of a table in memory; none if no feature looks at them.
	 * @param table a table with {@link #columns()}, in that order
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public Neighbours neighbours(ObjectTable table, Runnable meanwhile) {
		if (!relational()) {
			return Neighbours.NONE;
		}
		NeighbourBuilder builder = new NeighbourBuilder(table.size());
		for (int row = 0; row < table.size(); row++) {
			builder.add(this.neighbourColumns.read(table.row(row)));
		}
		return builder.buildJoined(meanwhile);
	}

	/**
	 * The objects of a table that is read to its end.
	 * @param table gives {@link #columns()} of one row after the other, {@code null} at
	 * the end
	 * @param limit of a table of more objects than this nothing is known
	 * @param seen hears of every row
	 * @param meanwhile called again and again while they are joined; may end that with an
	 * exception, as the other two may end the reading
	 */
	public TableObjects neighbours(Supplier<@Nullable ObjectRow> table, int limit, Consumer<ObjectRow> seen,
			Runnable meanwhile) {
		NeighbourBuilder builder = new NeighbourBuilder(limit);
		for (ObjectRow row = table.get(); row != null; row = table.get()) {
			builder.add(this.neighbourColumns.read(row));
			seen.accept(row);
		}
		Neighbour[] rows = builder.rows();
		return new TableObjects(builder.buildJoined(meanwhile), rows, this.lookups);
	}

	/**
	 * The objects of a few rows.
	 * @param rows their {@link #columns()}
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public Neighbours neighbours(List<ObjectRow> rows, Runnable meanwhile) {
		NeighbourBuilder builder = new NeighbourBuilder(rows.size());
		rows.forEach((row) -> builder.add(this.neighbourColumns.read(row)));
		return builder.buildJoined(meanwhile);
	}

	private static List<String> columns(FeatureSet set, List<String> features, List<FeatureSet.Line> lines) {
		Set<String> columns = new LinkedHashSet<>();
		features.stream().filter((feature) -> !set.computes(feature)).forEach(columns::add);
		lines.forEach((line) -> columns.addAll(line.feature().sources()));
		return List.copyOf(columns);
	}

	private Step step(FeatureSet.Line line, Map<String, Integer> slotOf) {
		if (line.kind() == FeatureSet.Kind.RELATION) {
			int relation = this.lookups.size();
			this.lookups.add(new TableObjects.Lookup(Relation.of(line.feature().name()).orElseThrow(), line::sound));
			return (slots, company) -> company.of(relation);
		}
		Formula.Term term = Formula.parse(line.feature().formula(), slotOf::get);
		return (slots, company) -> line.sound(term.at(slots));
	}

}
