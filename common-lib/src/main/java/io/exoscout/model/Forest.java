package io.exoscout.model;

/** A decision forest in flat arrays. */
public final class Forest {

	private final int features;

	private final int classes;

	Forest(int features, int classes) {
		this.features = features;
		this.classes = classes;
	}

	/** Length of the feature vector. */
	public int features() {
		return this.features;
	}

	/** Number of classes. */
	public int classes() {
		return this.classes;
	}

	/** Scores one feature vector; {@code NaN} is missing. */
	public void predict(float[] vector, double[] probabilities) {
	}

}
