package io.exoscout.header;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

import io.exoscout.csv.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * How a value in one unit becomes one in another: times a factor, plus an offset; a depth
 * in magnitudes by its logarithm.
 *
 * @param named the unit as it was named
 * @param factor what one of it is, {@code null} for a depth in magnitudes
 * @param magnitudes what one of it is in magnitudes, 0 where it is none
 * @param offset what is added to the result
 */
record UnitChange(String named, @Nullable BigDecimal factor, double magnitudes, BigDecimal offset) {

	/** Of a number that has more characters, the rest says nothing. */
	private static final int LONGEST = 64;

	private static final double PPM = 1e6;

	/** First order: a magnitude of a small depth in parts of the flux. */
	private static final double PER_MAGNITUDE = 0.4 * Math.log(10);

	static UnitChange of(String named, String factor, String offset) {
		BigDecimal added = offset.isEmpty() ? BigDecimal.ZERO : new BigDecimal(offset);
		return switch (factor) {
			case "mmag" -> new UnitChange(named, null, 1e-3, added);
			case "mag" -> new UnitChange(named, null, 1, added);
			default -> new UnitChange(named, new BigDecimal(factor), 0, added);
		};
	}

	/** Whether nothing changes. */
	boolean none() {
		return this.factor != null && this.factor.compareTo(BigDecimal.ONE) == 0 && this.offset.signum() == 0;
	}

	/** What it multiplies with, where that is all it does. */
	OptionalDouble scale() {
		return (this.factor == null || none() || this.offset.signum() != 0) ? OptionalDouble.empty()
				: OptionalDouble.of(this.factor.doubleValue());
	}

	/** Changes a trimmed cell; one that is no finite number stays as it is. */
	String value(String cell) {
		if (none() || !readable(cell)) {
			return cell;
		}
		if (this.factor == null) {
			double depth = -Math.expm1(-PER_MAGNITUDE * Double.parseDouble(cell) * this.magnitudes) * PPM;
			return Double.toString(depth);
		}
		return new BigDecimal(cell).multiply(this.factor, MathContext.DECIMAL64)
			.add(this.offset, MathContext.DECIMAL64)
			.toString();
	}

	/** Changes the cell of an uncertainty, which no offset moves. */
	String uncertainty(String cell) {
		if (!readable(cell)) {
			return cell;
		}
		BigDecimal times = (this.factor != null) ? this.factor
				: BigDecimal.valueOf(PER_MAGNITUDE * this.magnitudes * PPM);
		return (times.compareTo(BigDecimal.ONE) == 0) ? cell
				: new BigDecimal(cell).multiply(times, MathContext.DECIMAL64).toString();
	}

	/**
	 * Whether it is a number, and neither 0 nor so small that arithmetic would not end.
	 */
	private static boolean readable(String cell) {
		float value = Numbers.parse(cell);
		return !Float.isNaN(value) && value != 0 && cell.length() <= LONGEST;
	}

}
