package io.exoscout.trainer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.exoscout.job.StoredTrainingResults;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectTable;
import io.exoscout.work.References;
import io.exoscout.worker.JobWork;
import io.exoscout.worker.WorkWatch;

/** Trains on stored tables and stores the models. */
public record StoredTraining(Datasets datasets, Training training, ModelStore models,
		References references) implements JobWork<TrainingOutcome> {

	@Override
	public JobType type() {
		return JobType.TRAINING;
	}

	@Override
	public Optional<String> tooNew(Job job) {
		return UnknownParts.unknown(job);
	}

	@Override
	public TrainingOutcome perform(Job job, WorkWatch watch) {
		Loaded loaded = load(this.datasets, job, watch::checkStopped);
		return this.training.run(loaded.task(), watch).with(loaded.facts());
	}

	/**
	 * A table in memory.
	 *
	 * @param task what to train on it
	 * @param facts what it says besides of its objects
	 */
	private record Loaded(Training.Task task, TableFacts facts) {
	}

	/** Loads the table with everything that a model may look at. */
	public static Training.Task task(Datasets datasets, Job job) {
		return load(datasets, job, () -> {
		}).task();
	}

	private static Loaded load(Datasets datasets, Job job, Runnable meanwhile) {
		Mission mission = job.params().mission();
		TableReport report = Objects.requireNonNull(job.request().report(), "a training has a report");
		FeaturePlan plan = (job.request().features() != null) ? job.request().features() : onlyColumns(mission);
		FeatureVectors vectors = new FeatureVectors(FeatureSet.of(mission, plan.version()),
				Stream.concat(report.used().stream(), plan.computed().stream()).toList());
		ObjectTable all = datasets.load(job.dataset(), mission, new FactColumns(mission, vectors.columns()).columns(),
				meanwhile);
		ObjectTable columns = TableFacts.only(all, vectors.columns());
		Neighbours neighbours = vectors.neighbours(columns, meanwhile);
		Training.Task task = new Training.Task(job.jobId(), job.dataset(), plan.version(),
				vectors.of(columns, neighbours, meanwhile), neighbours, BlankPatterns.of(columns), report.leakAudit(),
				job.params().options());
		return new Loaded(task, TableFacts.of(all));
	}

	/** The plan of jobs that were accepted before there was anything to compute. */
	private static FeaturePlan onlyColumns(Mission mission) {
		return new FeaturePlan(mission.id() + "-1", List.of(), List.of());
	}

	@Override
	public Map<String, Object> store(Job job, TrainingOutcome outcome) {
		ModelCard card = this.models.save(job.modelName(), job.owner(), outcome.model(), outcome.original(),
				outcome.candidates());
		return StoredTrainingResults.of(outcome.results(), card).asMap();
	}

	@Override
	public void discard(Job job, TrainingOutcome outcome) {
		this.models.delete(job.jobId(), this.references);
	}

	@Override
	public String lessMemory() {
		return "Use fewer or shallower trees, a smaller table, or a worker with more memory.";
	}

}
