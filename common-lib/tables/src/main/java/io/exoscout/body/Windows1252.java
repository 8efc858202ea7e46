package io.exoscout.body;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The code page of spreadsheets in western Europe and America, for bytes that are no
 * UTF-8. Text alone depends on it; digits, signs and separators are the same in both.
 */
final class Windows1252 {

	private static final byte[][] UTF_8 = new byte[256][];

	static {
		Charset page = Charset.forName("windows-1252");
		for (int b = 0; b < UTF_8.length; b++) {
			String character = new String(new byte[] { (byte) b }, page);
			UTF_8[b] = character.equals("\uFFFD") ? new byte[0] : character.getBytes(StandardCharsets.UTF_8);
		}
	}

	private Windows1252() {
	}

	/**
	 * The character of a byte, from 0 to 255, in UTF-8; empty where the code page has
	 * none.
	 */
	static byte[] utf8(int b) {
		return UTF_8[b];
	}

}
