package io.exoscout.trainer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.candidate.CandidateRanking;
import io.exoscout.candidate.CandidateSummary;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.fitting.Folds;
import io.exoscout.fitting.KeptRows;
import io.exoscout.leak.LeakAudit;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.trainer.engine.Learners;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.objects.ObjectTable;
import io.exoscout.result.FeatureImportance;
import io.exoscout.result.ResultJson;
import io.exoscout.result.TrainingEvaluation;
import io.exoscout.result.TrainingProvenance;
import io.exoscout.result.TrainingResults;
import io.exoscout.result.TrainingTimings;
import io.exoscout.trainer.evaluation.ConfusionCounts;
import io.exoscout.trainer.evaluation.CrossValidation;
import io.exoscout.trainer.evaluation.Curves;
import io.exoscout.trainer.evaluation.Evaluation;
import io.exoscout.trainer.evaluation.FeatureAudit;
import io.exoscout.trainer.evaluation.PredictionFigures;
import io.exoscout.trainer.ranking.CandidateModels;
import io.exoscout.trainer.ranking.CandidateRanker;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.jspecify.annotations.Nullable;

/**
 * From a table to an evaluated model: picks the decided rows, deals their stars out to
 * folds, fits and scores, and writes down what came out. Keeps no state; several
 * trainings may run at once.
 *
 * @param threads how many fits run side by side; the outcome does not depend on it
 */
public record Training(int threads) {

	/**
	 * What to train.
	 *
	 * @param jobId the job
	 * @param dataset the stored table, for the record
	 * @param featureSet version of the feature set the columns were chosen by
	 * @param table the table, with the features to learn from for columns
	 * @param neighbours its objects, if a feature looks at them
	 * @param blanks which cells of the table are blank
	 * @param audit what the table's columns gave away; {@code null} where that was not
	 * measured
	 * @param options how to
	 */
	public record Task(String jobId, DatasetRef dataset, String featureSet, ObjectTable table, Neighbours neighbours,
			BlankPatterns blanks, @Nullable LeakAudit audit, TrainingOptions options) {
	}

	/**
	 * Trains one model.
	 * @param task what to train
	 * @param watch hears of the progress, and may stop it
	 * @return the model and all about it
	 * @throws WorkStopped within half a second of the watch saying so
	 * @throws io.exoscout.problem.ProblemException {@code UNUSABLE} if the table has no
	 * column or too few labels
	 */
	public TrainingOutcome run(Task task, WorkWatch watch) {
		FeatureAudit audited = FeatureAudit.of(Samples.of(task.table(), task.options()), task.table().mission(),
				task.options().target());
		Samples samples = audited.samples();
		Seed seed = new Seed(task.options().seed());
		Folds folds = Folds.of(samples, seed);
		CrossValidation.Result fitted = new CrossValidation(samples, folds, Learners.of(task.options()), seed)
			.run(this.threads, watch);
		watch.progress("evaluation", 0.99, "Computing figures and curves");
		PredictionFigures figures = new PredictionFigures(fitted.predictions());
		TrainingEvaluation evaluation = new Evaluation(samples, folds, fitted.predictions(), figures).measure(seed,
				audited.leaks(task.audit()), watch);
		ModelManifest manifest = new ModelManifest(task.jobId(), task.table().mission(), task.options(),
				task.featureSet(), samples.features(), samples.classNames(), fitted.model().importance(),
				fitted.calibration().method(), fitted.calibration(), figures.all(), ResultJson.map(evaluation),
				task.dataset().sha256(), madeOf(task));
		TrainedModel model = new TrainedModel(manifest, fitted.model().forests(), task.neighbours(),
				KeptRows.of(samples, task.blanks()));
		CandidateRanking candidates = new CandidateRanker(task.table(), task.featureSet(), task.options().target(),
				samples, new CandidateModels(model, fitted.foldModels(), folds, fitted.predictions()), this.threads,
				watch)
			.rank();
		return new TrainingOutcome(model, fitted.model().original(),
				results(task, fitted, figures, evaluation, manifest, candidates.summary()), candidates);
	}

	/** What the model is made of: the same for the same job on every machine. */
	private static Map<String, String> madeOf(Task task) {
		Map<String, String> provenance = LibraryVersions.of(task.options()).byName();
		if (task.dataset().downloaded() != null) {
			provenance.put("table_downloaded", task.dataset().downloaded());
		}
		return provenance;
	}

	private static TrainingResults results(Task task, CrossValidation.Result fitted, PredictionFigures figures,
			TrainingEvaluation evaluation, ModelManifest manifest, CandidateSummary candidates) {
		List<String> classNames = manifest.classNames();
		ConfusionCounts report = figures.report();
		return new TrainingResults(figures.ranked(), new PredictionFigures(fitted.uncalibrated()).ranked(),
				report.named(classNames), report.confusion(classNames),
				new Curves(fitted.predictions(), classNames).points(), importance(manifest), evaluation,
				evaluation.leakAudit(), candidates, new TrainingTimings(fitted.foldSeconds(), fitted.finalSeconds()),
				provenance(task, manifest));
	}

	private static List<FeatureImportance> importance(ModelManifest manifest) {
		double[] importance = manifest.importance();
		return IntStream.range(0, importance.length)
			.boxed()
			.sorted(Comparator.comparingDouble((f) -> -importance[f]))
			.map((f) -> new FeatureImportance(manifest.features().get(f), importance[f]))
			.toList();
	}

	private static TrainingProvenance provenance(Task task, ModelManifest manifest) {
		LibraryVersions versions = LibraryVersions.of(task.options());
		return new TrainingProvenance(versions.commit(), versions.exoscout(), manifest.featureSet(),
				Runtime.version().toString(), task.options().seed(), task.dataset().sentSha256(),
				task.dataset().downloaded(), task.dataset().sha256(), versions.xgboost(), versions.tribuo());
	}

}
