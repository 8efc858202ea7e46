package io.exoscout.fits;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The cards of one header: keywords and their values, as FITS Standard 4.0, section 4,
 * has them. Comments are passed over; of a keyword that occurs twice the first counts.
 */
public final class FitsCards {

	static final int CARD = 80;

	private static final int KEY = 8;

	private static final int VALUE = 10;

	private final Map<String, String> values = new HashMap<>();

	private boolean ended;

	/** Takes a block of cards, up to the one that ends the header. */
	void add(byte[] block) {
		for (int at = 0; at < block.length && !this.ended; at += CARD) {
			String card = new String(block, at, CARD, StandardCharsets.ISO_8859_1);
			String key = card.substring(0, KEY).stripTrailing();
			this.ended = key.equals("END");
			if (card.startsWith("= ", KEY)) {
				this.values.putIfAbsent(key, value(card.substring(VALUE)));
			}
		}
	}

	/** Whether the header is complete. */
	boolean ended() {
		return this.ended;
	}

	/** Whether there is such a keyword, with a value. */
	public boolean has(String key) {
		return !text(key).isEmpty();
	}

	/** The value as text, without quotes; empty if there is none. */
	public String text(String key) {
		return this.values.getOrDefault(key, "");
	}

	/** The value as a number; {@code null} if it is none. */
	public @Nullable Double number(String key) {
		try {
			String text = text(key).replace('D', 'E');
			double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
			return Double.isFinite(value) ? value : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * A whole number between bounds.
	 * @param otherwise what it is if the keyword is missing
	 */
	long whole(String key, long otherwise, long least, long most) {
		String text = text(key);
		if (text.isEmpty()) {
			return otherwise;
		}
		try {
			long value = Long.parseLong(text);
			if (value >= least && value <= most) {
				return value;
			}
		}
		catch (NumberFormatException ex) {
			throw FitsTrouble.broken(key + " is " + Quoted.of(text) + ", which is no whole number");
		}
		throw FitsTrouble.broken(key + " is " + text + ", and has to be from " + least + " to " + most);
	}

	/** A text in quotes, or what stands before the comment. */
	private static String value(String field) {
		String text = field.stripLeading();
		if (!text.startsWith("'")) {
			int comment = text.indexOf('/');
			return ((comment < 0) ? text : text.substring(0, comment)).strip();
		}
		StringBuilder value = new StringBuilder();
		for (int i = 1; i < text.length(); i++) {
			if (text.charAt(i) == '\'' && (i + 1 == text.length() || text.charAt(++i) != '\'')) {
				break;
			}
			value.append(text.charAt(i));
		}
		return value.toString().strip();
	}

}
