package io.exoscout.neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.exoscout.objects.PlaceSort;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a table in the orders that they are looked up by. What is looked up is a
 * bounded number of them, whatever the table.
 *
 * @param objects all of them, in an order that depends on nothing else
 * @param byPeriod those with a period, by period
 * @param byStar those with a star, by star and then period
 * @param bySky those with a place, by field of the sky
 * @param names keys of all of them, by name
 * @param periods keys of those by period, and so on
 */
record NeighbourIndex(List<Neighbour> objects, List<Neighbour> byPeriod, List<Neighbour> byStar, List<Neighbour> bySky,
		KeyColumns names, KeyColumns periods, KeyColumns stars, KeyColumns fields) {

	/** Tells any two objects apart that differ. */
	static final Comparator<Neighbour> ORDER = NeighbourIndex::order;

	private static final Comparator<Neighbour> BY_PERIOD = (one, other) -> {
		int order = Double.compare(one.period(), other.period());
		return (order != 0) ? order : order(one, other);
	};

	private static final Comparator<Neighbour> BY_STAR = (one, other) -> {
		int order = Long.compare(one.star(), other.star());
		return (order != 0) ? order : BY_PERIOD.compare(one, other);
	};

	private static final Comparator<Neighbour> BY_FIELD = (one, other) -> {
		int order = Long.compare(one.field(), other.field());
		return (order != 0) ? order : order(one, other);
	};

	/** Where objects have one name. */
	private static final Comparator<Neighbour> BY_THE_REST = Comparator.comparingLong(Neighbour::star)
		.thenComparingDouble(Neighbour::period)
		.thenComparingDouble(Neighbour::epoch)
		.thenComparingDouble(Neighbour::duration)
		.thenComparingDouble(Neighbour::radius)
		.thenComparingDouble(Neighbour::impact)
		.thenComparingDouble(Neighbour::ra)
		.thenComparingDouble(Neighbour::dec);

	/** More than this many are not compared one by one. */
	private static final int MANY = 256;

	/** No star has more objects than this to either side of one. */
	private static final int MANY_ON_STAR = 16;

	private NeighbourIndex(List<Neighbour> objects, List<Neighbour> byPeriod, List<Neighbour> byStar,
			List<Neighbour> bySky) {
		this(objects, byPeriod, byStar, bySky, KeyColumns.byName(objects), KeyColumns.byPeriod(byPeriod),
				KeyColumns.byStar(byStar), KeyColumns.bySky(bySky));
	}

	/** A part of one of the lists, the end not included. */
	record Range(int from, int to) {
	}

	/** The index of objects that are {@link #ORDER sorted}. */
	static NeighbourIndex of(List<Neighbour> objects) {
		Keys byPeriod = new Keys(objects.size());
		Keys byStar = new Keys(objects.size());
		Keys bySky = new Keys(objects.size());
		int place = 0;
		// all of an object at once, since it may lie anywhere in memory
		for (Neighbour object : objects) {
			byPeriod.add(LookupOrder.PERIOD.key(object), place, !Float.isNaN(object.period()));
			byStar.add(LookupOrder.STAR.key(object), place, object.star() != Neighbour.NAMELESS);
			bySky.add(LookupOrder.SKY.key(object), place, object.hasPlace());
			place++;
		}
		Stream<Supplier<KeyColumns>> orders = Stream.of(() -> KeyColumns.byPeriod(byPeriod.sorted(objects, BY_PERIOD)),
				() -> KeyColumns.bySky(bySky.sorted(objects, BY_FIELD)),
				() -> KeyColumns.byStar(byStar.sorted(objects, BY_STAR)), () -> KeyColumns.byName(objects));
		// of a row or two no other thread is asked
		List<KeyColumns> columns = ((objects.size() > MANY) ? orders.parallel() : orders).map(Supplier::get).toList();
		return new NeighbourIndex(objects, columns.get(0).objects(), columns.get(2).objects(), columns.get(1).objects(),
				columns.get(3), columns.get(0), columns.get(2), columns.get(1));
	}

	/** Sorts objects. */
	static List<Neighbour> sorted(List<Neighbour> objects) {
		Keys keys = new Keys(objects.size());
		int place = 0;
		for (Neighbour object : objects) {
			keys.add((int) (object.object() >> Integer.SIZE), place++, true);
		}
		return keys.sorted(objects, ORDER);
	}

	/**
	 * What comes first in the order of some objects, as numbers, by which nearly all are
	 * sorted.
	 */
	private static final class Keys {

		private final long[] keys;

		private int count;

		Keys(int most) {
			this.keys = new long[most];
		}

		void add(int key, int place, boolean taken) {
			this.keys[this.count] = PlaceSort.key(key, place);
			this.count += taken ? 1 : 0;
		}

		List<Neighbour> sorted(List<Neighbour> objects, Comparator<Neighbour> order) {
			PlaceSort.sort(this.keys, this.count);
			Neighbour[] sorted = new Neighbour[this.count];
			int alike = 0;
			for (int i = 0; i < this.count; i++) {
				sorted[i] = objects.get(PlaceSort.place(this.keys[i]));
				if (i + 1 == this.count || !PlaceSort.alike(this.keys[i], this.keys[i + 1])) {
					if (alike < i) {
						Arrays.sort(sorted, alike, i + 1, order);
					}
					alike = i + 1;
				}
			}
			return List.of(sorted);
		}

	}

	/** The name tells nearly all objects apart. */
	private static int order(Neighbour one, Neighbour other) {
		int order = Long.compare(one.object(), other.object());
		return (order != 0) ? order : BY_THE_REST.compare(one, other);
	}

	/**
	 * These objects laid over others.
	 * @param covered those of the others that are not seen any more
	 */
	NeighbourIndex over(NeighbourIndex others, Set<Neighbour> covered) {
		if (covered.size() == others.objects.size()) {
			// a whole table covers that of the training, and little is left to do
			return this;
		}
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
			Range star = star(object.star());
			stars.set(star.from(), star.to());
			// wider than what is asked for, so that rounding loses none
			int from = this.periods.firstPeriod(object.logPeriod() - 2 * Neighbour.SAME_SIGNAL, true);
			signals.set(from,
					Math.max(from, this.periods.firstPeriod(object.logPeriod() + 2 * Neighbour.SAME_SIGNAL, false)));
		}
		return Stream
			.of(objects.stream().map(this::byName).filter(Objects::nonNull), stars.stream().mapToObj(this.byStar::get),
					signals.stream().mapToObj(this.byPeriod::get))
			.flatMap(Function.identity());
	}

	/**
	 * Tells all of these that are one with an object: by name, as a nameless one of their
	 * star and period, or as a signal.
	 */
	void eachThatIs(Neighbour object, Consumer<Neighbour> told) {
		Neighbour named = byName(object);
		if (named != null) {
			told.accept(named);
		}
		if (!object.named()) {
			ofStar(object.star()).stream().filter(object::is).forEach(told);
		}
		if (!Float.isNaN(object.period())) {
			Range near = near(object.logPeriod(), Neighbour.SAME_SIGNAL);
			for (int i = near.from(); i < near.to(); i++) {
				if (this.periods.isNear(i, object.logPeriod(), Neighbour.SAME_SIGNAL)
						&& object.isSignalOf(this.byPeriod.get(i))) {
					told.accept(this.byPeriod.get(i));
				}
			}
		}
	}

	/** The one of these with the name of an object. */
	@Nullable Neighbour byName(Neighbour object) {
		int at = this.names.firstName(object.object(), true);
		boolean there = object.named() && at < this.objects.size() && this.objects.get(at).object() == object.object();
		return there ? this.objects.get(at) : null;
	}

	/** The objects of a star, the first few of them if they are many. */
	List<Neighbour> ofStar(long star) {
		Range all = star(star);
		return this.byStar.subList(all.from(), Math.min(all.to(), all.from() + MANY));
	}

	/** How many objects a star has. */
	int countOfStar(long star) {
		Range all = star(star);
		return all.to() - all.from();
	}

	/**
	 * How many objects have a period whose logarithm lies in a range, both ends included.
	 */
	int countOfPeriods(double from, double to) {
		return this.periods.firstPeriod(to, false) - this.periods.firstPeriod(from, true);
	}

	/**
	 * The other objects of an object's star, at most {@value #MANY_ON_STAR} to either
	 * side of its period.
	 */
	List<Neighbour> companions(Neighbour object) {
		if (object.star() == Neighbour.NAMELESS) {
			return List.of();
		}
		Range about = aboutOnStar(object);
		List<Neighbour> companions = new ArrayList<>();
		for (int i = about.from(); i < about.to(); i++) {
			Neighbour other = this.byStar.get(i);
			if (!other.is(object)) {
				companions.add(other);
			}
		}
		return companions;
	}

	/**
	 * Where the {@link #companions} of an object are {@link #byStar}, itself included.
	 */
	Range aboutOnStar(Neighbour object) {
		Range all = star(object.star());
		int at = all.from() + Overlay.first(all.to() - all.from(),
				(i) -> Double.compare(this.byStar.get(all.from() + i).period(), object.period()) >= 0);
		return new Range(Math.max(all.from(), at - MANY_ON_STAR), Math.min(all.to(), at + MANY_ON_STAR));
	}

	/**
	 * Where the objects are {@link #byPeriod} whose periods are nearest to a given one,
	 * and perhaps a few more; at most {@value #MANY} to either side. Which of them are
	 * near is told by looking at them, which takes less than to find the first and the
	 * last.
	 * @param logPeriod natural logarithm of the period
	 * @param width by how much theirs may differ
	 */
	Range near(double logPeriod, double width) {
		double lowest = logPeriod - width;
		double highest = logPeriod + width;
		int from = this.periods.aboutFrom(lowest);
		int to = this.periods.aboutTo(highest);
		if (to - from <= MANY) {
			return new Range(from, to);
		}
		int at = this.periods.firstPeriod(logPeriod, true);
		return new Range(Math.max(at - MANY, this.periods.firstPeriod(lowest, true)),
				Math.min(at + MANY, this.periods.firstPeriod(highest, false)));
	}

	/**
	 * Where the objects are {@link #bySky} that are about a place, those within some arc
	 * minutes among them, up to {@value Sky#REACH}; at most {@value #MANY} of each of
	 * nine fields.
	 */
	List<Range> around(Neighbour object, double eastward, double reach) {
		List<Range> around = new ArrayList<>(9);
		for (long field : Sky.fieldsAround(object.ra(), object.dec(), eastward, reach)) {
			int from = this.fields.firstName(field, true);
			int to = this.fields.firstName(field, false, from, Math.min(this.bySky.size(), from + MANY));
			around.add(new Range(from, to));
		}
		return around;
	}

	private Range star(long star) {
		int from = this.stars.firstName(star, true);
		return new Range(from, this.stars.firstName(star, false, from, this.byStar.size()));
	}

}
