package io.exoscout.jobs.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.exoscout.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * Tells which leases have run out: those that nobody has renewed while this process
 * watched without a break for as long as a lease lasts. Never compares clocks of two
 * machines, so a worker whose clock is wrong neither loses its job nor keeps it for ever
 * (as the leader election of Kubernetes does it).
 */
public class LeaseWatch {

	private final long lease;

	private final LongSupplier nanoTime;

	private Map<String, Seen> seen = new HashMap<>();

	private long lastLook;

	/**
	 * A watch that has not seen anything yet.
	 * @param lease how long a lease lasts
	 * @param nanoTime counts nanoseconds from any point on, never back
	 */
	public LeaseWatch(Duration lease, LongSupplier nanoTime) {
		this.lease = lease.toNanos();
		this.nanoTime = nanoTime;
	}

	/**
	 * Looks at all running jobs.
	 * @param running every one of them
	 * @return those whose lease has run out
	 */
	List<Job> runOut(List<Job> running) {
		long now = this.nanoTime.getAsLong();
		// workers could not renew while the database could not be looked at
		Map<String, Seen> before = (now - this.lastLook < this.lease) ? this.seen : Map.of();
		this.lastLook = now;
		this.seen = new HashMap<>();
		for (Job job : running) {
			Seen last = before.get(job.jobId());
			this.seen.put(job.jobId(), (last != null && last.isOf(job)) ? last
					: new Seen(job.course().attempts(), job.course().leaseUntil(), now));
		}
		return running.stream()
			.filter((job) -> now - Objects.requireNonNull(this.seen.get(job.jobId())).since() > this.lease)
			.toList();
	}

	/** Begins anew: while nothing could be written, workers could not renew either. */
	void forget() {
		this.seen = new HashMap<>();
	}

	/** A lease as it was first seen. */
	private record Seen(int attempt, @Nullable Instant leaseUntil, long since) {

		boolean isOf(Job job) {
			return this.attempt == job.course().attempts()
					&& Objects.equals(this.leaseUntil, job.course().leaseUntil());
		}

	}

}
