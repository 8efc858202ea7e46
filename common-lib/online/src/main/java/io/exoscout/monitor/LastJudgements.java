package io.exoscout.monitor;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * The last so many predictions and labels, as they are: their quality is worked out when
 * asked for.
 */
final class LastJudgements {

	private static final int POSITIVE = 1;

	private static final int LAST = 2;

	private final double[] probabilities;

	private final double[] bases;

	private final byte[] labels;

	private long count;

	LastJudgements(int last) {
		this.probabilities = new double[last];
		this.bases = new double[last];
		this.labels = new byte[last];
	}

	void add(JudgedLabel judged) {
		int at = (int) (this.count++ % this.labels.length);
		this.probabilities[at] = judged.probability;
		this.bases[at] = judged.baseProbability;
		this.labels[at] = (byte) ((judged.positive ? POSITIVE : 0) | (judged.lastLabel ? LAST : 0));
	}

	Quality quality() {
		QualitySums sums = new QualitySums(1);
		for (long i = first(); i < this.count; i++) {
			int at = (int) (i % this.labels.length);
			sums.add(new JudgedLabel(this.probabilities[at], (this.labels[at] & POSITIVE) != 0, this.bases[at],
					(this.labels[at] & LAST) != 0));
		}
		return sums.quality();
	}

	private long first() {
		return Math.max(0, this.count - this.labels.length);
	}

	void write(StateWriter state) {
		state.putCount(this.count);
		for (long i = first(); i < this.count; i++) {
			int at = (int) (i % this.labels.length);
			state.putDouble(this.probabilities[at]);
			state.putDouble(this.bases[at]);
			state.putByte(this.labels[at]);
		}
	}

	void read(StateReader state) {
		this.count = state.getCount();
		for (long i = first(); i < this.count; i++) {
			int at = (int) (i % this.labels.length);
			this.probabilities[at] = state.getDouble();
			this.bases[at] = state.getDouble();
			this.labels[at] = (byte) state.getByte();
		}
	}

}
