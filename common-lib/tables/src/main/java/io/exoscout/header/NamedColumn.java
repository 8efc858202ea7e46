package io.exoscout.header;

import io.exoscout.csv.Numbers;
import io.exoscout.header.HeaderName.Bound;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a header may be.
 *
 * @param position of the column in the header
 * @param column the archive's column it may be
 * @param of the column whose value it bounds, or itself
 * @param change what makes its values of those sent, or {@code null} where the header
 * names no unit
 * @param bound which uncertainty of {@code of} it is, if any
 * @param rank of the name, 0 for the archive's own
 * @param exact whether the name is the archive's to the letter
 */
record NamedColumn(int position, String column, String of, @Nullable UnitChange change, Bound bound, int rank,
		boolean exact) implements Comparable<NamedColumn> {

	/** The best comes first: the exact name, the earlier name, no conversion. */
	@Override
	public int compareTo(NamedColumn other) {
		int order = Boolean.compare(other.exact, this.exact);
		order = (order != 0) ? order : Integer.compare(this.rank, other.rank);
		order = (order != 0) ? order : Boolean.compare(converted(), other.converted());
		return (order != 0) ? order : Integer.compare(this.position, other.position);
	}

	boolean converted() {
		return this.change != null && !this.change.none();
	}

	NamedColumn in(@Nullable UnitChange change) {
		return new NamedColumn(this.position, this.column, this.of, change, this.bound, this.rank, this.exact);
	}

	/** A cell as the archive would have it. */
	String cell(String cell) {
		String value = cell;
		if (this.bound != Bound.NONE) {
			value = (this.change != null) ? this.change.uncertainty(cell) : cell;
			return (this.bound == Bound.LOWER) ? negative(value) : value;
		}
		if (!this.exact && (this.column.equals("ra") || this.column.equals("dec"))) {
			value = SexagesimalAngle.degrees(cell, this.column.equals("ra"));
		}
		return (this.change != null) ? this.change.value(value) : value;
	}

	/** The archive writes lower uncertainties as negative numbers. */
	static String negative(String value) {
		return (Numbers.parse(value) > 0) ? "-" + (value.startsWith("+") ? value.substring(1) : value) : value;
	}

}
