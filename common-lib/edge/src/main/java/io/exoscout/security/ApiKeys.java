package io.exoscout.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The keys callers may show. */
class ApiKeys {

	private static final Pattern USABLE = Pattern.compile("[!-~&&[^,]]{16,}");

	private final List<byte[]> digests;

	ApiKeys(List<String> keys) {
		for (int i = 0; i < keys.size(); i++) {
			// not by Bean Validation, whose messages show the offending value
			if (!USABLE.matcher(keys.get(i)).matches()) {
				throw new UnsafeSettingsException(("Key %d of exoscout.security.api-keys can not be used:"
						+ " it needs at least 16 printable ASCII characters, without blanks and commas.")
					.formatted(i + 1));
			}
		}
		this.digests = keys.stream().map(ApiKeys::digest).toList();
	}

	/**
	 * Looks for a key, and returns its place among the configured ones. Takes the same
	 * time whether it is there or not, and however much of it is right.
	 */
	OptionalInt find(String key) {
		byte[] digest = digest(key);
		int found = -1;
		for (int i = 0; i < this.digests.size(); i++) {
			found = MessageDigest.isEqual(this.digests.get(i), digest) ? i : found;
		}
		return (found >= 0) ? OptionalInt.of(found) : OptionalInt.empty();
	}

	private static byte[] digest(String key) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

}
