package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.exoscout.prediction.PredictionHeader.AbsentColumn;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.result.Rounded;

/**
 * Columns that no row has.
 *
 * @param all first the one that matters most
 */
record AbsentColumns(List<AbsentColumn> all) {

	/** So many are named. */
	private static final int NAMED = 10;

	/** Those among the blank cells of a row. */
	static AbsentColumns of(ModelInputs inputs, BitSet blank) {
		return new AbsentColumns(inputs.columns(blank)
			.mapToObj((column) -> new AbsentColumn(inputs.columns().get(column),
					Rounded.fourDigits(inputs.importance(column))))
			.sorted(Comparator.comparingDouble(AbsentColumn::importance).reversed())
			.toList());
	}

	/** Those that matter most. */
	List<AbsentColumn> named() {
		return this.all.subList(0, Math.min(NAMED, this.all.size()));
	}

	/** The names of those that matter most. */
	String names() {
		return names(NAMED);
	}

	/** The names of the first few. */
	String names(int count) {
		return this.all.stream().limit(count).map(AbsentColumn::column).collect(Collectors.joining(", "));
	}

}
