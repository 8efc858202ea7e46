package io.exoscout.neighbour;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The objects of a table with what features need that look at other rows. Two rows of one
 * name are one object, so a table appended to itself has the neighbours it had before.
 * Answers take a bounded number of steps whatever the table. Immutable.
 */
public final class Neighbours {

	/** Of a table too large to know: every relation is missing. */
	public static final Neighbours UNKNOWN = new Neighbours(List.of(), false, StarNames.SAME);

	/** Of a table without objects. */
	public static final Neighbours NONE = new Neighbours(List.of(), true, StarNames.SAME);

	private final List<Neighbour> objects;

	private final StarNames starNames;

	private final boolean known;

	/** Made when something is first looked up: many tables are only laid over others. */
	private volatile @Nullable NeighbourIndex index;

	/**
	 * The objects of a table.
	 * @param objects of each name one, sorted
	 */
	Neighbours(List<Neighbour> objects, boolean known, StarNames starNames) {
		this(objects, known, starNames, null);
	}

	private Neighbours(List<Neighbour> objects, boolean known, StarNames starNames, @Nullable NeighbourIndex index) {
		this.objects = objects;
		this.known = known;
		this.starNames = starNames;
		this.index = index;
	}

	/** How many objects there are. */
	public int size() {
		return this.objects.size();
	}

	/**
	 * These objects and those of another table; of one that is in both, this one's.
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public Neighbours with(Neighbours others, Runnable meanwhile) {
		if (!this.known) {
			return this;
		}
		StarNames theirs = StarNames.of(this.objects, others::hasStar, others::byName, others::atPlaceOf, meanwhile);
		Neighbours named = theirs.none() ? this : new Neighbours(
				NeighbourIndex.sorted(this.objects.stream().map(theirs::named).toList()), true, StarNames.SAME);
		StarNames names = this.starNames.then(theirs);
		if (Overlay.isFew(size(), others.size())) {
			NeighbourIndex index = named.index().over(others.index(), among(others));
			return new Neighbours(index.objects(), true, names, index);
		}
		List<Neighbour> all = Overlay.of(others.objects, others.among(this.objects, meanwhile), named.objects,
				NeighbourIndex.ORDER);
		return new Neighbours(all, true, names, NeighbourIndex.of(all));
	}

	/** Those of another table that are among these. */
	private Set<Neighbour> among(Neighbours others) {
		Set<Neighbour> among = Collections.newSetFromMap(new IdentityHashMap<>());
		others.index().candidates(this.objects).filter(this::has).forEach(among::add);
		return among;
	}

	/** The same of many, each looked up among these: they need no index of their own. */
	private Set<Neighbour> among(List<Neighbour> many, Runnable meanwhile) {
		Set<Neighbour> among = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
		NeighbourIndex index = index();
		InTurns.forEach(many.size(), meanwhile, (i) -> index.eachThatIs(many.get(i), among::add));
		return among;
	}

	StarNames starNames() {
		return this.starNames;
	}

	/** An object by the name that its star has among these. */
	public Neighbour named(Neighbour object) {
		return this.starNames.named(object);
	}

	/** One of these at the place of an object, if that is known. */
	@Nullable Neighbour atPlaceOf(Neighbour object) {
		if (!object.hasPlace()) {
			return null;
		}
		for (NeighbourIndex.Range field : index().around(object, object.eastward(), 60 * Neighbour.SAME_PLACE)) {
			for (int i = field.from(); i < field.to(); i++) {
				if (object.isAtPlaceOf(index().bySky().get(i))) {
					return index().bySky().get(i);
				}
			}
		}
		return null;
	}

	/** Whether an object is among these: by name, by star and period, or as a signal. */
	boolean has(Neighbour object) {
		if (byName(object) != null) {
			return true;
		}
		return index().ofStar(object.star()).stream().anyMatch((other) -> !other.named() && other.is(object))
				|| (!Float.isNaN(object.period()) && hasSignal(object));
	}

	private boolean hasSignal(Neighbour object) {
		NeighbourIndex.Range near = index().near(object.logPeriod(), Neighbour.SAME_SIGNAL);
		for (int i = near.from(); i < near.to(); i++) {
			if (index().periods().isNear(i, object.logPeriod(), Neighbour.SAME_SIGNAL)
					&& index().byPeriod().get(i).isSignalOf(object)) {
				return true;
			}
		}
		return false;
	}

	/** All of them, in an order that depends on nothing else. */
	List<Neighbour> objects() {
		return this.objects;
	}

	/** Whether some of these are on a star. */
	boolean hasStar(long star) {
		return index().countOfStar(star) > 0;
	}

	/** The one of these with the name of an object. */
	@Nullable Neighbour byName(Neighbour object) {
		return index().byName(object);
	}

	/** The other objects of an object's star whose periods are next to its own. */
	List<Neighbour> companions(Neighbour object) {
		return index().companions(object);
	}

	/** All of them in the orders that they are looked up by. */
	NeighbourIndex index() {
		NeighbourIndex made = this.index;
		if (made == null) {
			// twice at worst, with the same outcome
			made = NeighbourIndex.of(this.objects);
			this.index = made;
		}
		return made;
	}

	/** How many objects the star of an object has, itself included. */
	double onStar(Neighbour object) {
		return knownOnStar(object) ? index().countOfStar(object.star()) : Double.NaN;
	}

	/**
	 * How many other objects share the period of an object.
	 * @param width by how much the logarithms of equal periods may differ
	 */
	double samePeriod(Neighbour object, double width) {
		if (!knownTo(object) || Float.isNaN(object.period())) {
			return Double.NaN;
		}
		double log = object.logPeriod();
		return Math.max(0, index().countOfPeriods(log - width, log + width) - 1);
	}

	/**
	 * Whether an object can be compared with these: one without name and star might be
	 * any of them.
	 */
	boolean knownTo(Neighbour object) {
		return this.known && object.recognisable();
	}

	/** Whether the company of an object can be told. */
	boolean knownOnStar(Neighbour object) {
		return this.known && object.star() != Neighbour.NAMELESS;
	}

}
