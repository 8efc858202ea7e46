package io.exoscout.predictor.card;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainingOptions;
import io.exoscout.store.BlobRef;

/** Cards of models that were never trained. */
final class CardModels {

	static final String TABLE = "1".repeat(64);

	private static final Map<String, Object> EVALUATION = Map.of("protocol", "five folds by star", "rows", 120,
			"groups", 100, "class_counts", Map.of("FALSE POSITIVE", 80, "CONFIRMED", 40), "notes",
			List.of("archive_score is left out"), "intervals",
			Map.of("method", "bootstrap by star", "level", 0.95, "resamples", 1000, "roc_auc",
					Map.of("lower", 0.95, "upper", 0.99)),
			"baselines", Map.of("majority_class", Map.of("accuracy", 0.66, "roc_auc", 0.5)), "leak_audit",
			Map.of("flagged_in_table", List.of(Map.of("column", "koi_odd", "roc_auc", 0.99, "flagged", true, "finding",
					"this column alone reaches ROC-AUC 0.990"))));

	private CardModels() {
	}

	static ModelCard card(String id, String name) {
		return card(id, name, Map.of("roc_auc", 0.97, "brier", 0.03), EVALUATION, TABLE);
	}

	static ModelCard card(String id, String name, Map<String, Double> metrics, Map<String, Object> evaluation,
			String table) {
		TrainingOptions options = new TrainingOptions(Algorithm.RANDOM_FOREST, Target.PLANET,
				Map.of("n_estimators", 300), List.of("koi_sma"), 42);
		ModelManifest manifest = new ModelManifest("job", Mission.KEPLER, options, "kepler-3",
				List.of("koi_period", "koi_depth", "duty_cycle"), List.of(Target.FALSE_POSITIVE, Target.CONFIRMED),
				new double[] { 0.5, 0.3, 0.2 }, "none", Calibration.NONE, metrics, evaluation, table, Map.of());
		return new ModelCard(id, name, Instant.EPOCH, new BlobRef("ab".repeat(32), 5), manifest, null);
	}

	/** One that was made of an ONNX file. */
	static ModelCard ofOnnx(Map<String, String> origin) {
		ModelManifest from = card("theirs", "theirs", Map.of(), Map.of(), "0".repeat(64)).manifest();
		Map<String, String> provenance = new TreeMap<>(origin);
		provenance.put("origin", "onnx");
		ModelManifest manifest = new ModelManifest("ab".repeat(32), from.mission(), from.options(), from.featureSet(),
				from.features(), from.classNames(), from.importance(), from.calibration(), from.calibrator(), Map.of(),
				Map.of(), from.datasetSha256(), provenance);
		return new ModelCard("theirs", "theirs", Instant.EPOCH, new BlobRef("ab".repeat(32), 5), manifest, null,
				new ModelCard.Imported("sklearn.onnx"), null, null);
	}

	/** The same interval of ROC-AUC moved. */
	static ModelCard rocAuc(String id, double value) {
		return card(id, id, Map.of("roc_auc", value), Map.of("intervals", Map.of("method", "bootstrap", "level", 0.95,
				"roc_auc", Map.of("lower", value - 0.01, "upper", value + 0.01))), TABLE);
	}

}
