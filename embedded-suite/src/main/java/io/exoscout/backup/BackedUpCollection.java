package io.exoscout.backup;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import io.exoscout.store.Digests;
import org.bson.Document;

/**
 * The collections that are worth keeping, in the order in which they are read: a job that
 * is completed by then has its model in what is read next. Workers say by themselves that
 * they are there.
 */
enum BackedUpCollection {

	JOBS, MODELS, PLANETS;

	/** The name of the collection. */
	String collection() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The stored bytes that a document points at: whatever has a {@code sha256} and
	 * {@code bytes}, as {@link io.exoscout.store.BlobRef} has. Found by their form, so
	 * that a field of tomorrow is not forgotten.
	 * @param document a document of this collection
	 * @return hex digests, each once
	 */
	Set<String> blobs(Document document) {
		Set<String> found = new LinkedHashSet<>();
		// the fields of planets are whatever their users call them
		if (this != PLANETS) {
			search(document, found);
		}
		return found;
	}

	private static void search(Object value, Set<String> found) {
		if (value instanceof Document document) {
			if (document.get("sha256") instanceof String sha256 && document.get("bytes") instanceof Number
					&& Digests.isSha256(sha256)) {
				found.add(sha256);
			}
			document.values().forEach((field) -> search(field, found));
		}
		else if (value instanceof Iterable<?> list) {
			list.forEach((element) -> search(element, found));
		}
	}

}
