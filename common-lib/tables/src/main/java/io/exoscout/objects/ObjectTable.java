package io.exoscout.objects;

import java.util.List;

import io.exoscout.archive.Mission;

/**
 * A whole table in memory, one entry per object, for training. Values are single
 * precision on purpose: models compare in single precision, in training and in
 * prediction.
 *
 * @param mission whose table it is
 * @param rows 1-based data row of each object (its default row, where an object has
 * several)
 * @param objects name of each object
 * @param stars name of each object's star
 * @param labels label cell of each object, trimmed, blank when there is none
 * @param columns the numeric columns that were asked for
 * @param values {@code values[column][object]}; {@code NaN} where the cell is blank or no
 * finite number
 * @param archiveScores the archive's own score of each object
 * ({@link Mission#scoreColumn()}), {@code NaN} where it has none; kept apart from the
 * columns, because it is a leak
 */
public record ObjectTable(Mission mission, long[] rows, String[] objects, String[] stars, String[] labels,
		List<String> columns, float[][] values, float[] archiveScores) {

	/** One object with its values. */
	public ObjectRow row(int object) {
		float[] values = new float[this.values.length];
		for (int column = 0; column < values.length; column++) {
			values[column] = this.values[column][object];
		}
		return new ObjectRow(this.rows[object], this.objects[object], this.stars[object], this.labels[object], values);
	}

	/** How many objects there are. */
	public int size() {
		return this.objects.length;
	}

}
