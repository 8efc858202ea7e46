package io.exoscout.neighbour;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * The numbers by which a sorted list of objects is searched, in arrays of their own:
 * whoever looks at hundreds of objects for one row looks at numbers that lie side by
 * side. A few objects laid over others have no such arrays, since they are gone after a
 * row or two: theirs are looked up in the list.
 */
final class KeyColumns {

	private final List<Neighbour> objects;

	private final int size;

	private final double @Nullable [] logPeriods;

	private final long @Nullable [] names;

	private final float @Nullable [] epochs;

	private final float @Nullable [] durations;

	private final float @Nullable [] periods;

	private final long @Nullable [] ownNames;

	private final long @Nullable [] stars;

	private final float @Nullable [] ra;

	private final float @Nullable [] dec;

	private final ToLongFunction<Neighbour> name;

	private final LongToDoubleFunction number;

	private final Steps periodSteps;

	private final Steps nameSteps;

	/** Of names that many share. */
	private final @Nullable EqualRuns runs;

	private KeyColumns(List<Neighbour> objects, boolean period, boolean named, boolean met,
			ToLongFunction<Neighbour> name, LongToDoubleFunction number) {
		this.objects = objects;
		this.size = objects.size();
		this.name = name;
		this.number = number;
		boolean lasting = !(objects instanceof Overlay);
		int byPeriod = (lasting && period) ? this.size : -1;
		int placed = (lasting && met) ? this.size : -1;
		this.logPeriods = (byPeriod >= 0) ? new double[byPeriod] : null;
		this.epochs = floats(byPeriod);
		this.durations = floats(byPeriod);
		this.names = longs((lasting && named) ? this.size : -1);
		this.periods = floats(placed);
		this.ownNames = longs(placed);
		this.stars = longs(placed);
		this.ra = floats(placed);
		this.dec = floats(placed);
		if (lasting) {
			int place = 0;
			for (Neighbour object : objects) {
				fill(place++, object);
			}
		}
		double[] periods = this.logPeriods;
		this.periodSteps = (periods != null) ? Steps.of(this.size, (place) -> periods[place]) : Steps.NONE;
		long[] all = this.names;
		this.runs = (all != null && met) ? EqualRuns.of(all) : null;
		this.nameSteps = (all != null) ? Steps.of(this.size, (place) -> number.applyAsDouble(all[place])) : Steps.NONE;
	}

	/** Of objects sorted by name. */
	static KeyColumns byName(List<Neighbour> objects) {
		return new KeyColumns(objects, false, true, false, Neighbour::object, (object) -> object);
	}

	/** Of objects sorted by period. */
	static KeyColumns byPeriod(List<Neighbour> objects) {
		return new KeyColumns(objects, true, false, true, Neighbour::object, (object) -> object);
	}

	/** Of objects sorted by star. */
	static KeyColumns byStar(List<Neighbour> objects) {
		return new KeyColumns(objects, false, true, false, Neighbour::star, (star) -> star);
	}

	/** Of objects sorted by field of the sky. */
	static KeyColumns bySky(List<Neighbour> objects) {
		return new KeyColumns(objects, false, true, true, Neighbour::field, Sky::number);
	}

	private static float @Nullable [] floats(int count) {
		return (count >= 0) ? new float[count] : null;
	}

	private static long @Nullable [] longs(int count) {
		return (count >= 0) ? new long[count] : null;
	}

	/** All of an object at once, since it may lie anywhere in memory. */
	private void fill(int place, Neighbour object) {
		if (this.logPeriods != null && this.epochs != null && this.durations != null) {
			this.logPeriods[place] = object.logPeriod();
			this.epochs[place] = object.epoch();
			this.durations[place] = object.duration();
		}
		if (this.names != null) {
			this.names[place] = this.name.applyAsLong(object);
		}
		if (this.periods != null && this.ownNames != null && this.stars != null && this.ra != null
				&& this.dec != null) {
			this.periods[place] = object.period();
			this.ownNames[place] = object.object();
			this.stars[place] = object.star();
			this.ra[place] = object.ra();
			this.dec[place] = object.dec();
		}
	}

	/** The list. */
	List<Neighbour> objects() {
		return this.objects;
	}

	double logPeriod(int place) {
		return (this.logPeriods != null) ? this.logPeriods[place] : this.objects.get(place).logPeriod();
	}

	/** Whether the logarithm of a period differs from another one by so much at most. */
	boolean isNear(int place, double logPeriod, double width) {
		double there = logPeriod(place);
		return there >= logPeriod - width && there <= logPeriod + width;
	}

	float epoch(int place) {
		return (this.epochs != null) ? this.epochs[place] : this.objects.get(place).epoch();
	}

	float duration(int place) {
		return (this.durations != null) ? this.durations[place] : this.objects.get(place).duration();
	}

	float ra(int place) {
		return (this.ra != null) ? this.ra[place] : this.objects.get(place).ra();
	}

	float dec(int place) {
		return (this.dec != null) ? this.dec[place] : this.objects.get(place).dec();
	}

	/**
	 * Whether an object of this list {@link Neighbour#isElsewhereThan is elsewhere than}
	 * another one; nearly all are told by numbers that lie side by side.
	 */
	boolean isElsewhere(int place, Neighbour object) {
		if (this.stars != null && this.ownNames != null && this.periods != null) {
			if (this.stars[place] == object.star() && object.star() != Neighbour.NAMELESS) {
				return false;
			}
			float period = this.periods[place];
			boolean otherPeriod = !(Math.abs(period - object.period()) <= Neighbour.SAME_SIGNAL * period);
			if (otherPeriod && (this.ownNames[place] != object.object() || !object.named())) {
				return true;
			}
		}
		return this.objects.get(place).isElsewhereThan(object);
	}

	private long name(int place) {
		return (this.names != null) ? this.names[place] : this.name.applyAsLong(this.objects.get(place));
	}

	/**
	 * Where in a sorted list numbers are to be looked for: it is cut into as many equal
	 * steps of the number as it is long, and of each the first place is known. As
	 * rounding keeps the order of numbers, none is in an earlier step than a smaller one.
	 *
	 * @param lowest the first number of the list
	 * @param perUnit how many steps there are to one
	 * @param first of each step the first place, and the end
	 */
	private record Steps(double lowest, double perUnit, int[] first) {

		/** Of a list that is searched as a whole. */
		private static final Steps NONE = new Steps(0, 0, new int[0]);

		/** A shorter list is searched as quickly without. */
		private static final int SHORT = 64;

		static Steps of(int size, IntToDoubleFunction numbers) {
			if (size < SHORT) {
				return NONE;
			}
			double lowest = numbers.applyAsDouble(0);
			double perUnit = size / (numbers.applyAsDouble(size - 1) - lowest);
			if (!Double.isFinite(perUnit)) {
				return NONE;
			}
			int[] first = new int[size + 1];
			Arrays.fill(first, size);
			Steps steps = new Steps(lowest, perUnit, first);
			for (int place = size - 1; place >= 0; place--) {
				first[steps.step(numbers.applyAsDouble(place))] = place;
			}
			for (int step = size - 1; step >= 0; step--) {
				first[step] = Math.min(first[step], first[step + 1]);
			}
			return steps;
		}

		/** The step of a number, -1 where it may be anywhere. */
		int step(double number) {
			if (this.first.length == 0 || Double.isNaN(number)) {
				return -1;
			}
			return (int) Math.max(0, Math.min(this.first.length - 2, (number - this.lowest) * this.perUnit));
		}

		/** Where to begin between two places, */
		int low(int step, int from, int to) {
			return (step < 0) ? from : Math.min(to, Math.max(from, this.first[step]));
		}

		/** and where to end. */
		int high(int step, int from, int to) {
			return (step < 0) ? to : Math.max(from, Math.min(to, this.first[step + 1]));
		}

	}

	/**
	 * The first place whose logarithm of the period is not below a given one, or above
	 * it.
	 */
	int firstPeriod(double logPeriod, boolean including) {
		int step = this.periodSteps.step(logPeriod);
		int low = this.periodSteps.low(step, 0, this.size);
		int high = this.periodSteps.high(step, 0, this.size);
		while (low < high) {
			int middle = (low + high) >>> 1;
			double there = logPeriod(middle);
			if (including ? there >= logPeriod : there > logPeriod) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	/** A place from which on all are whose logarithm of the period is not below one. */
	int aboutFrom(double logPeriod) {
		return this.periodSteps.low(this.periodSteps.step(logPeriod), 0, this.size);
	}

	/** A place before which all are whose logarithm of the period is not above one. */
	int aboutTo(double logPeriod) {
		return this.periodSteps.high(this.periodSteps.step(logPeriod), 0, this.size);
	}

	/** The first place whose name is not below a given one, or above it. */
	int firstName(long name, boolean including) {
		return firstName(name, including, 0, this.size);
	}

	/** The same among some places; the last one of them where there is none. */
	int firstName(long name, boolean including, int from, int to) {
		EqualRuns known = this.runs;
		int run = (known != null) ? known.find(name) : -1;
		if (known != null && run >= 0) {
			return Math.max(from, Math.min(to, including ? known.from(run) : known.to(run)));
		}
		int step = this.nameSteps.step(this.number.applyAsDouble(name));
		int low = this.nameSteps.low(step, from, to);
		int high = this.nameSteps.high(step, from, to);
		while (low < high) {
			int middle = (low + high) >>> 1;
			long there = name(middle);
			if (including ? there >= name : there > name) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

}
