package io.exoscout.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a CSV file on their way to bytes. What nearly all cells are, names and numbers
 * of a few digits, is written straight down; the text is the one that commons-csv and
 * {@code toString} would give.
 */
final class CsvText {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180;

	/** Characters that a name may have beyond its first one, without quotes. */
	private static final String INSIDE = "._-/:?=&%";

	private static final boolean[] ALPHANUMERIC = new boolean[128];

	private static final boolean[] PLAIN = new boolean[128];

	static {
		for (char c = 0; c < ALPHANUMERIC.length; c++) {
			ALPHANUMERIC[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			PLAIN[c] = ALPHANUMERIC[c] || c == ' ' || INSIDE.indexOf(c) >= 0;
		}
	}

	/** Numbers that are smaller, or as large, are written with an exponent. */
	private static final double LEAST = 1e-3;

	private static final double MOST = 1e7;

	/** A float has no more than nine digits. */
	private static final long NINE_DIGITS = 1_000_000_000;

	private static final long MILLION = 1_000_000;

	private static final long[] POWERS = new long[10];

	static {
		POWERS[0] = 1;
		for (int i = 1; i < POWERS.length; i++) {
			POWERS[i] = 10 * POWERS[i - 1];
		}
	}

	private byte[] bytes = new byte[1 << 10];

	private int length;

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
	 * Text that a spreadsheet does not take for a formula (OWASP, CSV injection).
	 * @param text a cell from a user's table
	 * @return the same, with an apostrophe before it where needed
	 */
	static String safe(String text) {
		return (!text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	/** What needs no quotes, whoever reads it, is not looked at twice. */
	private void text(String text, boolean first) {
		int begin = this.length;
		int last = text.length() - 1;
		separate(first);
		room(text.length());
		for (int i = 0; i <= last; i++) {
			char c = text.charAt(i);
			if (c >= PLAIN.length || !(i == 0 ? ALPHANUMERIC[c] : PLAIN[c])) {
				last = -1;
			}
			this.bytes[this.length++] = (byte) c;
		}
		boolean plain = last >= 0 && text.charAt(last) != ' ';
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
		long millionths = Math.round(size * MILLION);
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
			long scaled = (long) Math.rint(size * POWERS[decimals]);
			if (scaled >= NINE_DIGITS) {
				break;
			}
			if ((float) (scaled / (double) POWERS[decimals]) == size) {
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
		int left = decimals;
		do {
			left--;
			put((char) ('0' + rest / POWERS[left]));
			rest %= POWERS[left];
		}
		while (rest > 0);
	}

	private void digits(long number) {
		int count = 1;
		for (long rest = number / 10; rest > 0; rest /= 10) {
			count++;
		}
		room(count);
		long rest = number;
		for (int i = this.length + count - 1; i >= this.length; i--) {
			this.bytes[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length += count;
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
