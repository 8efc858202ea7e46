package io.exoscout.feature;

import java.util.List;

/**
 * What is computed from a table.
 *
 * @param version the feature set, e.g. {@code kepler-2}
 * @param computed names of the features that are
 * @param leftOut features that are not, since the table lacks a column they come from, or
 * its column is not used
 */
public record FeaturePlan(String version, List<String> computed, List<LeftOut> leftOut) {

	/**
	 * A feature that is not computed.
	 *
	 * @param feature its name
	 * @param reason why not
	 */
	public record LeftOut(String feature, String reason) {
	}

}
