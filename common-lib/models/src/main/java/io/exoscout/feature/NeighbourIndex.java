package io.exoscout.feature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Objects of a table in the orders that they are looked up by. What is looked up is a
 * bounded number of them, whatever the table.
 *
 * @param objects all of them, in an order that depends on nothing else
 * @param byPeriod those with a period, by period
 * @param byStar those with a star, by star and then period
 * @param bySky those with a place, by field of the sky
 */
record NeighbourIndex(List<Neighbour> objects, List<Neighbour> byPeriod, List<Neighbour> byStar,
		List<Neighbour> bySky) {

	/** Tells any two objects apart that differ. */
	static final Comparator<Neighbour> ORDER = Comparator.comparingLong(Neighbour::object)
		.thenComparingLong(Neighbour::star)
		.thenComparingDouble(Neighbour::period)
		.thenComparingDouble(Neighbour::epoch)
		.thenComparingDouble(Neighbour::duration)
		.thenComparingDouble(Neighbour::radius)
		.thenComparingDouble(Neighbour::impact)
		.thenComparingDouble(Neighbour::ra)
		.thenComparingDouble(Neighbour::dec);

	private static final Comparator<Neighbour> BY_PERIOD = Comparator.comparingDouble(Neighbour::period)
		.thenComparing(ORDER);

	private static final Comparator<Neighbour> BY_STAR = Comparator.comparingLong(Neighbour::star)
		.thenComparingDouble(Neighbour::period)
		.thenComparing(ORDER);

	private static final Comparator<Neighbour> BY_FIELD = Comparator.comparingLong(Neighbour::field)
		.thenComparing(ORDER);

	/** More than this many are not compared one by one. */
	private static final int MANY = 256;

	/** No star has more objects than this to either side of one. */
	private static final int MANY_ON_STAR = 16;

	/** The index of objects that are {@link #ORDER sorted}. */
	static NeighbourIndex of(List<Neighbour> objects) {
		return new NeighbourIndex(objects,
				objects.stream().filter((object) -> !Float.isNaN(object.period())).sorted(BY_PERIOD).toList(),
				objects.stream().filter((object) -> object.star() != Neighbour.NAMELESS).sorted(BY_STAR).toList(),
				objects.stream().filter(Neighbour::hasPlace).sorted(BY_FIELD).toList());
	}

	/**
	 * These objects laid over others.
	 * @param covered those of the others that are not seen any more
	 */
	NeighbourIndex over(NeighbourIndex others, Set<Neighbour> covered) {
		return new NeighbourIndex(Overlay.of(others.objects, covered, this.objects, ORDER),
				Overlay.of(others.byPeriod, covered, this.byPeriod, BY_PERIOD),
				Overlay.of(others.byStar, covered, this.byStar, BY_STAR),
				Overlay.of(others.bySky, covered, this.bySky, BY_FIELD));
	}

	/** Of these all that may be one of some objects, and perhaps more. */
	Stream<Neighbour> candidates(List<Neighbour> objects) {
		if (objects.size() > MANY) {
			return this.objects.stream();
		}
		BitSet stars = new BitSet();
		BitSet signals = new BitSet();
		for (Neighbour object : objects) {
			stars.set(first(object.star(), Double.NEGATIVE_INFINITY, true), first(object.star(), Double.NaN, false));
			// wider than what is asked for, so that rounding loses none
			int from = first(object.logPeriod() - 2 * Neighbour.SAME_SIGNAL, true);
			signals.set(from, Math.max(from, first(object.logPeriod() + 2 * Neighbour.SAME_SIGNAL, false)));
		}
		return Stream
			.of(objects.stream().map(this::byName).filter(Objects::nonNull), stars.stream().mapToObj(this.byStar::get),
					signals.stream().mapToObj(this.byPeriod::get))
			.flatMap(Function.identity());
	}

	/** The one of these with the name of an object. */
	@Nullable Neighbour byName(Neighbour object) {
		int at = Overlay.first(this.objects.size(), (i) -> this.objects.get(i).object() >= object.object());
		boolean there = object.named() && at < this.objects.size() && this.objects.get(at).object() == object.object();
		return there ? this.objects.get(at) : null;
	}

	/** The objects of a star, the first few of them if they are many. */
	List<Neighbour> ofStar(long star) {
		int from = first(star, Double.NEGATIVE_INFINITY, true);
		return this.byStar.subList(from, Math.min(first(star, Double.NaN, false), from + MANY));
	}

	/** How many objects a star has. */
	int countOfStar(long star) {
		return first(star, Double.NaN, false) - first(star, Double.NEGATIVE_INFINITY, true);
	}

	/**
	 * How many objects have a period whose logarithm lies in a range, both ends included.
	 */
	int countOfPeriods(double from, double to) {
		return first(to, false) - first(from, true);
	}

	/**
	 * The other objects of an object's star, at most {@value #MANY_ON_STAR} to either
	 * side of its period.
	 */
	List<Neighbour> companions(Neighbour object) {
		if (object.star() == Neighbour.NAMELESS) {
			return List.of();
		}
		int at = first(object.star(), object.period(), true);
		int from = Math.max(first(object.star(), Double.NEGATIVE_INFINITY, true), at - MANY_ON_STAR);
		int to = Math.min(first(object.star(), Double.NaN, false), at + MANY_ON_STAR);
		return this.byStar.subList(from, to).stream().filter((other) -> !other.is(object)).toList();
	}

	/**
	 * The objects whose periods are nearest to a given one, at most {@value #MANY} to
	 * either side.
	 * @param logPeriod natural logarithm of the period
	 * @param width by how much theirs may differ
	 */
	List<Neighbour> near(double logPeriod, double width) {
		int at = first(logPeriod, true);
		int from = Math.max(first(logPeriod - width, true), at - MANY);
		int to = Math.min(first(logPeriod + width, false), at + MANY);
		return this.byPeriod.subList(from, Math.max(from, to));
	}

	/**
	 * The objects about a place on the sky, those within {@value Sky#REACH} arc minutes
	 * among them; at most {@value #MANY} of each of nine fields.
	 */
	List<Neighbour> around(Neighbour object) {
		List<Neighbour> around = new ArrayList<>();
		for (long field : Sky.fieldsAround(object.ra(), object.dec())) {
			int from = Overlay.first(this.bySky.size(), (i) -> this.bySky.get(i).field() >= field);
			int to = Overlay.first(this.bySky.size(), (i) -> this.bySky.get(i).field() > field);
			around.addAll(this.bySky.subList(from, Math.min(to, from + MANY)));
		}
		return around;
	}

	private int first(double logPeriod, boolean including) {
		return Overlay.first(this.byPeriod.size(), (i) -> including ? this.byPeriod.get(i).logPeriod() >= logPeriod
				: this.byPeriod.get(i).logPeriod() > logPeriod);
	}

	private int first(long star, double period, boolean including) {
		return Overlay.first(this.byStar.size(), (i) -> {
			int order = Long.compare(this.byStar.get(i).star(), star);
			order = (order != 0) ? order : Double.compare(this.byStar.get(i).period(), period);
			return including ? order >= 0 : order > 0;
		});
	}

}
