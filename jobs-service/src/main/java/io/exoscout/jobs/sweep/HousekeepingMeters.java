package io.exoscout.jobs.sweep;

import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.store.BlobSweep;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what was cleared away, and tells whether the last round was stopped. */
public class HousekeepingMeters {

	private final AtomicInteger stopped = new AtomicInteger();

	private final Counter models;

	private final Counter blobs;

	private final Counter purged;

	public HousekeepingMeters(MeterRegistry registry) {
		Gauge.builder("exoscout.housekeeping.stopped", this.stopped, AtomicInteger::get)
			.description("1 while nothing is cleared away, because too much seems to be needed by nobody")
			.register(registry);
		this.models = setAside(registry, "model");
		this.blobs = setAside(registry, "blob");
		this.purged = Counter.builder("exoscout.housekeeping.purged")
			.description("Blobs set aside long ago, and parts of blobs, that were removed for good")
			.register(registry);
	}

	private static Counter setAside(MeterRegistry registry, String what) {
		return Counter.builder("exoscout.housekeeping.set.aside")
			.description("Models and blobs that nobody needs, recoverable for a while")
			.tag("of", what)
			.register(registry);
	}

	void stopped(boolean stopped) {
		this.stopped.set(stopped ? 1 : 0);
	}

	void modelsSetAside(long count) {
		this.models.increment(count);
	}

	void blobs(BlobSweep sweep) {
		this.blobs.increment(sweep.setAside());
		this.purged.increment(sweep.purged());
	}

}
