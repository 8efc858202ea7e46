package io.exoscout.jobs.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.exoscout.installation.Installation;
import io.exoscout.installation.InstallationMismatch;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.model.ModelStore;
import io.exoscout.model.ModelStore.ModelPlace;
import io.exoscout.store.BlobStore;
import io.exoscout.store.BlobSweep;
import io.exoscout.store.BlobSweepRules;
import io.exoscout.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away models, bytes and workers that nobody has been needing for a while. What it
 * takes stays recoverable, and is back by itself once a document names it again. Where it
 * would take more than a small share, it takes nothing and says so: it is more likely
 * that documents are gone than that so much was left behind.
 */
public record Housekeeping(Installation installation, Jobs jobs, Workers workers, BlobStore blobs, ModelStore models,
		Predicate<String> referenced, HousekeepingSettings settings, Duration grace, HousekeepingMeters meters,
		Clock clock) {

	private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

	private static final int MODELS_PER_QUESTION = 500;

	private static final JobState[] IN_VAIN = Arrays.stream(JobState.values())
		.filter(JobState::endedInVain)
		.toArray(JobState[]::new);

	/** One round. */
	void tidy() {
		long gone = this.workers.forgetGone();
		log.debug("Forgot {} workers", gone);
		try {
			this.installation.requireUnchanged();
			this.meters.stopped(!tidyModels() || !tidyBlobs());
		}
		catch (InstallationMismatch ex) {
			log.error("Nothing is cleared away: {}", ex.getMessage());
			this.meters.stopped(true);
		}
	}

	private BlobSweepRules rules() {
		Instant now = this.clock.instant();
		return new BlobSweepRules(now.minus(this.grace), now.minus(this.settings.keep()), this.settings.maxShare(),
				this.settings.maxCount());
	}

	/**
	 * A worker died between storing its model and completing its job, which then was
	 * deleted, was cancelled, or ended in error. Should the job be started over
	 * meanwhile, the model that it stores then is another one.
	 * @return whether it came to its end
	 */
	private boolean tidyModels() {
		bringBack();
		BlobSweepRules rules = rules();
		List<ModelPlace> stored = this.models.storedBefore(rules.before());
		List<ModelPlace> unneeded = unneeded(stored);
		if (rules.tooMany(unneeded.size(), stored.size())) {
			stop(unneeded.size(), stored.size(), "models have no completed job");
			return false;
		}
		long setAside = unneeded.stream().filter((model) -> this.models.setAside(model, this.referenced)).count();
		this.meters.modelsSetAside(setAside);
		this.models.purge(rules.purgeBefore());
		return true;
	}

	/** Models whose job is there again, from a backup or because somebody put it back. */
	private void bringBack() {
		List<String> aside = this.models.setAside();
		for (int i = 0; i < aside.size(); i += MODELS_PER_QUESTION) {
			List<String> some = aside.subList(i, Math.min(aside.size(), i + MODELS_PER_QUESTION));
			this.jobs.inState(some, JobState.COMPLETED).forEach(this.models::bringBack);
		}
	}

	/** Those whose jobs will not complete, not even by another attempt. */
	private List<ModelPlace> unneeded(List<ModelPlace> stored) {
		List<ModelPlace> unneeded = new ArrayList<>();
		for (int i = 0; i < stored.size(); i += MODELS_PER_QUESTION) {
			List<ModelPlace> some = stored.subList(i, Math.min(stored.size(), i + MODELS_PER_QUESTION));
			List<String> ids = some.stream().map(ModelPlace::modelId).toList();
			Set<String> known = this.jobs.known(ids);
			Set<String> failed = this.jobs.inState(ids, IN_VAIN);
			some.stream()
				.filter((model) -> !known.contains(model.modelId()) || failed.contains(model.modelId()))
				.forEach(unneeded::add);
		}
		return unneeded;
	}

	private boolean tidyBlobs() {
		BlobSweep sweep = this.blobs.sweep(rules(), this.referenced);
		if (sweep.stopped()) {
			stop(sweep.unneeded(), sweep.blobs(), "blobs are named by no document");
		}
		this.meters.blobs(sweep);
		return !sweep.stopped();
	}

	private void stop(long unneeded, long all, String what) {
		log.error(
				"Nothing is cleared away: {} of {} {}. Are documents missing? Put them back, from a backup if need be; "
						+ "if all is as it should be, EXOSCOUT_HOUSEKEEPING_MAXSHARE=1 lets the jobs service go on",
				unneeded, all, what);
	}

}
