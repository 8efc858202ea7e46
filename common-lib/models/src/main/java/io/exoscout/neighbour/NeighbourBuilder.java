package io.exoscout.neighbour;

import java.util.ArrayList;
import java.util.List;

/** Collects the objects of a table, up to a limit. */
public final class NeighbourBuilder {

	private final int limit;

	private final List<Neighbour> objects = new ArrayList<>();

	private boolean full;

	/** Keeps so many objects at most; of a larger table nothing is known. */
	public NeighbourBuilder(int limit) {
		this.limit = limit;
	}

	/** Adds the object of the next row. */
	public void add(Neighbour object) {
		if (this.objects.size() < this.limit) {
			this.objects.add(object);
		}
		else {
			this.full = true;
		}
	}

	/** The object of each row so far; none when they were too many. */
	public Neighbour[] rows() {
		return this.full ? new Neighbour[0] : this.objects.toArray(Neighbour[]::new);
	}

	/** The objects so far; {@link Neighbours#UNKNOWN} when they were too many. */
	Neighbours build() {
		return build(StarNames.SAME);
	}

	/** The same where some of them are called otherwise elsewhere. */
	Neighbours build(StarNames starNames) {
		if (this.full) {
			return Neighbours.UNKNOWN;
		}
		Neighbours neighbours = distinct(NeighbourIndex.sorted(this.objects), starNames);
		// at once: the first row that a loaded model is asked about does not wait for it
		neighbours.index();
		return neighbours;
	}

	/**
	 * The same of a table in which one object may stand under several names.
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public Neighbours buildJoined(Runnable meanwhile) {
		if (this.full) {
			return Neighbours.UNKNOWN;
		}
		List<Neighbour> sorted = new ArrayList<>(NeighbourIndex.sorted(this.objects));
		this.objects.clear();
		StarNames names = StarNames.join(sorted, meanwhile);
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
