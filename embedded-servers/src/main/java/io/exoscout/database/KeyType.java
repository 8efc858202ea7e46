package io.exoscout.database;

import de.bwaldvogel.mongo.backend.KeyValue;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys of unique indexes, written and ordered as by the stock type, which serialises both
 * keys for each comparison and takes two thirds of the time of a write for that. Where
 * keys are single names of one length, their serialised forms differ in nothing but the
 * names, so that these can be compared.
 */
final class KeyType extends ObjectDataType {

	/** Serialised as single bytes; nought is not. */
	private static final char LAST_ASCII = 127;

	/**
	 * Opens a map with keys of this type; whoever opens it again gets the same one.
	 */
	static void open(MVStore store, String map) {
		store.openMap(map, new MVMap.Builder<>().keyType(new KeyType()));
	}

	@Override
	public int compare(Object one, Object other) {
		String name = name(one);
		String otherName = name(other);
		if (name == null || otherName == null || name.length() != otherName.length() || !isAscii(name)
				|| !isAscii(otherName)) {
			return super.compare(one, other);
		}
		return name.compareTo(otherName);
	}

	private static @Nullable String name(Object key) {
		return (key instanceof KeyValue value && value.size() == 1 && value.get(0) instanceof String name) ? name
				: null;
	}

	private static boolean isAscii(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) == 0 || name.charAt(i) > LAST_ASCII) {
				return false;
			}
		}
		return true;
	}

}
