package io.exoscout.feature;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import io.exoscout.packed.PackedColumn;
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

	/** What an object has in a file besides its name and its star. */
	private static final List<ToDoubleFunction<Neighbour>> MEASURES = List.of(Neighbour::period, Neighbour::epoch,
			Neighbour::duration, Neighbour::radius, Neighbour::impact, Neighbour::ra, Neighbour::dec);

	private static final int BYTES_EACH = 2 * Long.BYTES + 7 * Float.BYTES;

	private final StarNames starNames;

	private final boolean known;

	private final NeighbourIndex index;

	/**
	 * The objects of a table.
	 * @param objects of each name one, sorted
	 */
	private Neighbours(List<Neighbour> objects, boolean known, StarNames starNames) {
		this.starNames = starNames;
		this.known = known;
		this.index = NeighbourIndex.of(objects);
	}

	/** Objects laid over those of another table, but for some that they cover. */
	private Neighbours(Neighbours above, Neighbours below, Set<Neighbour> covered, StarNames starNames) {
		this.starNames = starNames;
		this.known = true;
		this.index = above.index.over(below.index, covered);
	}

	/** How many objects there are. */
	public int size() {
		return objects().size();
	}

	/** How many bytes they take. */
	public long bytes() {
		return Integer.BYTES + (long) size() * BYTES_EACH;
	}

	/** How many bytes {@link #write} takes at most. */
	public long mostBytes() {
		return bytes() + (2 + MEASURES.size()) * PackedColumn.mostBytes(0, Float.BYTES);
	}

	/**
	 * Writes all objects down, column by column, in an order that depends on nothing
	 * else.
	 */
	public void write(ByteBuffer to) {
		to.putInt(size());
		PackedColumn.write(objects().stream().mapToLong(Neighbour::object).toArray(), to);
		PackedColumn.write(objects().stream().mapToLong(Neighbour::star).toArray(), to);
		for (ToDoubleFunction<Neighbour> measure : MEASURES) {
			float[] column = new float[size()];
			for (int i = 0; i < column.length; i++) {
				column[i] = (float) measure.applyAsDouble(objects().get(i));
			}
			PackedColumn.write(column, to);
		}
	}

	/**
	 * Reads what was written.
	 * @throws IllegalArgumentException if it is not all there
	 */
	public static Neighbours read(ByteBuffer from) {
		int count = (from.remaining() < Integer.BYTES) ? -1 : from.getInt();
		long[] objects = PackedColumn.longs(from, count);
		long[] stars = PackedColumn.longs(from, count);
		float[][] measures = new float[MEASURES.size()][];
		for (int i = 0; i < measures.length; i++) {
			measures[i] = PackedColumn.floats(from, count);
		}
		Builder builder = new Builder(count);
		for (int i = 0; i < count; i++) {
			builder.add(new Neighbour(objects[i], stars[i], measures[0][i], measures[1][i], measures[2][i],
					measures[3][i], measures[4][i], measures[5][i], measures[6][i]));
		}
		return builder.build();
	}

	/**
	 * Reads objects as they were written up to version 3 of the model files, one after
	 * the other.
	 * @throws IllegalArgumentException if they are not all there
	 */
	public static Neighbours readPlain(ByteBuffer from) {
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

	/** These objects and those of another table; of one that is in both, this one's. */
	public Neighbours with(Neighbours others) {
		if (!this.known) {
			return this;
		}
		StarNames theirs = StarNames.of(objects(), others::hasStar, others::byName, others::atPlaceOf);
		Neighbours named = theirs.none() ? this : new Neighbours(
				NeighbourIndex.sorted(objects().stream().map(theirs::named).toList()), true, StarNames.SAME);
		return new Neighbours(named, others, among(others), this.starNames.then(theirs));
	}

	/** Those of another table that are among these. */
	private Set<Neighbour> among(Neighbours others) {
		Set<Neighbour> among = Collections.newSetFromMap(new IdentityHashMap<>());
		others.index.candidates(objects()).filter(this::has).forEach(among::add);
		return among;
	}

	StarNames starNames() {
		return this.starNames;
	}

	/** An object by the name that its star has among these. */
	Neighbour named(Neighbour object) {
		return this.starNames.named(object);
	}

	/** One of these at the place of an object, if that is known. */
	@Nullable Neighbour atPlaceOf(Neighbour object) {
		if (!object.hasPlace()) {
			return null;
		}
		for (NeighbourIndex.Range field : this.index.around(object, object.eastward(), Sky.REACH)) {
			for (int i = field.from(); i < field.to(); i++) {
				if (object.isAtPlaceOf(this.index.bySky().get(i))) {
					return this.index.bySky().get(i);
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
		return this.index.ofStar(object.star()).stream().anyMatch((other) -> !other.named() && other.is(object))
				|| (!Float.isNaN(object.period()) && hasSignal(object));
	}

	private boolean hasSignal(Neighbour object) {
		NeighbourIndex.Range near = this.index.near(object.logPeriod(), Neighbour.SAME_SIGNAL);
		for (int i = near.from(); i < near.to(); i++) {
			if (this.index.byPeriod().get(i).isSignalOf(object)) {
				return true;
			}
		}
		return false;
	}

	/** All of them, in an order that depends on nothing else. */
	List<Neighbour> objects() {
		return this.index.objects();
	}

	/** Whether some of these are on a star. */
	boolean hasStar(long star) {
		return this.index.countOfStar(star) > 0;
	}

	/** The one of these with the name of an object. */
	@Nullable Neighbour byName(Neighbour object) {
		return this.index.byName(object);
	}

	/** The other objects of an object's star whose periods are next to its own. */
	List<Neighbour> companions(Neighbour object) {
		return this.index.companions(object);
	}

	/** All of them in the orders that they are looked up by. */
	NeighbourIndex index() {
		return this.index;
	}

	/** How many objects the star of an object has, itself included. */
	double onStar(Neighbour object) {
		return knownOnStar(object) ? this.index.countOfStar(object.star()) : Double.NaN;
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
		return Math.max(0, this.index.countOfPeriods(log - width, log + width) - 1);
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

		/** The object of each row so far; none when they were too many. */
		Neighbour[] rows() {
			return this.full ? new Neighbour[0] : this.objects.toArray(Neighbour[]::new);
		}

		/** The objects so far; {@link #UNKNOWN} when they were too many. */
		Neighbours build() {
			return build(StarNames.SAME);
		}

		/** The same where some of them are called otherwise elsewhere. */
		Neighbours build(StarNames starNames) {
			return this.full ? UNKNOWN : distinct(NeighbourIndex.sorted(this.objects), starNames);
		}

		/** The same of a table in which one object may stand under several names. */
		Neighbours buildJoined() {
			if (this.full) {
				return UNKNOWN;
			}
			List<Neighbour> sorted = new ArrayList<>(NeighbourIndex.sorted(this.objects));
			this.objects.clear();
			StarNames names = StarNames.join(sorted);
			// with their own names they are still sorted
			return distinct(names.none() ? sorted : NeighbourIndex.sorted(sorted), names);
		}

		private static Neighbours distinct(List<Neighbour> sorted, StarNames starNames) {
			List<Neighbour> distinct = new ArrayList<>(sorted.size());
			long last = Neighbour.NAMELESS;
			for (Neighbour object : sorted) {
				if (!object.named() || object.object() != last) {
					distinct.add(object);
				}
				last = object.object();
			}
			return new Neighbours(List.copyOf(distinct), true, starNames);
		}

	}

}
