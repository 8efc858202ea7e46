package io.exoscout.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.exoscout.dataset.BlobStore;
import io.exoscout.model.ModelStore;
import io.exoscout.model.ModelStore.Place;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.Job;
import io.exoscout.work.JobState;
import io.exoscout.work.JobType;
import io.exoscout.work.Jobs;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Finds what a crash left behind: jobs whose worker died, jobs whose message never
 * reached the broker or got lost there, bytes that nobody points at. Any number of these
 * may run at once; a message sent twice does no harm.
 */
class StaleJobs implements SchedulingConfigurer {

	private static final Logger log = LoggerFactory.getLogger(StaleJobs.class);

	private static final int JOBS_PER_SWEEP = 500;

	private static final int MODELS_PER_QUESTION = 500;

	private final Jobs jobs;

	private final WorkQueue queue;

	private final Workers workers;

	private final BlobStore blobs;

	private final ModelStore models;

	private final Predicate<String> referenced;

	private final WorkSettings settings;

	private final LeaseWatch leases;

	private final SweepMeters meters;

	private final Clock clock;

	StaleJobs(Jobs jobs, WorkQueue queue, Workers workers, BlobStore blobs, ModelStore models,
			Predicate<String> referenced, WorkSettings settings, LeaseWatch leases, SweepMeters meters, Clock clock) {
		this.jobs = jobs;
		this.queue = queue;
		this.workers = workers;
		this.blobs = blobs;
		this.models = models;
		this.referenced = referenced;
		this.settings = settings;
		this.leases = leases;
		this.meters = meters;
		this.clock = clock;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(() -> unlessUnavailable(this::takeBack), this.settings.sweep());
		tasks.addFixedDelayTask(() -> unlessUnavailable(this::sweep), this.settings.sweep());
		tasks.addFixedDelayTask(() -> unlessUnavailable(this::tidy), this.settings.housekeeping());
	}

	private static void unlessUnavailable(Runnable task) {
		try {
			task.run();
		}
		catch (ProblemException ex) {
			log.warn("Looking for stale jobs has to wait: {}", ex.detail());
		}
	}

	/**
	 * Puts jobs of dead workers back. Not in one go with {@link #sweep}: sending many
	 * messages may take longer than a lease lasts, and must not keep anybody from
	 * looking.
	 */
	void takeBack() {
		List<Job> expired = this.leases.runOut(this.jobs.running()).stream().filter(this.jobs::expire).toList();
		expired.forEach(this::leftAlone);
	}

	private void leftAlone(Job expired) {
		this.meters.expired(expired);
		log.warn("Job {} was left by worker {} in attempt {}", expired.jobId(), expired.workerId(), expired.attempts());
	}

	/** Sends what waits without a message. */
	void sweep() {
		Instant now = this.clock.instant();
		send(this.jobs.unsent(now, this.settings.unsentAfter(), JOBS_PER_SWEEP), this.meters::unsent);
		for (JobType type : JobType.values()) {
			if (messagesAreMissing(type)) {
				send(this.jobs.sentBefore(now.minus(this.settings.resendAfter()), type, JOBS_PER_SWEEP),
						this.meters::missing);
			}
		}
	}

	/**
	 * Stops at the first that the broker does not take: the next sweep is early enough.
	 */
	private void send(List<Job> waiting, Consumer<Job> sent) {
		for (Job job : waiting) {
			if (!this.queue.send(job)) {
				return;
			}
			sent.accept(job);
		}
	}

	/** A long queue alone is no reason to send its jobs a second time. */
	private boolean messagesAreMissing(JobType type) {
		OptionalLong depth = this.queue.depth(type);
		return depth.isPresent() && depth.getAsLong() < this.jobs.count(JobState.QUEUED, type);
	}

	/** Removes models, bytes and workers that nobody has been needing for a while. */
	void tidy() {
		Instant before = this.clock.instant().minus(this.settings.blobGrace());
		long orphans = removeModelsWithoutCompletedJob(before);
		long removed = this.blobs.sweep(before, this.referenced);
		long gone = this.workers.forgetGone();
		log.debug("Removed {} models, {} blobs and {} workers", orphans, removed, gone);
	}

	/**
	 * A worker died between storing its model and completing its job, which then was
	 * deleted, was cancelled, or ended in error. Should the job be started over
	 * meanwhile, the model that it stores then is another one.
	 */
	private long removeModelsWithoutCompletedJob(Instant before) {
		List<Place> stored = this.models.storedBefore(before);
		long removed = 0;
		for (int i = 0; i < stored.size(); i += MODELS_PER_QUESTION) {
			List<Place> some = stored.subList(i, Math.min(stored.size(), i + MODELS_PER_QUESTION));
			removed += unneeded(some).filter((model) -> this.models.delete(model, this.referenced)).count();
		}
		return removed;
	}

	/** Those whose jobs will not complete, not even by another attempt. */
	private Stream<Place> unneeded(List<Place> models) {
		List<String> ids = models.stream().map(Place::modelId).toList();
		Set<String> known = this.jobs.known(ids);
		Set<String> failed = this.jobs.inState(ids, JobState.ERROR, JobState.CANCELLED);
		return models.stream().filter((model) -> !known.contains(model.modelId()) || failed.contains(model.modelId()));
	}

}
