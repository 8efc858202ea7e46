package io.exoscout.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Points at stored bytes.
 *
 * @param sha256 hex digest of the bytes, which is their address
 * @param bytes how many there are
 */
public record BlobRef(String sha256, long bytes) {

	/**
	 * The blobs that a document points at: whatever has a {@code sha256} and
	 * {@code bytes}, as this has. Found by their form, so that a field of tomorrow is not
	 * forgotten.
	 * @param document a document, or a value in one
	 * @return hex digests, each once
	 */
	public static Set<String> digestsIn(Object document) {
		return sizesIn(document).keySet();
	}

	/** How many bytes each of the blobs has that a document points at, by its digest. */
	public static Map<String, Long> sizesIn(Object document) {
		Map<String, Long> found = new LinkedHashMap<>();
		search(document, found);
		return found;
	}

	private static void search(@Nullable Object value, Map<String, Long> found) {
		if (value instanceof Map<?, ?> document) {
			if (document.get("sha256") instanceof String sha256 && document.get("bytes") instanceof Number bytes
					&& Digests.isSha256(sha256)) {
				found.put(sha256, bytes.longValue());
			}
			document.values().forEach((field) -> search(field, found));
		}
		else if (value instanceof Iterable<?> list) {
			list.forEach((element) -> search(element, found));
		}
	}

}
