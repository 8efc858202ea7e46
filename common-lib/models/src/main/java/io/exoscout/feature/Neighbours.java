package io.exoscout.feature;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The objects of a table with what features need that look at other rows. Two rows of one
 * name are one object, so a table appended to itself has the neighbours it had before.
 * Answers take a bounded number of steps whatever the table. Immutable.
 */
public final class Neighbours {

	private static final Comparator<Neighbour> ORDER = Comparator.comparingLong(Neighbour::object)
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

	/** Of a table too large to know: every relation is missing. */
	public static final Neighbours UNKNOWN = new Neighbours(List.of(), false, StarNames.SAME);

	/** Of a table without objects. */
	public static final Neighbours NONE = new Neighbours(List.of(), true, StarNames.SAME);

	private static final int BYTES_EACH = 2 * Long.BYTES + 7 * Float.BYTES;

	/** More than this many are not compared one by one. */
	private static final int MANY = 256;

	/** No star has more objects than this to either side of one. */
	private static final int MANY_ON_STAR = 16;

	private final StarNames starNames;

	private final boolean known;

	private final List<Neighbour> objects;

	/** Those with a period, by period. */
	private final List<Neighbour> byPeriod;

	/** Those with a star, by star and then period. */
	private final List<Neighbour> byStar;

	/** Those with a place, by field of the sky. */
	private final List<Neighbour> bySky;

	/**
	 * The objects of a table.
	 * @param objects of each name one, sorted
	 */
	private Neighbours(List<Neighbour> objects, boolean known, StarNames starNames) {
		this.starNames = starNames;
		this.known = known;
		this.objects = objects;
		this.byPeriod = objects.stream().filter((object) -> !Float.isNaN(object.period())).sorted(BY_PERIOD).toList();
		this.byStar = objects.stream().filter((object) -> object.star() != Neighbour.NAMELESS).sorted(BY_STAR).toList();
		this.bySky = objects.stream().filter(Neighbour::hasPlace).sorted(BY_FIELD).toList();
	}

	/** Objects laid over those of another table, but for some that they cover. */
	private Neighbours(Neighbours above, Neighbours below, Set<Neighbour> covered, StarNames starNames) {
		this.starNames = starNames;
		this.known = true;
		this.objects = Overlay.of(below.objects, covered, above.objects, ORDER);
		this.byPeriod = Overlay.of(below.byPeriod, covered, above.byPeriod, BY_PERIOD);
		this.byStar = Overlay.of(below.byStar, covered, above.byStar, BY_STAR);
		this.bySky = Overlay.of(below.bySky, covered, above.bySky, BY_FIELD);
	}

	/** How many objects there are. */
	public int size() {
		return this.objects.size();
	}

	/** How many bytes {@link #write} takes. */
	public long bytes() {
		return Integer.BYTES + (long) this.objects.size() * BYTES_EACH;
	}

	/** Writes all objects down, in an order that depends on nothing else. */
	public void write(ByteBuffer to) {
		to.putInt(this.objects.size());
		for (Neighbour object : this.objects) {
			to.putLong(object.object()).putLong(object.star()).putFloat(object.period()).putFloat(object.epoch());
			to.putFloat(object.duration()).putFloat(object.radius()).putFloat(object.impact());
			to.putFloat(object.ra()).putFloat(object.dec());
		}
	}

	/**
	 * Reads what was written.
	 * @throws IllegalArgumentException if it is not all there
	 */
	public static Neighbours read(ByteBuffer from) {
		int count = (from.remaining() < Integer.BYTES) ? -1 : from.getInt();
		if (count < 0 || count > from.remaining() / BYTES_EACH) {
			throw new IllegalArgumentException(from.remaining() + " bytes hold no " + count + " objects");
		}
		Builder builder = new Builder(count);
		for (int i = 0; i < count; i++) {
			builder.add(new Neighbour(from.getLong(), from.getLong(), from.getFloat(), from.getFloat(), from.getFloat(),
					from.getFloat(), from.getFloat(), from.getFloat(), from.getFloat()));
		}
		return builder.build();
	}

	/** How many of these are among others too. */
	public int sharedWith(Neighbours others) {
		return others.among(this).size();
	}

	/** These objects and those of another table; of one that is in both, this one's. */
	public Neighbours with(Neighbours others) {
		if (!this.known) {
			return this;
		}
		StarNames theirs = StarNames.of(this.objects, others::hasStar, others::byName, others::atPlaceOf);
		List<Neighbour> named = this.objects.stream().map(theirs::named).sorted(ORDER).toList();
		return new Neighbours(new Neighbours(named, true, StarNames.SAME), others, among(others),
				this.starNames.then(theirs));
	}

	/** Those of another table that are among these. */
	private Set<Neighbour> among(Neighbours others) {
		Set<Neighbour> among = Collections.newSetFromMap(new IdentityHashMap<>());
		others.candidates(this.objects).filter(this::has).forEach(among::add);
		return among;
	}

	/** Of these all that may be one of some objects, and perhaps more. */
	private Stream<Neighbour> candidates(List<Neighbour> objects) {
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

	StarNames starNames() {
		return this.starNames;
	}

	/** An object by the name that its star has among these. */
	Neighbour named(Neighbour object) {
		return this.starNames.named(object);
	}

	/** Whether some of these are on a star. */
	boolean hasStar(long star) {
		int at = first(star, Double.NEGATIVE_INFINITY, true);
		return at < this.byStar.size() && this.byStar.get(at).star() == star;
	}

	/** One of these at the place of an object, if that is known. */
	@Nullable Neighbour atPlaceOf(Neighbour object) {
		return object.hasPlace() ? around(object).stream().filter(object::isAtPlaceOf).findFirst().orElse(null) : null;
	}

	/** The one of these with the name of an object. */
	@Nullable Neighbour byName(Neighbour object) {
		int at = Overlay.first(this.objects.size(), (i) -> this.objects.get(i).object() >= object.object());
		boolean there = object.named() && at < this.objects.size() && this.objects.get(at).object() == object.object();
		return there ? this.objects.get(at) : null;
	}

	/** Whether an object is among these: by name, by star and period, or as a signal. */
	boolean has(Neighbour object) {
		if (byName(object) != null) {
			return true;
		}
		int from = first(object.star(), Double.NEGATIVE_INFINITY, true);
		int to = Math.min(first(object.star(), Double.NaN, false), from + MANY);
		return this.byStar.subList(from, to).stream().anyMatch((other) -> !other.named() && other.is(object))
				|| (!Float.isNaN(object.period()) && near(object.logPeriod(), Neighbour.SAME_SIGNAL).stream()
					.anyMatch((other) -> other.isSignalOf(object)));
	}

	/** All of them, in an order that depends on nothing else. */
	List<Neighbour> objects() {
		return this.objects;
	}

	/** How many objects the star of an object has, itself included. */
	double onStar(Neighbour object) {
		int from = first(object.star(), Double.NEGATIVE_INFINITY, true);
		int to = first(object.star(), Double.NaN, false);
		return knownOnStar(object) ? to - from : Double.NaN;
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
		return Math.max(0, first(log + width, false) - first(log - width, true) - 1);
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

	/** Collects the objects of a table, up to a limit. */
	static final class Builder {

		private final int limit;

		private final List<Neighbour> objects = new ArrayList<>();

		private boolean full;

		/** Keeps so many objects at most; of a larger table nothing is known. */
		Builder(int limit) {
			this.limit = limit;
		}

		void add(Neighbour object) {
			if (this.objects.size() < this.limit) {
				this.objects.add(object);
			}
			else {
				this.full = true;
			}
		}

		/** The objects so far; {@link #UNKNOWN} when they were too many. */
		Neighbours build() {
			return build(StarNames.SAME);
		}

		/** The same of a table in which one object may stand under several names. */
		Neighbours buildJoined() {
			if (this.full) {
				return UNKNOWN;
			}
			this.objects.sort(ORDER);
			return build(StarNames.join(this.objects));
		}

		/** The same where some of them are called otherwise elsewhere. */
		Neighbours build(StarNames starNames) {
			if (this.full) {
				return UNKNOWN;
			}
			this.objects.sort(ORDER);
			List<Neighbour> distinct = new ArrayList<>(this.objects.size());
			long last = Neighbour.NAMELESS;
			for (Neighbour object : this.objects) {
				if (!object.named() || object.object() != last) {
					distinct.add(object);
				}
				last = object.object();
			}
			return new Neighbours(List.copyOf(distinct), true, starNames);
		}

	}

}
