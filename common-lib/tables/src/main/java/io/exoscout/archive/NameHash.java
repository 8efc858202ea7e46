package io.exoscout.archive;

/** A number for a name, the same on every machine and in every version. */
public final class NameHash {

	private NameHash() {
	}

	/** Its bits are mixed well enough to order, and to deal out, similar names. */
	public static long of(String name) {
		long hash = fnv1a(name);
		hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
		hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return hash ^ (hash >>> 33);
	}

	/** FNV-1a over UTF-16, 64 bits: tells names apart, and no more than that. */
	public static long fnv1a(String name) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < name.length(); i++) {
			hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
		}
		return hash;
	}

}
