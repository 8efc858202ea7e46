package io.exoscout.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Mission;
import io.exoscout.header.Units;

/**
 * Whether many values of a column are in the archive's unit, by their median and by what
 * columns are to each other. Logarithms, scaled values and other units are told that way
 * though each value by itself could be.
 */
final class UnitCheck {

	/** Logarithms, and what undoes them. */
	private static final Map<String, DoubleUnaryOperator> LOGARITHMS = new LinkedHashMap<>();

	static {
		LOGARITHMS.put("decimal logarithms", (value) -> Math.pow(10, value));
		LOGARITHMS.put("natural logarithms", Math::exp);
	}

	/** From so many columns on, all from 0 to 1, a table was scaled. */
	private static final int ALL_SCALED = 3;

	/** Of so many numbers it can be told that all of them lie from 0 to 1. */
	private static final int SCALED_NUMBERS = 10;

	private static final double PERCENT = 100;

	private final Mission mission;

	private final Map<String, MedianTally> columns = new LinkedHashMap<>();

	private final Map<UnitRelation, MedianTally> relations = new EnumMap<>(UnitRelation.class);

	private final List<PlacedTally> placed = new ArrayList<>();

	private final List<Sides> sides = new ArrayList<>();

	/** A column, and what is counted of it. */
	private record PlacedTally(int place, MedianTally tally) {
	}

	/** Columns that are related, and what is counted of their ratio. */
	private record Sides(UnitRelation relation, int[] places, double[] values, MedianTally tally) {

		void add(float[] numbers) {
			boolean positive = true;
			for (int i = 0; i < this.places.length; i++) {
				this.values[i] = numbers[this.places[i]];
				positive &= this.values[i] > 0;
			}
			if (positive) {
				this.tally.add(this.relation.ratio(this.values));
			}
		}

	}

	UnitCheck(Mission mission, List<String> header) {
		this.mission = mission;
		for (int i = 0; i < header.size(); i++) {
			if (ColumnSpan.of(header.get(i)).isPresent()) {
				MedianTally tally = new MedianTally();
				this.columns.put(header.get(i), tally);
				this.placed.add(new PlacedTally(i, tally));
			}
		}
		for (UnitRelation relation : UnitRelation.among(mission, header)) {
			int[] places = relation.columns(mission).stream().mapToInt(header::indexOf).toArray();
			MedianTally tally = new MedianTally();
			this.relations.put(relation, tally);
			this.sides.add(new Sides(relation, places, new double[places.length], tally));
		}
	}

	private UnitCheck(UnitCheck all, Collection<String> left) {
		this.mission = all.mission;
		this.columns.putAll(all.columns);
		this.columns.keySet().removeAll(left);
		this.relations.putAll(all.relations);
		this.relations.keySet().removeIf((relation) -> !Collections.disjoint(relation.columns(this.mission), left));
	}

	/** What is left when some columns do not matter. */
	UnitCheck without(Collection<String> left) {
		return new UnitCheck(this, left);
	}

	/** Marks the places of the columns that it looks at. */
	void mark(BitSet columns) {
		for (PlacedTally column : this.placed) {
			columns.set(column.place);
		}
		for (Sides relation : this.sides) {
			for (int place : relation.places) {
				columns.set(place);
			}
		}
	}

	/** Takes a row's numbers, those of the columns that it looks at among them. */
	void add(float[] numbers) {
		for (PlacedTally column : this.placed) {
			column.tally.add(numbers[column.place]);
		}
		for (Sides relation : this.sides) {
			relation.add(numbers);
		}
	}

	/** Why columns are not in their units, in words that begin with their names. */
	Map<String, String> reasons() {
		Map<String, String> reasons = new LinkedHashMap<>();
		this.columns.forEach((column, tally) -> {
			if (off(column, tally)) {
				reasons.put(column, reason(column, tally));
			}
		});
		this.relations.forEach((relation, tally) -> {
			List<String> columns = relation.columns(this.mission);
			// a column that is off already explains why it does not fit others
			if (tally.enough() && !relation.median().holds(tally.median())
					&& columns.stream().noneMatch(reasons::containsKey)) {
				reasons.put(columns.get(0), reason(columns, tally.median()));
			}
		});
		return reasons;
	}

	/** How many columns could be judged. */
	long judged() {
		return this.columns.values().stream().filter(MedianTally::enough).count();
	}

	/** The columns that all lie from 0 to 1, where all do. */
	Collection<String> scaled() {
		List<String> scaled = new ArrayList<>();
		for (Map.Entry<String, MedianTally> column : this.columns.entrySet()) {
			MedianTally tally = column.getValue();
			if (tally.numbers() > 0 && !(tally.numbers() >= SCALED_NUMBERS && tally.within(1))) {
				return List.of();
			}
			if (tally.numbers() > 0) {
				scaled.add(column.getKey());
			}
		}
		return (scaled.size() >= ALL_SCALED) ? scaled : List.of();
	}

	/** What was done to several columns that are off, if one thing explains them all. */
	Optional<String> guess(Collection<String> off) {
		if (off.size() < 2) {
			return Optional.empty();
		}
		if (all(off, (column, tally) -> tally.within(1))) {
			return Optional.of("values scaled to 0..1");
		}
		if (all(off, (column, tally) -> tally.within(PERCENT))
				&& off.stream().anyMatch((column) -> tally(column).greatest() == (float) PERCENT)) {
			return Optional.of("values scaled to 0..100");
		}
		return LOGARITHMS.entrySet()
			.stream()
			.filter((logarithm) -> all(off,
					(column, tally) -> median(column).holds(logarithm.getValue().applyAsDouble(tally.median()))))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	private boolean all(Collection<String> off, Test test) {
		return off.stream().allMatch((column) -> tally(column).enough() && test.passes(column, tally(column)));
	}

	/** Looks at a column. */
	private interface Test {

		boolean passes(String column, MedianTally tally);

	}

	private MedianTally tally(String column) {
		return this.columns.getOrDefault(column, new MedianTally());
	}

	private static ColumnRange median(String column) {
		return ColumnSpan.of(column).orElseThrow().median();
	}

	private static boolean off(String column, MedianTally tally) {
		return tally.enough() && !median(column).holds(tally.median());
	}

	private String reason(String column, MedianTally tally) {
		ColumnRange expected = median(column);
		String unit = unit(column);
		double middle = Math.sqrt(expected.min() * expected.max());
		return "%s has a median of %s, where %s to %s%s are expected%s".formatted(column, number(tally.median()),
				number(expected.min()), number(expected.max()), unit.isEmpty() ? "" : " " + unit,
				perhaps(unit, middle / tally.median()));
	}

	private String reason(List<String> columns, double ratio) {
		String unit = unit(columns.get(0));
		return "%s is, in the median, %s times what %s make it%s".formatted(columns.get(0), number(ratio),
				String.join(", ", columns.subList(1, columns.size())), perhaps(unit, 1 / ratio));
	}

	private static String perhaps(String unit, double factor) {
		return (factor > 0) ? Units.near(unit, factor).map(" (perhaps it is in \"%s\")"::formatted).orElse("") : "";
	}

	private String unit(String column) {
		return ArchiveColumns.of(this.mission, column).unit();
	}

	private static String number(double value) {
		return (value != 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6))
				? String.format(Locale.ROOT, "%.2e", value)
				: BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
	}

}
