package io.exoscout.model;

import java.util.List;

import io.exoscout.forest.Softmax;

/**
 * Turns a model's probabilities into ones that can be taken at their word:
 * {@code p'[c] ∝ exp(slope · ln(p[c] + FLOOR) + offset[c])}. For two classes that is a
 * sigmoid of the log-odds (Platt 1999), for several a temperature and a bias for each
 * class (Guo et al. 2017). The slope is positive, so that for two classes the ranking
 * stays as it is.
 *
 * @param slope less than 1 where the model was too sure, more where it was not sure
 * enough
 * @param offsets one per class, in favour of the class; none at all for {@link #NONE}
 */
public record Calibration(double slope, List<Double> offsets) {

	/** Leaves probabilities as they are, bit for bit. */
	public static final Calibration NONE = new Calibration(1, List.of());

	/**
	 * Added to every probability, so that one of 0 has a logarithm. Clipping would do the
	 * same, but make equals of all that is below. Stored calibrations rely on the value:
	 * it stays.
	 */
	public static final double FLOOR = 3e-4;

	public Calibration {
		offsets = List.copyOf(offsets);
		if (!(slope > 0 && Double.isFinite(slope)) || !offsets.stream().allMatch(Double::isFinite)) {
			throw new IllegalArgumentException("Not a calibration: slope " + slope + ", offsets " + offsets);
		}
	}

	/** What is done, in a word: {@code none} or {@code sigmoid}. */
	public String method() {
		return this.offsets.isEmpty() ? "none" : "sigmoid";
	}

	/** Whether this can be applied to so many classes. */
	boolean fits(int classes) {
		return this.offsets.isEmpty() || this.offsets.size() == classes;
	}

	/**
	 * Calibrates the probabilities of one row, in place.
	 * @param probabilities one per class, which sum to 1, before and after
	 * @throws IllegalArgumentException if this was fitted to another number of classes
	 */
	public void apply(double[] probabilities) {
		if (!fits(probabilities.length)) {
			throw new IllegalArgumentException(
					"This calibration is for " + this.offsets.size() + " classes, not " + probabilities.length);
		}
		if (this.offsets.isEmpty()) {
			return;
		}
		for (int c = 0; c < probabilities.length; c++) {
			probabilities[c] = this.slope * Math.log(probabilities[c] + FLOOR) + this.offsets.get(c);
		}
		Softmax.apply(probabilities);
	}

}
