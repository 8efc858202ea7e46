package io.exoscout.predictor.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

import io.exoscout.objects.ObjectRow;
import org.jspecify.annotations.Nullable;

/** Rows that were read, kept as long as they are few. */
final class RowMemory {

	/** The record, its array and the headers of both names. */
	private static final int BYTES_EACH = 160;

	private final long most;

	private final List<ObjectRow> rows = new ArrayList<>();

	private long bytes;

	private boolean ended;

	/** Keeps rows while they take no more than so many bytes. */
	RowMemory(long most) {
		this.most = most;
	}

	/** Takes the row that was read, {@code null} for the end. */
	void add(@Nullable ObjectRow row) {
		if (row == null) {
			this.ended = true;
			return;
		}
		this.bytes += BYTES_EACH + row.characters() + (long) Float.BYTES * row.values().length;
		if (this.bytes > this.most) {
			this.rows.clear();
		}
		else {
			this.rows.add(row);
		}
	}

	/** Whether all rows are here. */
	boolean whole() {
		return this.ended && this.bytes <= this.most;
	}

	/** Gives one row after the other, {@code null} at the end. */
	Supplier<@Nullable ObjectRow> rows() {
		Iterator<ObjectRow> all = this.rows.iterator();
		return () -> all.hasNext() ? all.next() : null;
	}

}
