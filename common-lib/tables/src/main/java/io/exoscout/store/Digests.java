package io.exoscout.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256, the address of everything stored. */
public final class Digests {

	private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

	private Digests() {
	}

	/** A new computation. */
	public static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** A computation that goes on from where another one stands. */
	public static MessageDigest copy(MessageDigest begun) {
		try {
			return (MessageDigest) begun.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("the SHA-256 of every Java can be copied", ex);
		}
	}

	/** The digest of some bytes, in hex. */
	public static String sha256(byte[] bytes) {
		return HexFormat.of().formatHex(sha256().digest(bytes));
	}

	/** Whether this can be an address: addresses become file names. */
	public static boolean isSha256(String text) {
		return HEX.matcher(text).matches();
	}

}
