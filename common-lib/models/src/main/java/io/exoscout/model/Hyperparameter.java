package io.exoscout.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A setting of an algorithm, with what it accepts. The bounds keep time and memory of a
 * training within reason.
 *
 * @param name as users know it from scikit-learn and XGBoost
 * @param whole whether only whole numbers are accepted
 * @param min smallest accepted value
 * @param max largest accepted value
 * @param preset the value used when none is given
 * @param meaning what it does, in a sentence
 */
public record Hyperparameter(String name, boolean whole, double min, double max, double preset, String meaning) {

	static Hyperparameter whole(String name, int min, int max, int preset, String meaning) {
		return new Hyperparameter(name, true, min, max, preset, meaning);
	}

	static Hyperparameter real(String name, double min, double max, double preset, String meaning) {
		return new Hyperparameter(name, false, min, max, preset, meaning);
	}

	/** What is accepted, e.g. {@code a whole number from 1 to 64}. */
	public String accepted() {
		return (this.whole ? "a whole number" : "a number") + " from " + plain(this.min) + " to " + plain(this.max);
	}

	/** The value used when none is given. */
	public Number presetValue() {
		return number(this.preset);
	}

	/**
	 * The value that a given one stands for; empty where that is not accepted, as nothing
	 * but numbers is.
	 */
	Optional<Number> accept(Object given) {
		if (!(given instanceof Number number)) {
			return Optional.empty();
		}
		double value = number.doubleValue();
		boolean inRange = value >= this.min && value <= this.max;
		return (inRange && (!this.whole || value == Math.rint(value))) ? Optional.of(number(value)) : Optional.empty();
	}

	/** A value as one of this setting: whole or not. */
	public Number number(double value) {
		if (this.whole) {
			return (int) value;
		}
		return value + 0.0;
	}

	private static String plain(double value) {
		return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
	}

}
