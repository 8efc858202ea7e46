package io.exoscout.objects;

import io.exoscout.archive.NameHash;

/**
 * The names that were seen in a table, as hashes in one array, since a million names are
 * many.
 */
public final class NameSet {

	private long[] hashes = new long[1 << 10];

	private int size;

	private boolean zero;

	/** Whether a name is new; it is no more from then on. */
	public boolean add(String name) {
		long hash = NameHash.of(name);
		if (hash == 0) {
			boolean added = !this.zero;
			this.zero = true;
			return added;
		}
		if (2 * this.size >= this.hashes.length) {
			grow();
		}
		boolean added = add(this.hashes, hash);
		this.size += added ? 1 : 0;
		return added;
	}

	/** How many there are. */
	public int size() {
		return this.size + (this.zero ? 1 : 0);
	}

	private static boolean add(long[] hashes, long hash) {
		int place = (int) hash & (hashes.length - 1);
		while (hashes[place] != 0 && hashes[place] != hash) {
			place = (place + 1) & (hashes.length - 1);
		}
		boolean added = hashes[place] == 0;
		hashes[place] = hash;
		return added;
	}

	private void grow() {
		long[] larger = new long[2 * this.hashes.length];
		for (long hash : this.hashes) {
			if (hash != 0) {
				add(larger, hash);
			}
		}
		this.hashes = larger;
	}

}
