package io.exoscout.trainer;

import java.util.LinkedHashMap;
import java.util.Map;

import io.exoscout.dataset.ArchiveColumns;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Mission;
import io.exoscout.dataset.ObjectTable;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.work.Job;
import io.exoscout.work.References;

/** Trains on stored tables and stores the models. */
class StoredTraining implements JobTraining {

	private final Datasets datasets;

	private final Training training;

	private final ModelStore models;

	private final References references;

	StoredTraining(Datasets datasets, Training training, ModelStore models, References references) {
		this.datasets = datasets;
		this.training = training;
		this.models = models;
		this.references = references;
	}

	@Override
	public TrainingOutcome train(Job job, TrainingWatch watch) {
		Mission mission = job.params().mission();
		ObjectTable table = this.datasets.load(job.dataset(), mission, job.report().used());
		return this.training.run(new Training.Task(job.jobId(), job.dataset(), ArchiveColumns.featureSet(mission),
				table, job.report().leakAudit(), job.params().options()), watch);
	}

	@Override
	public Map<String, Object> store(Job job, TrainingOutcome outcome) {
		ModelCard card = this.models.save(job.modelName(), outcome.manifest(), outcome.forest());
		Map<String, Object> results = new LinkedHashMap<>(outcome.results());
		results.put("model",
				Map.of("model_id", card.modelId(), "bytes", card.file().bytes(), "sha256", card.file().sha256()));
		return results;
	}

	@Override
	public void discard(String jobId) {
		this.models.delete(jobId, this.references);
	}

}
