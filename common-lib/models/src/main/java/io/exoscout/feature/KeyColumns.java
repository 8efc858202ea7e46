package io.exoscout.feature;

import java.util.List;
import java.util.function.ToDoubleFunction;
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

	private final float @Nullable [] ra;

	private final float @Nullable [] dec;

	private final ToLongFunction<Neighbour> name;

	private KeyColumns(List<Neighbour> objects, boolean period, boolean named, boolean placed,
			ToLongFunction<Neighbour> name) {
		boolean lasting = !(objects instanceof Overlay);
		this.objects = objects;
		this.size = objects.size();
		this.name = name;
		this.logPeriods = (lasting && period) ? objects.stream().mapToDouble(Neighbour::logPeriod).toArray() : null;
		this.names = (lasting && named) ? objects.stream().mapToLong(name).toArray() : null;
		this.epochs = (lasting && period) ? all(objects, Neighbour::epoch) : null;
		this.durations = (lasting && period) ? all(objects, Neighbour::duration) : null;
		this.ra = (lasting && placed) ? all(objects, Neighbour::ra) : null;
		this.dec = (lasting && placed) ? all(objects, Neighbour::dec) : null;
	}

	/** Of objects sorted by period. */
	static KeyColumns byPeriod(List<Neighbour> objects) {
		return new KeyColumns(objects, true, false, true, Neighbour::object);
	}

	/** Of objects sorted by star. */
	static KeyColumns byStar(List<Neighbour> objects) {
		return new KeyColumns(objects, false, true, false, Neighbour::star);
	}

	/** Of objects sorted by field of the sky. */
	static KeyColumns bySky(List<Neighbour> objects) {
		return new KeyColumns(objects, false, true, true, Neighbour::field);
	}

	private static float[] all(List<Neighbour> objects, ToDoubleFunction<Neighbour> number) {
		float[] all = new float[objects.size()];
		int next = 0;
		for (Neighbour object : objects) {
			all[next++] = (float) number.applyAsDouble(object);
		}
		return all;
	}

	double logPeriod(int place) {
		return (this.logPeriods != null) ? this.logPeriods[place] : this.objects.get(place).logPeriod();
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

	private long name(int place) {
		return (this.names != null) ? this.names[place] : this.name.applyAsLong(this.objects.get(place));
	}

	/**
	 * The first place whose logarithm of the period is not below a given one, or above
	 * it.
	 */
	int firstPeriod(double logPeriod, boolean including) {
		return firstPeriod(logPeriod, including, 0, this.size);
	}

	/** The same among some places; the last one of them where there is none. */
	int firstPeriod(double logPeriod, boolean including, int from, int to) {
		int low = from;
		int high = to;
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

	/** The first place whose name is not below a given one, or above it. */
	int firstName(long name, boolean including) {
		return firstName(name, including, 0, this.size);
	}

	/** The same among some places; the last one of them where there is none. */
	int firstName(long name, boolean including, int from, int to) {
		int low = from;
		int high = to;
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
