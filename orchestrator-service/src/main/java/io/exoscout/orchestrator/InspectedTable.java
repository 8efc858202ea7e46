package io.exoscout.orchestrator;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.archive.Target;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.ColumnUse;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.feature.FeatureSet;

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

	static InspectedTable of(Upload upload, Target target, Collection<String> excluded) {
		FeatureSet set = FeatureSet.current(upload.report().mission());
		Map<String, String> leftOut = set.leftOut(upload.report(), excluded);
		FeaturePlan plan = set.plan(upload.report(), excluded);
		TableReport report = upload.report().without(leftOut);
		return new InspectedTable(ColumnUse.complete(report, plan), plan, ColumnUse.of(report, plan),
				Usability.of(upload.trainingProblems(target, leftOut.keySet())),
				Usability.of(upload.predictionProblems()));
	}

}
