package io.exoscout.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a CSV file on their way to bytes. What nearly all cells are, names and numbers
 * of a few digits, is written straight down; the text is the one that commons-csv and
 * {@code toString} would give.
 */
final class CsvText {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180;

	/** Where formulas begin, in full width, too, and behind what nobody sees. */
	private static final Pattern FORMULA = Pattern.compile("(^|;)(?=\\p{Cf}*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])");

	/** Characters that a name may have beyond its first one, without quotes. */
	private static final String INSIDE = "._-/:?=&%";

	private static final int ASCII = 0x7F;

	private static final boolean[] ALPHANUMERIC = new boolean[128];

	/** Of each character whether it may need quotes, as 0 or 1. */
	private static final int[] ODD = new int[128];

	static {
		for (char c = 0; c < ALPHANUMERIC.length; c++) {
			ALPHANUMERIC[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			ODD[c] = (ALPHANUMERIC[c] || c == ' ' || INSIDE.indexOf(c) >= 0) ? 0 : 1;
		}
	}

	/** Numbers that are smaller, or as large, are written with an exponent. */
	private static final double LEAST = 1e-3;

	private static final double MOST = 1e7;

	/** A float has no more than nine digits. */
	private static final long NINE_DIGITS = 1_000_000_000;

	/**
	 * A little more than the share by which a number may miss a float that it stands for.
	 */
	private static final double HALF_STEP = 0x1.1p-24;

	private static final long MILLION = 1_000_000;

	private static final long[] POWERS = new long[10];

	static {
		POWERS[0] = 1;
		for (int i = 1; i < POWERS.length; i++) {
			POWERS[i] = 10 * POWERS[i - 1];
		}
	}

	/** The digits of all numbers below a hundred, two of each. */
	private static final byte[] PAIRS = new byte[200];

	static {
		for (int i = 0; i < PAIRS.length / 2; i++) {
			PAIRS[2 * i] = (byte) ('0' + i / 10);
			PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
		}
	}

	private byte[] bytes;

	private int length;

	/** Lines for which there is so much room at first. */
	CsvText(int room) {
		this.bytes = new byte[room];
	}

	/** The cell of a header. */
	void name(String name, boolean first) {
		text(name, first);
	}

	/** A cell; text never becomes a formula. */
	void cell(@Nullable Object cell, boolean first) {
		if (cell instanceof CharSequence text) {
			text(safe(text.toString()), first);
		}
		else if (!first && cell instanceof Double number) {
			put(',');
			decimal(number);
		}
		else if (!first && cell instanceof Float number) {
			put(',');
			decimal(number);
		}
		else if (cell instanceof Long number && number >= 0) {
			separate(first);
			digits(number);
		}
		else if (!first && cell instanceof Number) {
			put(',');
			put(cell.toString());
		}
		else if (!first && cell == null) {
			put(',');
		}
		else {
			print(cell, first);
		}
	}

	void endLine() {
		put('\r');
		put('\n');
	}

	byte[] bytes() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	private void separate(boolean first) {
		if (!first) {
			put(',');
		}
	}

	/**
	 * Text that a spreadsheet does not take for a formula (OWASP, CSV injection), also
	 * where a semicolon separates its cells, and what follows one thus begins another.
	 * @param text a cell from a user's table
	 * @return the same, with apostrophes where needed
	 */
	static String safe(String text) {
		return mayHoldFormula(text) ? FORMULA.matcher(text).replaceAll("$1'") : text;
	}

	/** Nearly all names begin with a letter or a digit. */
	private static boolean mayHoldFormula(String text) {
		return !text.isEmpty() && (text.charAt(0) > ASCII || !ALPHANUMERIC[text.charAt(0)] || text.indexOf(';') >= 0);
	}

	/** What needs no quotes, whoever reads it, is not looked at twice. */
	private void text(String text, boolean first) {
		int begin = this.length;
		int last = text.length() - 1;
		separate(first);
		room(text.length());
		byte[] to = this.bytes;
		int at = this.length;
		int odd = 0;
		// to the end, whatever is found: a loop that only goes on is quicker
		for (int i = 0; i <= last; i++) {
			char c = text.charAt(i);
			odd |= ODD[c & ASCII] | (c & ~ASCII);
			to[at + i] = (byte) c;
		}
		boolean plain = odd == 0 && last >= 0 && ALPHANUMERIC[text.charAt(0)] && text.charAt(last) != ' ';
		this.length = at + last + 1;
		if (!plain && (first || !text.isEmpty())) {
			this.length = begin;
			print(text, first);
		}
	}

	/** As commons-csv prints it. */
	private void print(@Nullable Object cell, boolean first) {
		StringBuilder text = new StringBuilder();
		try {
			FORMAT.print(cell, text, first);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A cell in memory can not be written", ex);
		}
		put(text.toString());
	}

	/**
	 * A number with up to six decimals, which all that is rounded has; any other is left
	 * to the JDK.
	 */
	private void decimal(double number) {
		double size = Math.abs(number);
		long millionths = (long) (size * MILLION + 0.5);
		if (size >= LEAST && size < 1000 && millionths / (double) MILLION == size) {
			decimal(number < 0, millionths, 6);
		}
		else {
			put(Double.toString(number));
		}
	}

	/** The fewest decimals that tell it from other floats. */
	private void decimal(float number) {
		double size = Math.abs(number);
		boolean plain = size >= LEAST && size < MOST;
		for (int decimals = 1; plain && decimals < POWERS.length; decimals++) {
			// exact: 24 bits times those of a power of five
			double exact = size * POWERS[decimals];
			long scaled = (long) Math.rint(exact);
			if (scaled >= NINE_DIGITS) {
				break;
			}
			boolean near = Math.abs(scaled - exact) <= exact * HALF_STEP;
			if (near && (float) (scaled / (double) POWERS[decimals]) == size) {
				decimal(number < 0, scaled, decimals);
				return;
			}
		}
		put(Float.toString(number));
	}

	private void decimal(boolean negative, long scaled, int decimals) {
		if (negative) {
			put('-');
		}
		digits(scaled / POWERS[decimals]);
		put('.');
		long rest = scaled % POWERS[decimals];
		int count = decimals;
		while (count > 1 && rest % 10 == 0) {
			rest /= 10;
			count--;
		}
		digits(rest, count);
	}

	private void digits(long number) {
		int count = 1;
		while (count < POWERS.length && number >= POWERS[count]) {
			count++;
		}
		if (count == POWERS.length) {
			for (long rest = number / POWERS[count - 1]; rest >= 10; rest /= 10) {
				count++;
			}
		}
		digits(number, count);
	}

	private void digits(long number, int count) {
		room(count);
		byte[] to = this.bytes;
		int at = this.length + count;
		this.length = at;
		long rest = number;
		for (; rest > Integer.MAX_VALUE; rest /= 10) {
			to[--at] = (byte) ('0' + rest % 10);
		}
		// most are small, and those take less to part, two digits at a time
		int small = (int) rest;
		int from = this.length - count;
		while (at - from >= 2) {
			int hundreds = small / 100;
			int pair = 2 * (small - 100 * hundreds);
			to[--at] = PAIRS[pair + 1];
			to[--at] = PAIRS[pair];
			small = hundreds;
		}
		if (at > from) {
			to[--at] = (byte) ('0' + small);
		}
	}

	private void put(char c) {
		room(1);
		this.bytes[this.length++] = (byte) c;
	}

	private void put(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		room(utf8.length);
		System.arraycopy(utf8, 0, this.bytes, this.length, utf8.length);
		this.length += utf8.length;
	}

	private void room(int more) {
		if (this.bytes.length - this.length < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(2 * this.bytes.length, this.length + more));
		}
	}

}
