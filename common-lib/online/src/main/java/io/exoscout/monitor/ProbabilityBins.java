package io.exoscout.monitor;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * How many of each label were predicted which probability, in 8,192 bins that get finer
 * towards 0 and 1, as odds do: with rare positives most predictions lie there. The area
 * under the ROC curve of these counts is that of the predictions up to ties within a bin
 * (Hanley and McNeil 1982, Radiology 143, 29).
 */
final class ProbabilityBins {

	/** Parts of an octave, from a half down to 2^-33. */
	private static final int PART_BITS = 7;

	private static final int HALF = 32 << PART_BITS;

	static final int SIZE = 2 * HALF;

	private static final int SHIFT = 52 - PART_BITS;

	private static final long FIRST = Double.doubleToRawLongBits(0x1p-33) >>> SHIFT;

	private final double[] counts = new double[2 * SIZE];

	void add(double probability, boolean positive, double weight) {
		this.counts[2 * bin(probability) + (positive ? 1 : 0)] += weight;
	}

	static int bin(double probability) {
		return (probability < 0.5) ? part(probability) : SIZE - 1 - part(1 - probability);
	}

	private static int part(double small) {
		long part = (Double.doubleToRawLongBits(small) >>> SHIFT) - FIRST;
		return (int) Math.max(0, Math.min(HALF - 1, part));
	}

	void scale(double factor) {
		for (int i = 0; i < this.counts.length; i++) {
			this.counts[i] *= factor;
		}
	}

	/** The area, or null as long as there is only one label. */
	@Nullable Double area() {
		double negatives = 0;
		double positives = 0;
		double area = 0;
		for (int i = 0; i < SIZE; i++) {
			double negative = this.counts[2 * i];
			double positive = this.counts[2 * i + 1];
			area += positive * (negatives + negative / 2);
			negatives += negative;
			positives += positive;
		}
		return (negatives > 0 && positives > 0) ? area / negatives / positives : null;
	}

	/** Most are empty: those are counted, not written. */
	void write(StateWriter state) {
		int used = (int) Arrays.stream(this.counts).filter((count) -> count != 0).count();
		state.putCount(used);
		int before = 0;
		for (int i = 0; i < this.counts.length; i++) {
			if (this.counts[i] != 0) {
				state.putCount(i - before);
				state.putDouble(this.counts[i]);
				before = i;
			}
		}
	}

	void read(StateReader state) {
		Arrays.fill(this.counts, 0);
		int used = state.getSize();
		int at = 0;
		for (int i = 0; i < used; i++) {
			at += state.getSize(this.counts.length - 1 - at);
			this.counts[at] = state.getDouble();
		}
	}

}
