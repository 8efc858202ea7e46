package io.exoscout.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * An arithmetic formula as it stands in a feature set, e.g.
 * {@code sqrt(koi_depth / 1e6)}: numbers, names, {@code + - * / ^}, brackets and the
 * functions {@code abs, asin, ln, log10, max, min, sqrt}. What has no value (a missing
 * operand, the root of a negative number) is {@code NaN}. Uses {@link StrictMath}, so
 * that a formula has the same value on every machine.
 */
final class Formula {

	private static final Map<String, DoubleUnaryOperator> ONE = Map.of("abs", Math::abs, "asin", StrictMath::asin, "ln",
			StrictMath::log, "log10", StrictMath::log10, "sqrt", Math::sqrt);

	private static final Map<String, DoubleBinaryOperator> TWO = Map.of("max", Math::max, "min", Math::min);

	private final String text;

	private final ToIntFunction<String> slots;

	private int at;

	private Formula(String text, ToIntFunction<String> slots) {
		this.text = text;
		this.slots = slots;
	}

	/** A formula that can be computed. */
	interface Term {

		/** The value, given those of the names. */
		double at(double[] slots);

	}

	/**
	 * Reads a formula.
	 * @param text the formula
	 * @param slots where the value of each name stands
	 * @return what computes it
	 * @throws IllegalArgumentException if it is none
	 */
	static Term parse(String text, ToIntFunction<String> slots) {
		Formula formula = new Formula(text.replace(" ", ""), slots);
		Term term = formula.sum();
		if (formula.at < formula.text.length()) {
			throw formula.unexpected();
		}
		return term;
	}

	/** The names in a formula, in order of appearance. */
	static List<String> names(String text) {
		List<String> names = new ArrayList<>();
		parse(text, (name) -> {
			names.add(name);
			return 0;
		});
		return names.stream().distinct().toList();
	}

	private Term sum() {
		Term sum = product();
		while (next('+') || next('-')) {
			boolean plus = taken() == '+';
			Term left = sum;
			Term right = product();
			sum = plus ? (slots) -> left.at(slots) + right.at(slots) : (slots) -> left.at(slots) - right.at(slots);
		}
		return sum;
	}

	private Term product() {
		Term product = power();
		while (next('*') || next('/')) {
			boolean times = taken() == '*';
			Term left = product;
			Term right = power();
			product = times ? (slots) -> left.at(slots) * right.at(slots) : (slots) -> left.at(slots) / right.at(slots);
		}
		return product;
	}

	private Term power() {
		if (next('-')) {
			this.at++;
			Term negated = power();
			return (slots) -> -negated.at(slots);
		}
		Term base = operand();
		if (!next('^')) {
			return base;
		}
		this.at++;
		Term exponent = power();
		return (slots) -> StrictMath.pow(base.at(slots), exponent.at(slots));
	}

	private Term operand() {
		if (next('(')) {
			this.at++;
			Term inner = sum();
			take(')');
			return inner;
		}
		int from = this.at;
		if (this.at < this.text.length() && Character.isDigit(this.text.charAt(this.at))) {
			return number(from);
		}
		while (this.at < this.text.length() && (Character.isLetterOrDigit(this.text.charAt(this.at)) || next('_'))) {
			this.at++;
		}
		if (this.at == from) {
			throw unexpected();
		}
		String name = this.text.substring(from, this.at);
		if (next('(')) {
			return function(name);
		}
		int slot = this.slots.applyAsInt(name);
		return (slots) -> slots[slot];
	}

	private Term number(int from) {
		while (this.at < this.text.length() && (Character.isDigit(this.text.charAt(this.at)) || next('.') || next('e')
				|| (next('-') && this.text.charAt(this.at - 1) == 'e'))) {
			this.at++;
		}
		double number = Double.parseDouble(this.text.substring(from, this.at));
		return (slots) -> number;
	}

	private Term function(String name) {
		take('(');
		Term first = sum();
		DoubleUnaryOperator one = ONE.get(name);
		DoubleBinaryOperator two = TWO.get(name);
		if (one != null) {
			take(')');
			return (slots) -> one.applyAsDouble(first.at(slots));
		}
		if (two == null) {
			throw new IllegalArgumentException("There is no function '" + name + "' for '" + this.text + "'");
		}
		take(',');
		Term second = sum();
		take(')');
		return (slots) -> two.applyAsDouble(first.at(slots), second.at(slots));
	}

	private boolean next(char wanted) {
		return this.at < this.text.length() && this.text.charAt(this.at) == wanted;
	}

	private char taken() {
		return this.text.charAt(this.at++);
	}

	private void take(char wanted) {
		if (!next(wanted)) {
			throw unexpected();
		}
		this.at++;
	}

	private IllegalArgumentException unexpected() {
		return new IllegalArgumentException("Unexpected at " + this.at + " of '" + this.text + "'");
	}

}
