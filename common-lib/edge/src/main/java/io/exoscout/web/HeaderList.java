package io.exoscout.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Texts in a header of the answer, for forms that have no other place for them: {@code |}
 * stands between them, and whatever is no printable ASCII, {@code |} or {@code %} is
 * percent-encoded as UTF-8. So a text may quote a file and still be no header of its own.
 */
public final class HeaderList {

	/** What to know of an answer besides, in words. */
	public static final String NOTES = "X-Notes";

	/** Proxies take 4 KB for all headers together. */
	private static final int ROOM = 2000;

	private static final String BETWEEN = " | ";

	private HeaderList() {
	}

	/**
	 * Sets a header; none if there is nothing to say.
	 * @param response nothing of it is written yet
	 * @param name of the header
	 * @param texts what to say; those there is no room for are counted
	 */
	public static void set(HttpServletResponse response, String name, List<String> texts) {
		if (!texts.isEmpty()) {
			response.setHeader(name, joined(texts));
		}
	}

	static String joined(List<String> texts) {
		StringBuilder joined = new StringBuilder();
		for (int i = 0; i < texts.size(); i++) {
			String text = encoded(texts.get(i));
			if (joined.length() + BETWEEN.length() + text.length() > ROOM) {
				String more = "%d more: see the answer as JSON".formatted(texts.size() - i);
				return joined.append(joined.isEmpty() ? "" : BETWEEN).append(more).toString();
			}
			joined.append(joined.isEmpty() ? "" : BETWEEN).append(text);
		}
		return joined.toString();
	}

	private static String encoded(String text) {
		// as nearly all are, in answers that are wanted a thousand times a second
		return text.chars().allMatch(HeaderList::isPlain) ? text : percentEncoded(text);
	}

	private static boolean isPlain(int character) {
		return character >= ' ' && character <= '~' && character != '|' && character != '%';
	}

	private static String percentEncoded(String text) {
		StringBuilder encoded = new StringBuilder(text.length());
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			if (isPlain(octet)) {
				encoded.append((char) octet);
			}
			else {
				encoded.append("%%%02X".formatted(octet));
			}
		}
		return encoded.toString();
	}

}
