package io.exoscout.predictor.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.exoscout.objects.ObjectRow;

/**
 * Some rows of a table of unknown length, each as likely as any other (Vitter 1985,
 * algorithm R), and all of them if there are not many. The same table gives the same
 * rows.
 */
public final class RowSample {

	/** What is told by shares of so many rows is right to about half a percent. */
	static final int MOST = 10_000;

	private final List<ObjectRow> rows = new ArrayList<>();

	private final SplittableRandom random = new SplittableRandom(1);

	private long seen;

	/** Looks at the next row. */
	public void add(ObjectRow row) {
		this.seen++;
		if (this.rows.size() < MOST) {
			this.rows.add(row);
			return;
		}
		long place = this.random.nextLong(this.seen);
		if (place < MOST) {
			this.rows.set((int) place, row);
		}
	}

	public List<ObjectRow> rows() {
		return this.rows;
	}

}
