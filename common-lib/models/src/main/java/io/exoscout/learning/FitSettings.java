package io.exoscout.learning;

import java.util.Map;

/**
 * Checked hyper-parameters by name.
 *
 * @param values all of the algorithm's
 */
public record FitSettings(Map<String, Number> values) {

	public int whole(String name) {
		return value(name).intValue();
	}

	public double real(String name) {
		return value(name).doubleValue();
	}

	private Number value(String name) {
		Number value = this.values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("Hyper-parameter " + name + " is missing");
		}
		return value;
	}

}
