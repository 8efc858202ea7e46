package io.exoscout.series;

import java.util.Locale;

/** How a value is forecast from those before it. */
public enum ForecastMethod {

	/** It stays as it is. */
	PERSISTENCE(false, false),
	/** It is what it was a season ago. */
	SEASONAL_NAIVE(false, true),
	/** A linear function of a window of values, fitted with a penalty. */
	RIDGE(false, false),
	/** The same, with the value a season ago and the one before it. */
	RIDGE_SEASONAL(false, true),
	/** Changes as a linear function of the changes before. */
	RIDGE_DIFFERENCES(true, false),
	/** The same, with the change a season ago and how far the value is from there. */
	RIDGE_SEASONAL_DIFFERENCES(true, true),
	/** The neuron of the old backend, by gradient descent. */
	PERCEPTRON(false, false);

	private final boolean differences;

	private final boolean seasonal;

	ForecastMethod(boolean differences, boolean seasonal) {
		this.differences = differences;
		this.seasonal = seasonal;
	}

	/** The word for it. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it has nothing to be fitted. */
	public boolean naive() {
		return this == PERSISTENCE || this == SEASONAL_NAIVE;
	}

	boolean differences() {
		return this.differences;
	}

	boolean seasonal() {
		return this.seasonal;
	}

}
