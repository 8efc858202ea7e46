package io.exoscout.orchestrator.profile;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.ArchiveColumn;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column.
 *
 * @param column its name in the archive
 * @param role {@code feature}, {@code uncertainty}, {@code position}, {@code epoch} or
 * {@code leak}
 * @param unit of the values, blank where there is none
 * @param meaning what it holds, in words
 * @param missing share of the objects that have no number here, from 0 to 1; impossible
 * values count as missing
 * @param quantiles 0 %, 5 %, ..., 100 %; empty where all are missing
 * @param histogram the values by label; absent where all are missing
 */
record ColumnProfile(String column, String role, String unit, String meaning, double missing, double[] quantiles,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Histogram histogram) {

	/**
	 * Describes values.
	 * @param column whose they are
	 * @param values one of each object, {@code NaN} where it is missing
	 * @param labels of the objects
	 */
	static ColumnProfile of(ArchiveColumn column, float[] values, String[] labels) {
		float[] sorted = values.clone();
		Arrays.sort(sorted);
		// NaN comes last
		int filled = sorted.length;
		while (filled > 0 && Float.isNaN(sorted[filled - 1])) {
			filled--;
		}
		float[] numbers = Arrays.copyOf(sorted, filled);
		double missing = (values.length == 0) ? 1 : 1 - filled / (double) values.length;
		return new ColumnProfile(column.name(), column.role().name().toLowerCase(Locale.ROOT), column.unit(),
				column.meaning(), missing, Quantiles.of(numbers),
				(filled == 0) ? null : Histogram.of(numbers, values, labels));
	}

}
