package io.exoscout.study.scoring;

import io.exoscout.learning.Samples;

/** Rows as those want them who score them. */
final class Vectors {

	private Vectors() {
	}

	static float[][] of(Samples samples) {
		float[][] vectors = new float[samples.size()][samples.features().size()];
		for (int row = 0; row < vectors.length; row++) {
			samples.copyRow(row, vectors[row]);
		}
		return vectors;
	}

	/** One row after the other. */
	static float[] flat(float[][] vectors) {
		int width = vectors[0].length;
		float[] flat = new float[vectors.length * width];
		for (int row = 0; row < vectors.length; row++) {
			System.arraycopy(vectors[row], 0, flat, row * width, width);
		}
		return flat;
	}

}
