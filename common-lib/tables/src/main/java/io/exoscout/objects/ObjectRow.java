package io.exoscout.objects;

/**
 * One object of a table as a model sees it.
 *
 * @param row 1-based data row (its default row, where an object has several)
 * @param object its name, blank when the table does not name objects
 * @param star its star's name, blank when the table does not name stars
 * @param label its label cell, trimmed, blank when there is none
 * @param values the asked-for columns in the asked-for order; {@code NaN} where the
 * column or the cell is missing
 */
public record ObjectRow(long row, String object, String star, String label, float[] values) {

	/** How many characters its names have. */
	public long characters() {
		return (long) this.object.length() + this.star.length() + this.label.length();
	}

}
