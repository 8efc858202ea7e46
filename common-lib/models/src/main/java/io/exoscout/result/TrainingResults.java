package io.exoscout.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.candidate.CandidateSummary;

/**
 * What came out of a training: figures of out-of-fold predictions, so that no row was
 * scored by a model that knew its star.
 *
 * @param figures of the calibrated probabilities
 * @param uncalibrated the same before calibration
 * @param classificationReport how well each class is recognised
 * @param confusionMatrix what rows were taken for
 * @param curves for drawing
 * @param featureImportance how much each feature contributed, most first
 * @param evaluation how the figures came about and what they are worth
 * @param leakAudit what the features give away by themselves
 * @param candidates what holds for all of the ranked candidates
 * @param timings how long it took
 * @param provenance what the model is made of and by
 */
public record TrainingResults(@JsonUnwrapped RankedFigures figures, RankedFigures uncalibrated,
		ClassificationReport classificationReport, ConfusionMatrix confusionMatrix, CurvePoints curves,
		List<FeatureImportance> featureImportance, TrainingEvaluation evaluation, FeatureLeaks leakAudit,
		CandidateSummary candidates, TrainingTimings timings, TrainingProvenance provenance) {
}
