package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.archive.NameHash;
import io.exoscout.body.TableLimits;
import io.exoscout.objects.IdentityColumns;
import io.exoscout.objects.ObjectRow;

/**
 * Counts the rows of a table that repeat an object under another name, or under none, for
 * its report. Keeps what tells an object of every row, up to the limit of rows.
 */
final class CopiedRows {

	private static final long NAMELESS = NameHash.of("");

	private final int limit;

	private int size;

	private long[] rows = new long[256];

	private long[] names = new long[256];

	private long[] labels = new long[256];

	private final float[][] columns;

	private boolean full;

	CopiedRows(Mission mission, TableLimits limits) {
		this.limit = limits.maxObjects();
		this.columns = new float[IdentityColumns.of(mission).size()][256];
	}

	/** Takes an object whose values are those of {@link IdentityColumns}. */
	void add(ObjectRow object) {
		if (this.full) {
			return;
		}
		if (this.size == this.limit) {
			// nothing will be said of them
			this.full = true;
			grow(0);
			return;
		}
		if (this.size == this.rows.length) {
			grow(Math.min(this.limit, this.size * 2));
		}
		this.rows[this.size] = object.row();
		this.names[this.size] = NameHash.of(object.object());
		this.labels[this.size] = NameHash.of(object.label());
		for (int i = 0; i < this.columns.length; i++) {
			this.columns[i][this.size] = object.values()[i];
		}
		this.size++;
	}

	/** What to say of them. */
	List<String> notes() {
		if (this.full || this.size == 0) {
			return List.of();
		}
		grow(this.size);
		int[] first = IdentityColumns.same(this.columns, () -> {
		});
		List<Integer> copies = new ArrayList<>();
		int disputed = 0;
		for (int at = 0; at < this.size; at++) {
			int original = first[at];
			if (original != at && isRenamed(original, at)) {
				copies.add(at);
				disputed += isDisputed(original, at) ? 1 : 0;
			}
		}
		return copies.isEmpty() ? List.of() : notes(copies, first, disputed);
	}

	private List<String> notes(List<Integer> copies, int[] first, int disputed) {
		int example = copies.get(0);
		List<String> notes = new ArrayList<>();
		notes.add(copies.size() + " row(s) repeat an object of an earlier row under another name or under none, by "
				+ "period, epoch and place or by nearly all that was measured, the first of them row "
				+ this.rows[example] + ", which is the object of row " + this.rows[first[example]]
				+ ". In training each object counts once, and its stars are one.");
		if (disputed > 0) {
			notes.add(disputed + " of these rows have another label than the earlier row of their object. In training "
					+ "both count, on one side of the evaluation; the table should say which of them is right.");
		}
		return notes;
	}

	private boolean isRenamed(int original, int copy) {
		return this.names[copy] == NAMELESS || this.names[copy] != this.names[original];
	}

	private boolean isDisputed(int original, int copy) {
		return this.labels[copy] != NAMELESS && this.labels[original] != NAMELESS
				&& this.labels[copy] != this.labels[original];
	}

	private void grow(int size) {
		this.rows = Arrays.copyOf(this.rows, size);
		this.names = Arrays.copyOf(this.names, size);
		this.labels = Arrays.copyOf(this.labels, size);
		for (int i = 0; i < this.columns.length; i++) {
			this.columns[i] = Arrays.copyOf(this.columns[i], size);
		}
	}

}
