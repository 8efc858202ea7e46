package io.exoscout.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.job.JobType;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** This worker's signs of life. */
class WorkerPulse {

	private static final Logger log = LoggerFactory.getLogger(WorkerPulse.class);

	private final Workers workers;

	private final JobType type;

	private final WorkMeters meters;

	private final String host = host();

	// the random part tells apart two workers in one process, and two containers alike
	private final String workerId = this.host + "-" + ProcessHandle.current().pid() + "-"
			+ UUID.randomUUID().toString().substring(0, 8);

	private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	private final AtomicLong jobsDone = new AtomicLong();

	private volatile @Nullable String currentJob;

	/** Whether the last sign of life could not be written. */
	private volatile boolean unheard;

	WorkerPulse(Workers workers, JobType type, WorkMeters meters) {
		this.workers = workers;
		this.type = type;
		this.meters = meters;
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

	String workerId() {
		return this.workerId;
	}

	void began(String jobId) {
		this.currentJob = jobId;
		beat();
	}

	void ended() {
		this.currentJob = null;
		this.jobsDone.incrementAndGet();
		beat();
	}

	/** Never throws: a sign of life may fail, the work goes on. */
	void beat() {
		Runtime heap = Runtime.getRuntime();
		long free = heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
		try {
			this.workers.heartbeat(new Worker(this.workerId, this.type, this.host, this.currentJob, this.jobsDone.get(),
					this.startedAt, Instant.now().truncatedTo(ChronoUnit.MILLIS), free));
			this.unheard = false;
		}
		catch (ProblemException ex) {
			this.meters.workerHeartbeatFailed();
			// once in a row: it is tried again every few seconds
			log.atLevel(this.unheard ? Level.DEBUG : Level.WARN)
				.log("No sign of life from worker {}: {}", this.workerId, ex.detail());
			this.unheard = true;
		}
		catch (RuntimeException | Error ex) {
			// whatever is let through would end all further beats
			this.meters.workerHeartbeatFailed();
			log.error("No sign of life from worker {}", this.workerId, ex);
		}
	}

	void stop() {
		try {
			this.workers.gone(this.workerId);
		}
		catch (ProblemException ex) {
			log.info("Worker {} leaves without a word: {}", this.workerId, ex.detail());
		}
	}

}
