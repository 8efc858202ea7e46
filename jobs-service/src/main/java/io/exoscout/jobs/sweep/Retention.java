package io.exoscout.jobs.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.exoscout.alias.ModelAlias;
import io.exoscout.installation.Installation;
import io.exoscout.installation.InstallationMismatch;
import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.listing.Expiry;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what ended as long ago as a setting says, as its owner could: a job with its
 * table, its model and its results. What is kept stays, and what an alias points at with
 * all that it needs.
 *
 * @param removal deletes a job and all that belongs to it
 * @param referenced whether anything besides models points at a digest
 */
public record Retention(Installation installation, Jobs jobs, ModelStore models, Consumer<String> removal,
		Predicate<String> referenced, RetentionSettings settings, RetentionMeters meters,
		Clock clock) implements Expiry {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final int JOBS_PER_ROUND = 1000;

	/** One round. */
	void sweep() {
		if (this.settings.equals(new RetentionSettings(null, null, null, null))) {
			return;
		}
		try {
			this.installation.requireUnchanged();
		}
		catch (InstallationMismatch ex) {
			log.error("Nothing is removed for its age: {}", ex.getMessage());
			return;
		}
		Set<String> needed = this.models.aliases().all().stream().map(ModelAlias::modelId).collect(Collectors.toSet());
		for (JobType type : JobType.values()) {
			this.settings.of(type).ifPresent((time) -> removeJobs(type, time, needed));
		}
		if (this.settings.importedModels() != null) {
			removeModels(this.settings.importedModels(), needed);
		}
	}

	private void removeJobs(JobType type, Duration time, Set<String> needed) {
		Instant before = this.clock.instant().minus(time);
		for (Job job : this.jobs.endedOlderThan(before, type, JOBS_PER_ROUND)) {
			Instant end = job.endedAt();
			if (end.isBefore(before) && !needed.contains(job.jobId()) && isDue(job.jobId(), before)
					&& removed(() -> this.removal.accept(job.jobId()))) {
				log.info("Job {} ({}) ended at {} and is removed with all of its own: a {} stays for {}", job.jobId(),
						job.modelName(), end, type.id(), time);
				this.meters.jobs().count(job);
			}
		}
	}

	/**
	 * Others may have taken minutes to go, and this one been kept or retried meanwhile.
	 */
	private boolean isDue(String jobId, Instant before) {
		return this.jobs.find(jobId)
			.filter((job) -> job.status().isFinal() && !job.outcome().stays() && job.endedAt().isBefore(before))
			.isPresent();
	}

	private void removeModels(Duration time, Set<String> needed) {
		Instant before = this.clock.instant().minus(time);
		this.models.lines()
			.stream()
			.filter((model) -> model.imported() && model.place().createdAt().isBefore(before)
					&& !needed.contains(model.place().modelId()))
			.map((model) -> model.place().modelId())
			.forEach((modelId) -> {
				if (removed(() -> this.models.aliases()
					.unlessPointedAt(modelId, () -> this.models.delete(modelId, this.referenced)))) {
					log.info("The imported model {} is removed: one stays for {}", modelId, time);
					this.meters.models().increment();
				}
			});
	}

	/**
	 * Whether it went; somebody may have deleted it, or put an alias on it, meanwhile, or
	 * a stream is scored by it.
	 */
	private static boolean removed(Runnable removal) {
		try {
			removal.run();
			return true;
		}
		catch (ProblemException ex) {
			if (ex.code() == ErrorCode.JOB_NOT_FOUND || ex.code() == ErrorCode.MODEL_HAS_ALIAS
					|| ex.code() == ErrorCode.MODEL_HAS_STREAM) {
				return false;
			}
			throw ex;
		}
	}

	@Override
	public Optional<Instant> of(Job job) {
		return this.settings.of(job.type())
			.filter((time) -> job.status().isFinal() && !job.outcome().stays())
			.filter((time) -> job.type() != JobType.TRAINING || !this.models.aliases().isNeeded(job.jobId()))
			.map((time) -> job.endedAt().plus(time));
	}

}
