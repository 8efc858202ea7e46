package io.exoscout.model;

import java.nio.ByteBuffer;

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

	/** How many bytes {@link #write} takes. */
	public long bytes() {
		return Integer.BYTES + (long) size() * ((this.values.length + 1L) * Float.BYTES + 1) + this.blanks.bytes();
	}

	void write(ByteBuffer to) {
		to.putInt(size());
		for (float[] feature : this.values) {
			for (int row = 0; row < size(); row++) {
				to.putFloat(feature[row]);
			}
		}
		for (int label : this.labels) {
			to.put((byte) label);
		}
		for (int star : this.stars) {
			to.putInt(star);
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
		if (count < 0 || count > from.remaining() / ((features + 1L) * Float.BYTES + 1)) {
			throw new IllegalArgumentException(from.remaining() + " bytes hold no " + count + " rows");
		}
		float[][] values = new float[features][count];
		for (float[] feature : values) {
			for (int row = 0; row < count; row++) {
				feature[row] = from.getFloat();
			}
		}
		int[] labels = new int[count];
		for (int row = 0; row < count; row++) {
			labels[row] = from.get();
			if (labels[row] < 0 || labels[row] >= classes) {
				throw new IllegalArgumentException("Row " + row + " is of class " + labels[row]);
			}
		}
		int[] stars = new int[count];
		for (int row = 0; row < count; row++) {
			stars[row] = from.getInt();
		}
		return new TrainingRows(values, labels, stars, BlankPatterns.read(from));
	}

}
