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

	private final List<Sampled> rows = new ArrayList<>();

	private final SplittableRandom random = new SplittableRandom(1);

	private long seen;

	/**
	 * One of them.
	 *
	 * @param row the row
	 * @param place its place among all rows, from 0
	 */
	public record Sampled(ObjectRow row, long place) {
	}

	/** Looks at the next row. */
	public void add(ObjectRow row) {
		Sampled next = new Sampled(row, this.seen++);
		if (this.rows.size() < MOST) {
			this.rows.add(next);
			return;
		}
		long instead = this.random.nextLong(this.seen);
		if (instead < MOST) {
			this.rows.set((int) instead, next);
		}
	}

	public List<Sampled> rows() {
		return this.rows;
	}

}
