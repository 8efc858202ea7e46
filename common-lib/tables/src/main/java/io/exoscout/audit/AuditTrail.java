package io.exoscout.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on their way to the database. Whoever leaves one never waits and never fails:
 * while the database is away records wait here, and what comes when too many wait is
 * counted and lost. So is what waits when the process is killed; one that ends in order
 * writes what it can.
 *
 * @param <R> the kind of records
 */
public final class AuditTrail<R> implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

	/**
	 * How long to gather what is written at once: short, so that it keeps no request
	 * waiting for a processor.
	 */
	public static final Duration PAUSE = Duration.ofMillis(200);

	/** So many are written at once. */
	private static final int TOGETHER = 500;

	private static final Duration SWEEP = Duration.ofMinutes(10);

	private final String kind;

	private final BlockingQueue<R> waiting;

	private final AuditStore<R> records;

	private final Duration pause;

	private final Counter written;

	private final Counter lost;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread writer = new Thread(this::run, "audit");

	private long swept = System.nanoTime() - SWEEP.toNanos();

	private boolean complained;

	/**
	 * A trail that nobody writes yet.
	 * @param kind what the records are called in figures and messages
	 * @param records where they go
	 * @param capacity how many may wait
	 * @param pause how long records are gathered, and how long to wait for a database
	 * that is away
	 * @param meters where what becomes of them is counted
	 */
	public AuditTrail(String kind, AuditStore<R> records, int capacity, Duration pause, MeterRegistry meters) {
		this.kind = kind;
		this.records = records;
		this.waiting = new ArrayBlockingQueue<>(capacity);
		this.pause = pause;
		this.written = counter(kind, meters, "written");
		this.lost = counter(kind, meters, "lost");
		Gauge.builder("exoscout.audit.waiting", this.waiting, BlockingQueue::size)
			.description("Records of requests that wait to be written")
			.tag("kind", kind)
			.register(meters);
		this.writer.setDaemon(true);
	}

	private static Counter counter(String kind, MeterRegistry meters, String outcome) {
		return Counter.builder("exoscout.audit.records")
			.description("Records of requests, by what became of them")
			.tag("kind", kind)
			.tag("outcome", outcome)
			.register(meters);
	}

	/** Begins to write. */
	public void start() {
		this.writer.start();
	}

	/** Leaves a record; never waits. */
	public void add(R record) {
		if (!this.waiting.offer(record)) {
			this.lost.increment();
		}
	}

	private void run() {
		List<R> batch = new ArrayList<>();
		boolean ending = false;
		while (!ending) {
			ending = paused();
			do {
				this.waiting.drainTo(batch, TOGETHER - batch.size());
			}
			while (write(batch) && !this.waiting.isEmpty());
			sweep(ending);
		}
		int left = batch.size() + this.waiting.size();
		if (left > 0) {
			this.lost.increment(left);
			log.warn("{} records of {} could not be written any more", left, this.kind);
		}
	}

	/** Waits a while, or until it is time to end. */
	private boolean paused() {
		try {
			return this.stopped.await(this.pause.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/** Whether all of it is written; if not, it stays for the next time. */
	private boolean write(List<R> batch) {
		if (batch.isEmpty()) {
			return true;
		}
		try {
			this.records.write(batch);
			this.written.increment(batch.size());
			batch.clear();
			this.complained = false;
			return true;
		}
		catch (ProblemException ex) {
			if (!this.complained) {
				log.warn("Records of {} have to wait: {}", this.kind, ex.toString());
				this.complained = true;
			}
			return false;
		}
		catch (RuntimeException ex) {
			// nothing that would be better next time
			log.error("{} records of {} could not be written", batch.size(), this.kind, ex);
			this.lost.increment(batch.size());
			batch.clear();
			return true;
		}
	}

	private void sweep(boolean ending) {
		if (ending || System.nanoTime() - this.swept < SWEEP.toNanos()) {
			return;
		}
		try {
			long removed = this.records.forgetOld();
			this.swept = System.nanoTime();
			log.debug("Forgot {} records of {}", removed, this.kind);
		}
		catch (RuntimeException ex) {
			log.debug("Old records of {} have to wait: {}", this.kind, ex.toString());
		}
	}

	/** Writes what waits, if the database is there. */
	@Override
	public void close() throws InterruptedException {
		this.stopped.countDown();
		this.writer.join();
	}

}
