package io.exoscout.forecast.collection;

import java.util.regex.Pattern;

import io.exoscout.csv.Numbers;
import org.jspecify.annotations.Nullable;

/** What a cell of a table of points means. */
final class CellValue {

	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");

	private static final Pattern CODE = Pattern.compile("[+-]?0\\d.*");

	private static final int LONGEST = 60;

	private CellValue() {
	}

	/**
	 * The number that a text is; infinite if it is too large; {@code null} if it is none.
	 */
	static @Nullable Double number(String text) {
		return (text.length() <= LONGEST && NUMBER.matcher(text).matches()) ? Double.valueOf(text) : null;
	}

	/**
	 * What is kept of a cell: a number, a text, or nothing. A text such as {@code 007} or
	 * a number of more than 15 digits is a name and stays one.
	 */
	static @Nullable Object kept(String cell) {
		if (cell.isEmpty() || Numbers.meansBlank(cell)) {
			return null;
		}
		Double number = CODE.matcher(cell).matches() ? null : number(cell);
		return (number != null) ? number : cell;
	}

}
