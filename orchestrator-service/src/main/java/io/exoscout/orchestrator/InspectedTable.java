package io.exoscout.orchestrator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeaturePlan;

/**
 * What a table looks like to us.
 *
 * @param report what was understood of it
 * @param features what a training would compute from it
 */
record InspectedTable(@JsonUnwrapped TableReport report, FeaturePlan features) {
}
