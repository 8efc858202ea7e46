package io.exoscout.share;

import java.util.Map;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.store.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * What a request would add to what is somebody's.
 *
 * @param jobs how many jobs it queues
 * @param file what it stores, {@code null} for nothing
 */
public record Demand(int jobs, @Nullable BlobRef file) {

	/** A job on a table that is stored. */
	public static final Demand JOB = new Demand(1, null);

	/** A job with its table. */
	public static Demand job(DatasetRef table) {
		return new Demand(1, new BlobRef(table.sha256(), table.bytes()));
	}

	/** A file alone. */
	public static Demand file(String sha256, long bytes) {
		return new Demand(0, new BlobRef(sha256, bytes));
	}

	/** How many bytes it adds to those that are there by their digests. */
	long bytesBeside(Map<String, Long> stored) {
		return (this.file != null && !stored.containsKey(this.file.sha256())) ? this.file.bytes() : 0;
	}

}
