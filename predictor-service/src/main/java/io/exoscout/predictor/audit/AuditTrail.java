package io.exoscout.predictor.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on their way to the database. Whoever leaves one never waits and never fails:
 * while the database is away records wait here, and what comes when too many wait is
 * counted and lost. So is what waits when the process is killed; one that ends in order
 * writes what it can.
 */
final class AuditTrail implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

	/** So many are written at once. */
	private static final int TOGETHER = 500;

	private static final Duration SWEEP = Duration.ofMinutes(10);

	private final BlockingQueue<AuditRecord> waiting;

	private final AuditRecords records;

	private final Duration pause;

	private final Counter written;

	private final Counter lost;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread writer = new Thread(this::run, "audit");

	private long swept = System.nanoTime() - SWEEP.toNanos();

	private boolean complained;

	/**
	 * A trail that nobody writes yet.
	 * @param pause how long records are gathered, and how long to wait for a database
	 * that is away
	 */
	AuditTrail(AuditRecords records, int capacity, Duration pause, MeterRegistry meters) {
		this.records = records;
		this.waiting = new ArrayBlockingQueue<>(capacity);
		this.pause = pause;
		this.written = counter(meters, "written");
		this.lost = counter(meters, "lost");
		Gauge.builder("exoscout.audit.waiting", this.waiting, BlockingQueue::size)
			.description("Records of requests that wait to be written")
			.register(meters);
		this.writer.setDaemon(true);
	}

	private static Counter counter(MeterRegistry meters, String outcome) {
		return Counter.builder("exoscout.audit.records")
			.description("Records of requests for predictions, by what became of them")
			.tag("outcome", outcome)
			.register(meters);
	}

	void start() {
		this.writer.start();
	}

	/** Leaves a record; never waits. */
	void add(AuditRecord record) {
		if (!this.waiting.offer(record)) {
			this.lost.increment();
		}
	}

	private void run() {
		List<AuditRecord> batch = new ArrayList<>();
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
			log.warn("{} records of requests could not be written any more", left);
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
	private boolean write(List<AuditRecord> batch) {
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
				log.warn("Records of requests have to wait: {}", ex.toString());
				this.complained = true;
			}
			return false;
		}
		catch (RuntimeException ex) {
			// nothing that would be better next time
			log.error("{} records of requests could not be written", batch.size(), ex);
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
			log.debug("Forgot {} records of requests", removed);
		}
		catch (RuntimeException ex) {
			log.debug("Old records of requests have to wait: {}", ex.toString());
		}
	}

	/** Writes what waits, if the database is there. */
	@Override
	public void close() throws InterruptedException {
		this.stopped.countDown();
		this.writer.join();
	}

}
