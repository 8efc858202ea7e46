package io.exoscout.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A key that somebody may show. The key itself is not kept: who reads what is kept can
 * not show it.
 *
 * @param name what whoever shows it is called, in records and as an owner
 * @param role how much he may do
 * @param sha256 hex digest of the key
 */
public record NamedKey(String name, Role role, String sha256) {

	/**
	 * What keys of ours begin with, so that one that lies about is known for what it is.
	 */
	public static final String PREFIX = "xsk_";

	/** How names of keys begin that nobody named; no other key may be called so. */
	public static final String NAMELESS = "api-key-";

	/** Whoever may make up a key's name makes up an owner: no token is called so. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

	private static final int RANDOM_BYTES = 32;

	/**
	 * A key as somebody wrote it down.
	 * @throws IllegalArgumentException in one sentence, without anything that might be a
	 * key
	 */
	public NamedKey {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("the name of a key needs 1 to 64 letters, digits, '.', '_' or '-', "
					+ "and begins with a letter or digit");
		}
		if (role == Role.NONE) {
			throw new IllegalArgumentException(
					"the role of key '" + name + "' is none; accepted are reader, analyst " + "and admin");
		}
		sha256 = sha256.toLowerCase(Locale.ROOT);
		if (!DIGEST.matcher(sha256).matches()) {
			throw new IllegalArgumentException(
					"the sha256 of key '" + name + "' is no SHA-256 of 64 hexadecimal digits");
		}
	}

	/** A key nobody can guess: 256 bits behind the prefix. */
	public static String random() {
		byte[] random = new byte[RANDOM_BYTES];
		new SecureRandom().nextBytes(random);
		return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	/** Of a key its hex digest. */
	public static String digest(String key) {
		return HexFormat.of().formatHex(sha256(key));
	}

	/** Whether it is the key of this digest; takes as long whatever is right of it. */
	public boolean is(byte[] digest) {
		return MessageDigest.isEqual(HexFormat.of().parseHex(this.sha256), digest);
	}

	/** Of a key its digest. */
	public static byte[] sha256(String key) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

}
