package io.exoscout.astronomy;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Values that came as bits, written as the archive writes them in CSV: the shortest
 * decimal that is the same number, whole numbers without a point, 1 and 0 for yes and no.
 */
final class CellText {

	/** From here on not every whole number is a double. */
	private static final double WHOLE = 1L << 53;

	private CellText() {
	}

	static String of(double value) {
		if (Double.isNaN(value)) {
			return "";
		}
		return (value == Math.rint(value) && Math.abs(value) < WHOLE && !isNegativeZero(value))
				? Long.toString((long) value) : Double.toString(value);
	}

	static String of(float value) {
		if (Float.isNaN(value) || Float.isInfinite(value)) {
			return of((double) value);
		}
		// the shortest decimal of the float, not that of the double it widens to
		return of(Double.parseDouble(Float.toString(value)));
	}

	static String of(boolean value) {
		return value ? "1" : "0";
	}

	/** A value of any kind; {@code null} where it is no single one. */
	static @Nullable String of(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof Float number) {
			return of(number.floatValue());
		}
		if (value instanceof Double number) {
			return of(number.doubleValue());
		}
		if (value instanceof Boolean answer) {
			return of(answer.booleanValue());
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		return (value instanceof Number || value instanceof CharSequence || value instanceof Character)
				? value.toString().strip() : null;
	}

	private static boolean isNegativeZero(double value) {
		return value == 0 && Double.doubleToRawLongBits(value) != 0;
	}

}
