package io.exoscout.backup;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.exoscout.store.BlobRef;
import org.bson.Document;

/**
 * The collections that are worth keeping. Those before the streams are read in their
 * order: a job that is completed by then has its model in what is read next. Streams and
 * series are read before all of these, each in a way of its own: what a stream is scored
 * by is there by then, and stays. Workers say by themselves that they are there.
 */
enum BackedUpCollection {

	JOBS(1), ALIASES(2), MODELS(1), PLANETS(1), VERDICTS(3), CURVE_BATCHES(4), STREAM_BATCHES(5), STREAM_SNAPSHOTS(5),
	STREAM_POINTS(5), STREAM_RETRAININGS(5), STREAM_COURSES(5), STREAMS(5), SERIES_PARTS(5), SERIES_MODELS(5);

	/** What is read and written as any other document. */
	static final Set<BackedUpCollection> PLAIN = EnumSet.range(JOBS, CURVE_BATCHES);

	/** What lies in the database of the jobs. */
	static final Set<BackedUpCollection> STORED = EnumSet.range(JOBS, STREAMS);

	/**
	 * Of streams, in the order in which they are put back: who looks finds all of one.
	 */
	static final Set<BackedUpCollection> OF_STREAMS = EnumSet.range(STREAM_BATCHES, STREAMS);

	/** Texts and numbers of their users', whatever these look like. */
	private static final Set<BackedUpCollection> FREE = EnumSet.of(PLANETS, VERDICTS, SERIES_PARTS, SERIES_MODELS);

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

	/** The one of a name. */
	static BackedUpCollection of(String collection) {
		return valueOf(collection.toUpperCase(Locale.ROOT));
	}

	/** The stored bytes that a document points at: hex digests, each once. */
	Set<String> blobs(Document document) {
		return FREE.contains(this) ? Set.of() : BlobRef.digestsIn(document);
	}

}
