package io.exoscout.jobs.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Has the index read jobs soon after they were completed, before somebody waits for it.
 */
final class NewlyCompleted implements SchedulingConfigurer {

	private static final Logger log = LoggerFactory.getLogger(NewlyCompleted.class);

	/** So many at a time; others are read when somebody looks for them. */
	private static final int MOST = 10;

	/** Whoever completed a job may have a slower clock. */
	private static final Duration SLACK = Duration.ofMinutes(1);

	private final Jobs jobs;

	private final ObjectIndex index;

	private final Duration look;

	private final Clock clock;

	private Instant since;

	NewlyCompleted(Jobs jobs, ObjectIndex index, Duration look, Clock clock) {
		this.jobs = jobs;
		this.index = index;
		this.look = look;
		this.clock = clock;
		this.since = clock.instant();
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(this::lookOut, this.look);
	}

	/** Reads what was completed since the last time. */
	void lookOut() {
		Instant now = this.clock.instant();
		try {
			boolean some = this.jobs.movedSince(this.since.minus(SLACK), MOST)
				.stream()
				.anyMatch((job) -> job.type() == JobType.TRAINING && job.status() == JobState.COMPLETED);
			if (some) {
				this.index.completed().stream().limit(MOST).forEach(this.index::scores);
			}
			this.since = now;
		}
		catch (ProblemException ex) {
			log.warn("Reading the objects of new jobs has to wait: {}", ex.detail());
		}
	}

}
