package io.exoscout.prediction;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the rows of a request lie from the rows their model was trained on. Features
 * that no row can have for want of columns are left out: {@code absent_columns} speaks of
 * them.
 *
 * @param level {@code none}, {@code moderate} or {@code strong}, by the overall stability
 * index; {@code few_rows} below {@value #ENOUGH}; {@code unknown} of a model that has
 * kept no training rows
 * @param rows how many rows were looked at: all, or a sample of a large table
 * @param psi the population stability index, the mean over all features, weighted by
 * their importance to the model; {@code null} where there is no verdict
 * @param outside share of the values that are there which lie outside the range of the
 * training rows
 * @param missing share of values that are missing
 * @param missingInTraining the same among the training rows
 * @param features those that differ most, first the one that differs most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Drift(@Schema(allowableValues = {
		"none", "moderate", "strong", "few_rows", "unknown" }) String level, long rows, @Nullable Double psi,
		@Nullable Double outside, @Nullable Double missing, @Nullable Double missingInTraining,
		List<FeatureDrift> features){

	/** Fewer rows differ from any others by chance alone. */
	public static final int ENOUGH = 200;

	/** From here on a stability index is called moderate. */
	private static final double MODERATE = 0.1;

	/** Above this it is called strong. */
	private static final double STRONG = 0.25;

	/** What is said of a model that has kept no training rows. */
	public static Drift unknown(long rows) {
		return new Drift("unknown", rows, null, null, null, null, List.of());
	}

	/**
	 * What a stability index is called: below 0.1 none, up to 0.25 moderate, above that
	 * strong, as is convention in credit scoring.
	 * @param psi {@code null} where rows are too few for one
	 */
	public static String level(@Nullable Double psi) {
		if (psi == null) {
			return "few_rows";
		}
		return (psi < MODERATE) ? "none" : (psi <= STRONG) ? "moderate" : "strong";
	}

	/**
	 * The same of one feature.
	 *
	 * @param feature its name
	 * @param level as of all of them
	 * @param psi of this feature; {@code null} where there is no verdict
	 * @param outside share of its values that lie outside the range of the training rows
	 * @param missing share of rows that lack it
	 * @param missingInTraining the same among the training rows
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record FeatureDrift(String feature, @Schema(allowableValues = {
			"none", "moderate", "strong", "few_rows" }) String level, @Nullable Double psi, double outside,
			double missing, double missingInTraining){
	}

}
