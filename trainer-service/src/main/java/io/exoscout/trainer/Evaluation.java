package io.exoscout.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the figures came about: the protocol, and each fold for itself.
 *
 * @param samples the rows
 * @param folds how they were dealt out
 * @param predictions out of fold
 */
record Evaluation(Samples samples, Folds folds, OutOfFold predictions) {

	private static final String PROTOCOL = "stratified %d-fold cross-validation grouped by star; calibrated within the training rows of each fold; figures from out-of-fold predictions, model refitted on all rows";

	Map<String, Object> asMap() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("protocol", PROTOCOL.formatted(this.folds.count()));
		map.put("folds", this.folds.count());
		map.put("groups", this.folds.stars());
		map.put("rows", this.samples.size());
		map.put("class_counts", classCounts());
		List<Map<String, Object>> perFold = new ArrayList<>();
		for (int fold = 0; fold < this.folds.count(); fold++) {
			perFold.add(fold(fold));
		}
		map.put("per_fold", perFold);
		if (perFold.stream().anyMatch((fold) -> !fold.containsKey("roc_auc"))) {
			map.put("notes", List.of("roc_auc and average_precision are left out where a fold lacks a class"));
		}
		return map;
	}

	private Map<String, Integer> classCounts() {
		Map<String, Integer> counts = new LinkedHashMap<>();
		int[] numbers = this.samples.classCounts();
		for (int c = 0; c < numbers.length; c++) {
			counts.put(this.samples.classNames().get(c), numbers[c]);
		}
		return counts;
	}

	private Map<String, Object> fold(int fold) {
		int[] rows = this.folds.tested(fold);
		OutOfFold tested = this.predictions.only(rows);
		Figures figures = new Figures(tested);
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("fold", fold + 1);
		map.put("rows", rows.length);
		map.put("stars", Arrays.stream(rows).mapToObj((row) -> this.samples.stars()[row]).distinct().count());
		map.put("accuracy", ClassReport.of(tested).accuracy());
		put(map, "roc_auc", figures.rocAuc());
		put(map, "average_precision", figures.averagePrecision());
		map.put("brier", figures.brier());
		return map;
	}

	private static void put(Map<String, Object> map, String name, OptionalDouble figure) {
		figure.ifPresent((value) -> map.put(name, value));
	}

}
