package io.exoscout.model;

import java.nio.ByteBuffer;

import io.exoscout.packed.PackedColumn;

/**
 * The rows a model was trained on, which stay with it: for tables that lack some of its
 * columns further models are fitted to them.
 *
 * @param values {@code values[feature][row]}, {@code NaN} where missing
 * @param labels class of each row
 * @param stars a number for the star of each row; rows of one star have the same
 * @param blanks which cells of the training table were blank
 */
public record TrainingRows(float[][] values, int[] labels, int[] stars, BlankPatterns blanks) {

	/** Of models from before rows were kept. */
	public static final TrainingRows NONE = new TrainingRows(new float[0][0], new int[0], new int[0],
			BlankPatterns.NONE);

	/** How many there are. */
	public int size() {
		return this.labels.length;
	}

	/** How many bytes they take. */
	public long bytes() {
		return Integer.BYTES + (long) size() * ((this.values.length + 1L) * Float.BYTES + 1) + this.blanks.bytes();
	}

	/** How many bytes {@link #write} takes at most. */
	long mostBytes() {
		return bytes() + (this.values.length + 1) * PackedColumn.mostBytes(0, Float.BYTES);
	}

	void write(ByteBuffer to) {
		to.putInt(size());
		if (size() > 0) {
			for (float[] feature : this.values) {
				PackedColumn.write(feature, to);
			}
			for (int label : this.labels) {
				to.put((byte) label);
			}
			PackedColumn.write(this.stars, to);
		}
		this.blanks.write(to);
	}

	/**
	 * Reads what was written.
	 * @param from where to read
	 * @param features how many values a row has
	 * @param classes how many classes there are
	 * @throws IllegalArgumentException if it is not all there
	 */
	static TrainingRows read(ByteBuffer from, int features, int classes) {
		int count = (from.remaining() < Integer.BYTES) ? -1 : from.getInt();
		if (count < 0 || count > from.remaining()) {
			throw new IllegalArgumentException(from.remaining() + " bytes hold no " + count + " rows");
		}
		if (count == 0) {
			return new TrainingRows(new float[features][0], new int[0], new int[0], BlankPatterns.read(from));
		}
		float[][] values = new float[features][];
		for (int feature = 0; feature < features; feature++) {
			values[feature] = PackedColumn.floats(from, count);
		}
		int[] labels = labels(from, count, classes);
		return new TrainingRows(values, labels, PackedColumn.ints(from, count), BlankPatterns.read(from));
	}

	/** Reads what version 3 of the file format wrote, in other respects the same. */
	static TrainingRows readPlain(ByteBuffer from, int features, int classes) {
		int count = (from.remaining() < Integer.BYTES) ? -1 : from.getInt();
		if (count < 0 || count > from.remaining() / ((features + 1L) * Float.BYTES + 1)) {
			throw new IllegalArgumentException(from.remaining() + " bytes hold no " + count + " rows");
		}
		float[][] values = new float[features][count];
		for (float[] feature : values) {
			for (int row = 0; row < count; row++) {
				feature[row] = from.getFloat();
			}
		}
		int[] labels = labels(from, count, classes);
		int[] stars = new int[count];
		for (int row = 0; row < count; row++) {
			stars[row] = from.getInt();
		}
		return new TrainingRows(values, labels, stars, BlankPatterns.read(from));
	}

	private static int[] labels(ByteBuffer from, int count, int classes) {
		if (count > from.remaining()) {
			throw new IllegalArgumentException(from.remaining() + " bytes hold no classes of " + count + " rows");
		}
		int[] labels = new int[count];
		for (int row = 0; row < count; row++) {
			labels[row] = from.get();
			if (labels[row] < 0 || labels[row] >= classes) {
				throw new IllegalArgumentException("Row " + row + " is of class " + labels[row]);
			}
		}
		return labels;
	}

}
