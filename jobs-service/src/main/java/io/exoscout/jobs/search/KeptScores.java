package io.exoscout.jobs.search;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scores of jobs that are in memory: those of the newest jobs, as far as there is
 * room. Whoever looks through all jobs, newest first, finds the same ones here each time.
 * For one thread at a time.
 */
final class KeptScores {

	private static final Comparator<Kept> OLDEST = Comparator.comparing(Kept::createdAt).thenComparing(Kept::jobId);

	private final long room;

	private final Map<String, Kept> jobs = new HashMap<>();

	/**
	 * Keeps nothing yet.
	 * @param room how many bytes there are for all
	 */
	KeptScores(long room) {
		this.room = room;
	}

	/**
	 * A job in memory.
	 *
	 * @param jobId the job
	 * @param createdAt when its model was stored; another one after the job was done anew
	 * @param table digest of its table
	 * @param scores what it says of its objects
	 */
	record Kept(String jobId, Instant createdAt, String table, JobScores scores) {
	}

	Optional<JobScores> find(String jobId, Instant createdAt) {
		return Optional.ofNullable(this.jobs.get(jobId))
			.filter((kept) -> kept.createdAt().equals(createdAt))
			.map(Kept::scores);
	}

	/** The names in a table that a job is known of. */
	Optional<TableNames> names(String table) {
		return this.jobs.values()
			.stream()
			.filter((kept) -> kept.table().equals(table))
			.findFirst()
			.map((kept) -> kept.scores().names());
	}

	/** Adds a job; the oldest ones go where there is no room for all. */
	void keep(Kept kept) {
		this.jobs.put(kept.jobId(), kept);
		while (bytes() > this.room) {
			this.jobs.remove(Collections.min(this.jobs.values(), OLDEST).jobId());
		}
	}

	/** Forgets all jobs but these. */
	void retain(Collection<String> jobIds) {
		this.jobs.keySet().retainAll(jobIds);
	}

	int size() {
		return this.jobs.size();
	}

	/** About how much memory all take; what jobs share counts once. */
	private long bytes() {
		Set<TableNames> tables = Collections.newSetFromMap(new IdentityHashMap<>());
		long bytes = 0;
		for (Kept kept : this.jobs.values()) {
			bytes += kept.scores().bytes();
			bytes += tables.add(kept.scores().names()) ? kept.scores().names().bytes() : 0;
		}
		return bytes;
	}

}
