package io.exoscout.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the clients were told: which jobs were accepted, and what they asked for
 * afterwards.
 */
final class Ledger {

	private final Set<String> accepted = ConcurrentHashMap.newKeySet();

	private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

	private final Set<String> deleted = ConcurrentHashMap.newKeySet();

	private final Set<String> poison = ConcurrentHashMap.newKeySet();

	private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

	/** Somebody answered that this job is accepted or known. */
	void accepted(String jobId) {
		this.accepted.add(jobId);
	}

	/** This job takes down whoever works on it. */
	void poison(String jobId) {
		this.poison.add(jobId);
	}

	void cancelled(String jobId) {
		this.cancelled.add(jobId);
	}

	void deleted(String jobId) {
		this.deleted.add(jobId);
	}

	/** One more of something that the report is to mention. */
	void count(String what) {
		this.counts.computeIfAbsent(what, (name) -> new LongAdder()).increment();
	}

	Set<String> accepted() {
		return this.accepted;
	}

	/** One of the jobs that were accepted; there must be one. */
	String anyAccepted() {
		List<String> all = List.copyOf(this.accepted);
		return all.get(ThreadLocalRandom.current().nextInt(all.size()));
	}

	boolean isPoison(String jobId) {
		return this.poison.contains(jobId);
	}

	boolean isCancelled(String jobId) {
		return this.cancelled.contains(jobId);
	}

	boolean isDeleted(String jobId) {
		return this.deleted.contains(jobId);
	}

	/** How many processes were killed, whatever they were. */
	long kills() {
		return this.counts.entrySet()
			.stream()
			.filter((count) -> count.getKey().startsWith("kill"))
			.mapToLong((count) -> count.getValue().sum())
			.sum();
	}

	Map<String, Long> counts() {
		Map<String, Long> sums = new TreeMap<>();
		this.counts.forEach((what, count) -> sums.put(what, count.sum()));
		return sums;
	}

}
