package io.exoscout.feature;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is computed from a table.
 *
 * @param version the feature set, e.g. {@code kepler-2}
 * @param computed names of the features that are
 * @param leftOut features that are not, since the table lacks a column they come from, or
 * its column is not used, or they were to be left out; and columns that were to be left
 * out as features, though others may be computed from them
 * @param tags what the model looks at, columns and computed features, by the ids of their
 * tags; {@code null} in plans from before there were tags
 */
public record FeaturePlan(String version, List<String> computed, List<LeftOut> leftOut,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<String>> tags) {

	/** A plan without tags. */
	public FeaturePlan(String version, List<String> computed, List<LeftOut> leftOut) {
		this(version, computed, leftOut, null);
	}

	/**
	 * A feature that is not looked at.
	 *
	 * @param feature its name
	 * @param reason why not
	 */
	public record LeftOut(String feature, String reason) {
	}

}
