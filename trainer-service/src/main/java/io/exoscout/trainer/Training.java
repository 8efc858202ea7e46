package io.exoscout.trainer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.exoscout.candidate.CandidateRanking;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.feature.Neighbours;
import io.exoscout.fitting.Folds;
import io.exoscout.fitting.KeptRows;
import io.exoscout.leak.LeakAudit;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.objects.ObjectTable;
import io.exoscout.trainer.evaluation.ClassReport;
import io.exoscout.trainer.evaluation.CrossValidation;
import io.exoscout.trainer.evaluation.Curves;
import io.exoscout.trainer.evaluation.Evaluation;
import io.exoscout.trainer.evaluation.FeatureAudit;
import io.exoscout.trainer.evaluation.Figures;
import io.exoscout.trainer.ranking.CandidateModels;
import io.exoscout.trainer.ranking.CandidateNotes;
import io.exoscout.trainer.ranking.Candidates;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.jspecify.annotations.Nullable;

/**
 * From a table to an evaluated model: picks the decided rows, deals their stars out to
 * folds, fits and scores, and writes down what came out. Keeps no state; several
 * trainings may run at once.
 */
public final class Training {

	private final int threads;

	/**
	 * A trainer.
	 * @param threads how many fits run side by side; the outcome does not depend on it
	 */
	public Training(int threads) {
		this.threads = threads;
	}

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
		CrossValidation.Result fitted = new CrossValidation(samples, folds, Learner.of(task.options()), seed)
			.run(this.threads, watch);
		watch.progress("evaluation", 0.99, "Computing figures and curves");
		Figures figures = new Figures(fitted.predictions());
		Map<String, Object> evaluation = new Evaluation(samples, folds, fitted.predictions(), figures).asMap(seed,
				watch);
		evaluation.put("leak_audit", audited.asMap(task.audit()));
		ModelManifest manifest = new ModelManifest(task.jobId(), task.table().mission(), task.options(),
				task.featureSet(), samples.features(), samples.classNames(), fitted.model().importance(),
				fitted.calibration().method(), fitted.calibration(), figures.all(), evaluation, task.dataset().sha256(),
				madeOf(task));
		TrainedModel model = new TrainedModel(manifest, fitted.model().forests(), task.neighbours(),
				KeptRows.of(samples, task.blanks()));
		CandidateRanking candidates = new Candidates(task.table(), task.featureSet(), task.options().target(), samples,
				new CandidateModels(model, fitted.foldModels(), folds, fitted.predictions()), this.threads, watch)
			.rank();
		return new TrainingOutcome(model, results(task, samples, fitted, figures, manifest, candidates), candidates);
	}

	/** What the model is made of: the same for the same job on every machine. */
	private static Map<String, String> madeOf(Task task) {
		Map<String, String> provenance = LibraryVersions.of(task.options().algorithm());
		if (task.dataset().downloaded() != null) {
			provenance.put("table_downloaded", task.dataset().downloaded());
		}
		return provenance;
	}

	private static Map<String, Object> results(Task task, Samples samples, CrossValidation.Result fitted,
			Figures figures, ModelManifest manifest, CandidateRanking candidates) {
		ClassReport report = figures.report();
		Map<String, Object> results = figures.asMap();
		results.put("uncalibrated", new Figures(fitted.uncalibrated()).asMap());
		results.put("classification_report", report.asMap(samples.classNames()));
		results.put("confusion_matrix", report.matrixAsMap(samples.classNames()));
		results.put("curves", new Curves(fitted.predictions(), samples.classNames()).asMap());
		results.put("feature_importance", importance(manifest));
		results.put("evaluation", manifest.evaluation());
		results.put("leak_audit", Objects.requireNonNull(manifest.evaluation().get("leak_audit")));
		results.put("candidates", CandidateNotes.asMap(candidates.summary()));
		results.put("timings",
				Map.of("cross_validation_seconds", fitted.foldSeconds(), "final_fit_seconds", fitted.finalSeconds()));
		results.put("provenance", provenance(task, manifest));
		return results;
	}

	private static List<Map<String, Object>> importance(ModelManifest manifest) {
		double[] importance = manifest.importance();
		return IntStream.range(0, importance.length)
			.boxed()
			.sorted(Comparator.comparingDouble((f) -> -importance[f]))
			.map((f) -> {
				Map<String, Object> entry = new LinkedHashMap<>();
				entry.put("feature", manifest.features().get(f));
				entry.put("importance", importance[f]);
				return entry;
			})
			.toList();
	}

	private static Map<String, Object> provenance(Task task, ModelManifest manifest) {
		Map<String, Object> provenance = new TreeMap<>(manifest.provenance());
		provenance.put("table_sha256", task.dataset().sha256());
		if (task.dataset().sentSha256() != null) {
			provenance.put("sent_sha256", task.dataset().sentSha256());
		}
		provenance.put("feature_set", manifest.featureSet());
		provenance.put("seed", task.options().seed());
		provenance.put("java", Runtime.version().toString());
		return provenance;
	}

}
