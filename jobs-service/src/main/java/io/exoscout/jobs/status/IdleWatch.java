package io.exoscout.jobs.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.exoscout.health.LiveWorkers;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.FairTurns;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Notices that jobs wait although workers are idle: something between them is broken, of
 * which nobody else would hear. A worker is idle between two jobs, too, so it has to be
 * for a while.
 */
public final class IdleWatch implements LiveWorkers, SchedulingConfigurer {

	/** Longer than any idle worker takes to take a job. */
	static final Duration LONG = Duration.ofMinutes(1);

	/** For so long every look has to find the same. */
	static final Duration LASTING = Duration.ofSeconds(30);

	private static final Logger log = LoggerFactory.getLogger(IdleWatch.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

	/**
	 * A job is not seen behind more than so many of another type, which is one fault,
	 * too.
	 */
	private static final int UNSENT = 200;

	private final Jobs jobs;

	private final Workers workers;

	private final FairTurns turns;

	private final Clock clock;

	/** When it was first seen of those of whom it is still seen. */
	private final Map<JobType, Instant> since = new ConcurrentHashMap<>();

	public IdleWatch(Jobs jobs, Workers workers, FairTurns turns, Clock clock) {
		this.jobs = jobs;
		this.workers = workers;
		this.turns = turns;
		this.clock = clock;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(() -> {
			try {
				look();
			}
			catch (ProblemException ex) {
				// what could not be looked at has not been found the same
				this.since.clear();
				log.debug("Nobody can say how workers are", ex);
			}
		}, BETWEEN_LOOKS);
	}

	void look() {
		List<Worker> alive = this.workers.alive();
		for (JobType type : JobType.values()) {
			if (isIdle(type, alive) && waits(type) && !this.turns.areAllHeld(type)) {
				this.since.putIfAbsent(type, this.clock.instant());
			}
			else {
				this.since.remove(type);
			}
		}
	}

	private static boolean isIdle(JobType type, List<Worker> alive) {
		List<Worker> able = alive.stream()
			.filter((worker) -> type == Optional.ofNullable(worker.type()).orElse(JobType.TRAINING))
			.toList();
		return !able.isEmpty() && able.stream().allMatch((worker) -> worker.currentJob() == null);
	}

	private boolean waits(JobType type) {
		Instant now = this.clock.instant();
		return Stream
			.concat(this.jobs.sentBefore(now.minus(LONG), type, 1).stream(),
					this.jobs.unsent(now, LONG, UNSENT).stream())
			.anyMatch((job) -> job.type() == type);
	}

	@Override
	public int count() {
		return this.workers.alive().size();
	}

	@Override
	public boolean areIdleWhileJobsWait() {
		Instant before = this.clock.instant().minus(LASTING);
		return this.since.values().stream().anyMatch((first) -> !first.isAfter(before));
	}

}
