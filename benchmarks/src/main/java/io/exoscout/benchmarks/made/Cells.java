package io.exoscout.benchmarks.made;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One row in the making: cells by column, blank unless put. */
final class Cells {

	private final SeededRandom random;

	private final Map<String, String> byColumn = new HashMap<>();

	Cells(SeededRandom random) {
		this.random = random;
	}

	Cells put(String column, String value) {
		this.byColumn.put(column, value);
		return this;
	}

	Cells put(String column, double value, int decimals) {
		return put(column, String.format(Locale.ROOT, "%." + decimals + "f", value));
	}

	/**
	 * A measurement with its upper and lower uncertainty, which now and then are blank.
	 * @param column the column; those of the uncertainties add {@code err1} and
	 * {@code err2} to it
	 * @param separator what stands between, {@code _} or nothing
	 * @param value the true value
	 * @param error its relative uncertainty
	 * @param decimals how many to write
	 */
	Cells measure(String column, String separator, double value, double error, int decimals) {
		double upper = StrictMath.abs(value) * error * this.random.logNormal(1, 0.3);
		double lower = upper * this.random.logNormal(1, 0.15);
		boolean known = !this.random.chance(0.03);
		put(column, value, decimals);
		if (known) {
			put(column + separator + "err1", String.format(Locale.ROOT, "%.3e", upper));
			put(column + separator + "err2", String.format(Locale.ROOT, "%.3e", -lower));
		}
		return this;
	}

	/** Blanks columns, as where a fit failed or a catalogue knows nothing. */
	void forget(String prefix) {
		this.byColumn.keySet().removeIf((column) -> column.startsWith(prefix));
	}

	String line(List<String> columns) {
		return String.join(",", columns.stream().map((column) -> this.byColumn.getOrDefault(column, "")).toList())
				+ "\n";
	}

}
