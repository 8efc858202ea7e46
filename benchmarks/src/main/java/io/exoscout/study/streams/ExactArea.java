package io.exoscout.study.streams;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the ROC curve as Mann and Whitney's statistic, ties half. */
final class ExactArea {

	private ExactArea() {
	}

	/** The area; NaN if there is only one label. */
	static double of(double[] probabilities, boolean[] labels) {
		int[] order = IntStream.range(0, probabilities.length)
			.boxed()
			.sorted(Comparator.comparingDouble((i) -> probabilities[i]))
			.mapToInt(Integer::intValue)
			.toArray();
		double negatives = 0;
		double positives = 0;
		double area = 0;
		for (int from = 0, to = 0; from < order.length; from = to) {
			double tied = 0;
			while (to < order.length && probabilities[order[to]] == probabilities[order[from]]) {
				tied += labels[order[to]] ? 1 : 0;
				to++;
			}
			area += tied * (negatives + (to - from - tied) / 2);
			negatives += to - from - tied;
			positives += tied;
		}
		return area / (negatives * positives);
	}

}
