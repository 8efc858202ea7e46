package io.exoscout.catalog.confirmed;

import java.util.Optional;

import io.exoscout.csv.Numbers;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * A column of the table that is kept.
 *
 * @param name in the archive's words
 * @param kind what its cells hold
 * @param needed whether a table without it is another one
 * @param least the smallest value there may be
 * @param most the largest
 * @param unit of its values, blank where there is none
 * @param meaning in words
 */
public record ConfirmedColumn(String name, Kind kind, boolean needed, double least, double most, String unit,
		String meaning) {

	private static final int LONGEST_TEXT = 200;

	/** What cells hold. */
	public enum Kind {

		TEXT, WHOLE, POSITIVE, NUMBER,
		/** Whether a value is a measurement (0) or only an upper or lower limit. */
		LIMIT

	}

	/** Whether its values can be compared. */
	public boolean numeric() {
		return this.kind == Kind.WHOLE || this.kind == Kind.POSITIVE || this.kind == Kind.NUMBER;
	}

	/** Whether a cell says nothing. */
	static boolean blank(String cell) {
		return cell.isEmpty() || Numbers.meansBlank(cell);
	}

	/**
	 * What keeps a cell from being taken.
	 * @param cell trimmed
	 * @return the reason; nothing where it is fine
	 */
	Optional<String> problem(String cell) {
		if (blank(cell)) {
			return this.needed ? Optional.of("%s is blank".formatted(this.name)) : Optional.empty();
		}
		if (this.kind == Kind.TEXT) {
			boolean fits = cell.length() <= LONGEST_TEXT && cell.chars().noneMatch(Character::isISOControl);
			return fits ? Optional.empty() : Optional.of("%s is %s; accepted are up to %d characters, none of control"
				.formatted(this.name, Quoted.of(cell), LONGEST_TEXT));
		}
		// what is too large for single precision is no measurement either
		double value = Float.isNaN(Numbers.parse(cell)) ? Double.NaN : Double.parseDouble(cell);
		return fits(value) ? Optional.empty()
				: Optional.of("%s is %s; accepted is %s".formatted(this.name, Quoted.of(cell), accepted()));
	}

	private boolean fits(double value) {
		return switch (this.kind) {
			case TEXT -> true;
			case WHOLE -> value == Math.rint(value) && value >= this.least && value <= this.most;
			case LIMIT -> value == -1 || value == 0 || value == 1;
			case POSITIVE -> value > 0;
			case NUMBER -> value >= this.least && value <= this.most;
		};
	}

	private String accepted() {
		return switch (this.kind) {
			case TEXT -> "a text";
			case WHOLE -> "a whole number from %.0f to %.0f".formatted(this.least, this.most);
			case LIMIT -> "-1, 0 or 1";
			case POSITIVE -> "a number above 0";
			case NUMBER -> bounds();
		};
	}

	private String bounds() {
		if (Double.isInfinite(this.least)) {
			return "a number";
		}
		return Double.isInfinite(this.most) ? "a number, %.0f or more".formatted(this.least)
				: "a number from %.0f to %.0f".formatted(this.least, this.most);
	}

	/**
	 * What is kept of a cell without a problem.
	 * @return nothing for a blank, and for the flag of a value that is no limit
	 */
	@Nullable Object value(String cell) {
		if (blank(cell)) {
			return null;
		}
		return switch (this.kind) {
			case TEXT -> cell;
			case WHOLE -> (int) Double.parseDouble(cell);
			case LIMIT -> (Double.parseDouble(cell) != 0) ? (int) Double.parseDouble(cell) : null;
			case POSITIVE, NUMBER -> Double.parseDouble(cell);
		};
	}

}
