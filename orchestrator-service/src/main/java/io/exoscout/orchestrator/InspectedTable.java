package io.exoscout.orchestrator;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.archive.Target;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.ColumnUse;
import io.exoscout.feature.FeatureChoice;
import io.exoscout.feature.FeaturePlan;

/**
 * What a table looks like to us.
 *
 * @param report what was understood of it
 * @param features what a training would compute from it
 * @param columnDetails what becomes of each column
 * @param trainable whether a model can be trained on it, and why not
 * @param predictable whether a model can score it, and why not
 */
record InspectedTable(@JsonUnwrapped TableReport report, FeaturePlan features, List<ColumnUse> columnDetails,
		Usability trainable, Usability predictable) {

	static InspectedTable of(Upload upload, Target target, FeatureChoice choice) {
		TableReport report = choice.report();
		FeaturePlan plan = choice.plan();
		return new InspectedTable(ColumnUse.complete(report, plan), plan, ColumnUse.of(report, plan),
				Usability.of(upload.trainingProblems(target, choice.isEmpty())),
				Usability.of(upload.predictionProblems()));
	}

}
