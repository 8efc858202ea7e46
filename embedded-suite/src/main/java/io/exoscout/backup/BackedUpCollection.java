package io.exoscout.backup;

import java.util.Locale;
import java.util.Set;

import io.exoscout.store.BlobRef;
import org.bson.Document;

/**
 * The collections that are worth keeping, in the order in which they are read: a job that
 * is completed by then has its model in what is read next. Workers say by themselves that
 * they are there.
 */
enum BackedUpCollection {

	JOBS, ALIASES, MODELS, PLANETS;

	/** Whether backups of the first version, which had none of these, may lack it. */
	boolean isLater() {
		return this == ALIASES;
	}

	/** The name of the collection. */
	String collection() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The stored bytes that a document points at: hex digests, each once. */
	Set<String> blobs(Document document) {
		// the fields of planets are whatever their users call them
		return (this != PLANETS) ? BlobRef.digestsIn(document) : Set.of();
	}

}
