package io.exoscout.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.exoscout.archive.NameHash;

/**
 * A bounded choice of rows, by whole stars: those whose names hash to the smallest
 * numbers. Which rows are chosen depends on their names alone, not on the order in which
 * they come.
 *
 * @param <T> a row
 */
final class StarSample<T> {

	private final int maxRows;

	private final TreeMap<Long, List<T>> byHash = new TreeMap<>();

	private int rows;

	/** No star from here on fits. */
	private long bound = Long.MAX_VALUE;

	StarSample(int maxRows) {
		this.maxRows = maxRows;
	}

	/** Whether a row of this star would be taken, as things stand. */
	boolean takes(String star) {
		return NameHash.of(star) < this.bound;
	}

	void add(String star, T row) {
		long hash = NameHash.of(star);
		if (hash >= this.bound) {
			return;
		}
		this.byHash.computeIfAbsent(hash, (key) -> new ArrayList<>(1)).add(row);
		this.rows++;
		while (this.rows > this.maxRows) {
			this.bound = this.byHash.lastKey();
			this.rows -= this.byHash.remove(this.bound).size();
		}
	}

	/** The chosen rows; those of one star in the order in which they came. */
	List<T> rows() {
		List<T> chosen = new ArrayList<>(this.rows);
		this.byHash.values().forEach(chosen::addAll);
		return chosen;
	}

}
