package io.exoscout.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.OptionalInt;

/** The keys callers may show. */
class ApiKeys {

	private final List<byte[]> digests;

	ApiKeys(List<String> keys) {
		this.digests = keys.stream().map(ApiKeys::digest).toList();
	}

	/**
	 * Looks for a key. Takes the same time whether it is there or not, and however much
	 * of it is right.
	 * @param key what the caller shows
	 * @return which of the configured keys it is, counted from 0
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
