package io.exoscout.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.result.TrainingEvaluation;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a model file says about itself. Holds nothing that differs between two trainings
 * of the same job (no time, no host), so that the same job gives the same bytes.
 *
 * @param jobId the job that trained it
 * @param mission whose tables it scores
 * @param options how it was trained
 * @param featureSet version of the feature set, e.g. {@code kepler-1}
 * @param features the columns it looks at, in the order of its feature vector
 * @param classNames its classes, in the order of its probabilities
 * @param importance how much each feature contributed, same order as {@code features},
 * sums to 1
 * @param calibration how scores are calibrated, in a word; {@code none} when they are not
 * @param calibrator what calibrates them; models of earlier times have none, and their
 * scores are left as they are
 * @param metrics out-of-fold figures by name: {@code roc_auc}, {@code accuracy} …
 * @param evaluation how those figures came about: protocol, folds, groups, rows
 * @param datasetSha256 digest of the canonical training table
 * @param provenance versions of code and libraries
 */
public record ModelManifest(String jobId, Mission mission, TrainingOptions options, String featureSet,
		List<String> features, List<String> classNames, double[] importance, String calibration, Calibration calibrator,
		Map<String, Double> metrics, @Schema(implementation = TrainingEvaluation.class) Map<String, Object> evaluation,
		String datasetSha256, Map<String, String> provenance) {

	public ModelManifest {
		if (features == null || classNames == null || metrics == null || provenance == null) {
			throw new IllegalArgumentException("features, classes, figures or versions are missing");
		}
		if (Stream.of(features, classNames, metrics.values(), provenance.values())
			.flatMap(Collection::stream)
			.anyMatch(Objects::isNull)) {
			throw new IllegalArgumentException("a feature, class, figure or version is null");
		}
		calibrator = Objects.requireNonNullElse(calibrator, Calibration.NONE);
	}

}
