package io.exoscout.study;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The results of one algorithm with several seeds, each of which deals out other folds.
 *
 * @param results of each
 */
record SeedRange(List<? extends Map<?, ?>> results) {

	/** Mean, lowest and highest. */
	String text(Figure figure) {
		List<Double> values = this.results.stream().flatMapToDouble((one) -> figure.in(one).stream()).boxed().toList();
		if (values.isEmpty()) {
			return MarkdownTable.NOTHING;
		}
		DoubleSummaryStatistics all = values.stream().collect(Collectors.summarizingDouble(Double::doubleValue));
		String mean = figure.text(all.getAverage());
		return (values.size() == 1) ? mean
				: "%s (%s–%s)".formatted(mean, figure.text(all.getMin()), figure.text(all.getMax()));
	}

	/** Whether there are no results at all. */
	boolean isEmpty() {
		return this.results.stream().allMatch(Map::isEmpty);
	}

	/** The same of a part of the results, as far as they have it. */
	SeedRange part(String name) {
		return new SeedRange(this.results.stream()
			.map((one) -> (one.get(name) instanceof Map<?, ?> part) ? part : Map.of())
			.toList());
	}

}
