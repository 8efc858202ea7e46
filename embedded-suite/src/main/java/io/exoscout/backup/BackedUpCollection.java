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

	JOBS(1), ALIASES(2), MODELS(1), PLANETS(1), VERDICTS(3), CURVE_BATCHES(4);

	private final int since;

	BackedUpCollection(int since) {
		this.since = since;
	}

	/** The first version of the archive's format that has it. */
	int since() {
		return this.since;
	}

	/** The name of the collection. */
	String collection() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The stored bytes that a document points at: hex digests, each once. */
	Set<String> blobs(Document document) {
		// the fields of planets are whatever their users call them, and verdicts are
		// texts
		return (this != PLANETS && this != VERDICTS) ? BlobRef.digestsIn(document) : Set.of();
	}

}
