package io.exoscout.neighbour;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A sorted list without some of its elements and with some others, seen as one sorted
 * list. A few changes to a long list cost what the changes cost, so that one row among
 * ten thousand trained on is looked up at once.
 */
final class Overlay extends AbstractList<Neighbour> implements RandomAccess {

	/** With more changes than one in so many elements a list of its own is quicker. */
	private static final int FEW = 8;

	private final List<Neighbour> base;

	/** How many elements of the base come before each that is left out. */
	private final int[] keptBefore;

	private final List<Neighbour> added;

	/** Where the added ones stand. */
	private final int[] places;

	private Overlay(List<Neighbour> base, int[] removed, List<Neighbour> added, Comparator<Neighbour> order) {
		this.base = base;
		this.added = added;
		this.keptBefore = new int[removed.length];
		for (int i = 0; i < removed.length; i++) {
			this.keptBefore[i] = removed[i] - i;
		}
		this.places = new int[added.size()];
		for (int i = 0; i < this.places.length; i++) {
			int before = insertion(base, added.get(i), order);
			int gone = Arrays.binarySearch(removed, before);
			this.places[i] = before - ((gone < 0) ? -gone - 1 : gone) + i;
		}
	}

	/**
	 * Lays some elements over others.
	 * @param base the list, sorted; must not change any more
	 * @param removed elements of it, by identity
	 * @param added others, sorted
	 * @param order by which both are sorted, and any two different elements told apart
	 */
	static List<Neighbour> of(List<Neighbour> base, Collection<Neighbour> removed, List<Neighbour> added,
			Comparator<Neighbour> order) {
		if (FEW * (removed.size() + added.size()) < base.size()) {
			int[] places = removed.stream()
				.mapToInt((element) -> place(base, element, order))
				.filter((place) -> place >= 0)
				.sorted()
				.toArray();
			return new Overlay(base, places, added, order);
		}
		Set<Neighbour> gone = Collections.newSetFromMap(new IdentityHashMap<>());
		gone.addAll(removed);
		List<Neighbour> merged = new ArrayList<>(base.size() + added.size());
		int next = 0;
		for (Neighbour element : base) {
			while (next < added.size() && order.compare(added.get(next), element) < 0) {
				merged.add(added.get(next++));
			}
			if (!gone.contains(element)) {
				merged.add(element);
			}
		}
		merged.addAll(added.subList(next, added.size()));
		return Collections.unmodifiableList(merged);
	}

	@Override
	public Neighbour get(int place) {
		int next = Arrays.binarySearch(this.places, place);
		if (next >= 0) {
			return this.added.get(next);
		}
		// the place among the elements that are left of the base
		int kept = place + next + 1;
		int gone = Arrays.binarySearch(this.keptBefore, kept);
		if (gone < 0) {
			gone = -gone - 1;
		}
		while (gone < this.keptBefore.length && this.keptBefore[gone] == kept) {
			gone++;
		}
		return this.base.get(kept + gone);
	}

	@Override
	public int size() {
		return this.base.size() - this.keptBefore.length + this.added.size();
	}

	/** The first place whose element comes not before the given one. */
	private static int insertion(List<Neighbour> base, Neighbour element, Comparator<Neighbour> order) {
		return first(base.size(), (i) -> order.compare(base.get(i), element) >= 0);
	}

	/** Where an element stands, -1 where it is none of the list. */
	private static int place(List<Neighbour> base, Neighbour element, Comparator<Neighbour> order) {
		int place = insertion(base, element, order);
		while (place < base.size() && base.get(place) != element && order.compare(base.get(place), element) == 0) {
			place++;
		}
		return (place < base.size() && base.get(place) == element) ? place : -1;
	}

	/** The first place from which on a condition holds, by halving. */
	static int first(int places, IntPredicate holds) {
		int low = 0;
		int high = places;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (holds.test(middle)) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

}
