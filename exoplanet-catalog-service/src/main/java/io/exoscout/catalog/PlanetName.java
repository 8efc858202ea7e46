package io.exoscout.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.bson.types.ObjectId;

/** Names of planets and stars, however people write them. */
final class PlanetName {

	/** What stands between the parts of a name, by different habits. */
	private static final Pattern BETWEEN = Pattern.compile("[\\s_-]+");

	private static final int ID_BYTES = 12;

	/** Of an id the bytes that tell when it was made. */
	private static final int TIME_BYTES = 4;

	private PlanetName() {
	}

	/** A name in small letters and without what people put between its parts. */
	static String plain(String name) {
		return BETWEEN.matcher(lowerCase(name)).replaceAll("");
	}

	static String lowerCase(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/**
	 * The id of the archive's planet of this name, the same at every import, so that two
	 * imports at once can not make two of one. It says that it was made in 1970 and thus
	 * stands behind what people saved, where the newest come first.
	 */
	static ObjectId archiveId(String name) {
		byte[] id = new byte[ID_BYTES];
		System.arraycopy(sha256(plain(name)), 0, id, TIME_BYTES, ID_BYTES - TIME_BYTES);
		return new ObjectId(id);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
