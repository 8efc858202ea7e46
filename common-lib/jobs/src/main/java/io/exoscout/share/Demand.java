package io.exoscout.share;

import java.util.List;

import java.util.Map;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.store.BlobRef;

/**
 * What a request would add to what is somebody's.
 *
 * @param jobs how many jobs it queues
 * @param files what it stores
 */
public record Demand(int jobs, List<BlobRef> files) {

	/** A job on a table that is stored. */
	public static final Demand JOB = new Demand(1, List.of());

	/** A job with its table. */
	public static Demand job(DatasetRef table) {
		return jobs(List.of(table));
	}

	/** Jobs with their tables, a job for each. */
	public static Demand jobs(List<DatasetRef> tables) {
		return new Demand(tables.size(),
				tables.stream().map((table) -> new BlobRef(table.sha256(), table.bytes())).distinct().toList());
	}

	/** A file alone. */
	public static Demand file(String sha256, long bytes) {
		return new Demand(0, List.of(new BlobRef(sha256, bytes)));
	}

	/** How many bytes it adds to those that are there by their digests. */
	long bytesBeside(Map<String, Long> stored) {
		return this.files.stream().filter((file) -> !stored.containsKey(file.sha256())).mapToLong(BlobRef::bytes).sum();
	}

}
