package io.exoscout.cleaning;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/** What stands in for missing values of one column, of one key or of all. */
final class Substitute {

	private final Imputation imputation;

	private final MedianEstimate median = new MedianEstimate();

	private long count;

	private double mean;

	private double last = Double.NaN;

	Substitute(Imputation imputation) {
		this.imputation = imputation;
	}

	/** Takes note of a value that was there. */
	void add(double value) {
		this.count++;
		switch (this.imputation) {
			case MEAN -> this.mean += (value - this.mean) / this.count;
			case MEDIAN -> this.median.add(value);
			case LAST -> this.last = value;
			default -> {
			}
		}
	}

	/** The value to take; NaN if there is none. */
	double value() {
		return switch (this.imputation) {
			case ZERO -> 0;
			case MEAN -> (this.count > 0) ? this.mean : Double.NaN;
			case MEDIAN -> this.median.value();
			case LAST -> this.last;
			case NONE, DROP -> Double.NaN;
		};
	}

	void write(StateWriter state) {
		state.putCount(this.count);
		switch (this.imputation) {
			case MEAN -> state.putDouble(this.mean);
			case MEDIAN -> this.median.write(state);
			case LAST -> state.putDouble(this.last);
			default -> {
			}
		}
	}

	void read(StateReader state) {
		this.count = state.getCount();
		switch (this.imputation) {
			case MEAN -> this.mean = state.getDouble();
			case MEDIAN -> this.median.read(state);
			case LAST -> this.last = state.getDouble();
			default -> {
			}
		}
	}

}
