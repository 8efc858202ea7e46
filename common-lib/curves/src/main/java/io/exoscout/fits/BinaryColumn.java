package io.exoscout.fits;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * A column of a binary table (FITS Standard 4.0, section 7.3).
 *
 * @param name as written; may be empty
 * @param unit as written; may be empty
 * @param type the letter of its data type
 * @param repeat how many values a row has of it
 * @param offset where it begins in a row, in bytes
 * @param scale by which stored values are multiplied
 * @param zero what is added then
 * @param blank the stored whole number that stands for nothing, if there is one
 */
public record BinaryColumn(String name, String unit, char type, long repeat, long offset, double scale, double zero,
		@Nullable Long blank) {

	/** Bytes of one value of each type; bits have an eighth. */
	private static final Map<Character, Integer> BYTES = Map.ofEntries(Map.entry('L', 1), Map.entry('X', 1),
			Map.entry('B', 1), Map.entry('I', 2), Map.entry('J', 4), Map.entry('K', 8), Map.entry('A', 1),
			Map.entry('E', 4), Map.entry('D', 8), Map.entry('C', 8), Map.entry('M', 16), Map.entry('P', 8),
			Map.entry('Q', 16));

	private static final Pattern FORM = Pattern.compile("(\\d{0,18})([LXBIJKAEDCMPQ]).*");

	static BinaryColumn of(FitsCards cards, int number, long offset) {
		String form = cards.text("TFORM" + number);
		Matcher parts = FORM.matcher(form.toUpperCase(Locale.ROOT));
		if (!parts.matches()) {
			throw FitsTrouble.broken("TFORM" + number + " is " + Quoted.of(form) + ", which is no data type");
		}
		long repeat = parts.group(1).isEmpty() ? 1 : Long.parseLong(parts.group(1));
		Double scale = cards.number("TSCAL" + number);
		Double zero = cards.number("TZERO" + number);
		Long blank = cards.has("TNULL" + number)
				? (Long) cards.whole("TNULL" + number, 0, Long.MIN_VALUE, Long.MAX_VALUE) : null;
		return new BinaryColumn(cards.text("TTYPE" + number), cards.text("TUNIT" + number), parts.group(2).charAt(0),
				repeat, offset, (scale != null) ? scale : 1, (zero != null) ? zero : 0, blank);
	}

	/** How many bytes of a row it takes. */
	long width() {
		try {
			return (this.type == 'X') ? (this.repeat + 7) / 8 : Math.multiplyExact(this.repeat, size());
		}
		catch (ArithmeticException ex) {
			throw FitsTrouble.broken("column " + Quoted.of(this.name) + " has " + this.repeat + " values in each row");
		}
	}

	/** Whether it has one number, or one truth value, in each row. */
	public boolean numeric() {
		return this.repeat == 1 && "LBIJKED".indexOf(this.type) >= 0;
	}

	int size() {
		return BYTES.getOrDefault(this.type, 1);
	}

	/**
	 * The value of a numeric column.
	 * @param bytes stand at it
	 * @return {@code NaN} if there is none
	 */
	double value(ByteBuffer bytes) {
		return switch (this.type) {
			case 'D' -> bytes.getDouble() * this.scale + this.zero;
			case 'E' -> bytes.getFloat() * this.scale + this.zero;
			case 'L' -> truth(bytes.get());
			case 'B' -> whole(bytes.get() & 0xFF);
			case 'I' -> whole(bytes.getShort());
			case 'J' -> whole(bytes.getInt());
			default -> whole(bytes.getLong());
		};
	}

	private double whole(long stored) {
		return (this.blank != null && this.blank == stored) ? Double.NaN : stored * this.scale + this.zero;
	}

	private static double truth(byte stored) {
		return (stored == 'T') ? 1 : (stored == 'F') ? 0 : Double.NaN;
	}

}
