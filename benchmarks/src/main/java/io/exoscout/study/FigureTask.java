package io.exoscout.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.archive.Target;

/**
 * A task that models are judged by.
 *
 * @param title what it is, for the reader
 * @param file the archive's table
 * @param target what to tell apart
 * @param figures what to show
 * @param best what the best algorithm should reach, where that is laid down
 * @param each what every algorithm should reach, where that is laid down
 */
record FigureTask(String title, String file, Target target, List<Figure> figures, Map<Figure, String> best,
		Map<Figure, String> each) {

	private static final List<Figure> TWO_CLASSES = List.of(Figure.ROC_AUC, Figure.ACCURACY, Figure.AVERAGE_PRECISION,
			Figure.BRIER, Figure.CALIBRATION_ERROR);

	/** All of them. */
	static List<FigureTask> all() {
		return List.of(kepler(), keplerLabels(), tess(), k2());
	}

	private static FigureTask kepler() {
		return new FigureTask("Kepler, planet against false positive", StudyTables.KEPLER, Target.PLANET,
				with(Figure.RECALL_AT_99),
				Map.of(Figure.ROC_AUC, "≥ 0.991", Figure.ACCURACY, "≥ 0.958", Figure.AVERAGE_PRECISION, "≥ 0.985",
						Figure.BRIER, "≤ 0.032", Figure.CALIBRATION_ERROR, "≤ 0.012", Figure.RECALL_AT_99, "≥ 0.75"),
				Map.of(Figure.ROC_AUC, "≥ 0.988", Figure.ACCURACY, "≥ 0.950"));
	}

	private static FigureTask keplerLabels() {
		return new FigureTask("Kepler, the three labels", StudyTables.KEPLER, Target.DISPOSITION,
				List.of(Figure.F1_SCORE, Figure.ACCURACY, Figure.ROC_AUC, Figure.CALIBRATION_ERROR),
				Map.of(Figure.F1_SCORE, "≥ 0.82"), Map.of());
	}

	private static FigureTask tess() {
		return new FigureTask("TESS, planet against false positive or false alarm", StudyTables.TESS, Target.PLANET,
				with(Figure.RECALL_AT_97), Map.of(Figure.ROC_AUC, "≥ 0.970", Figure.RECALL_AT_97, "≥ 0.66"), Map.of());
	}

	private static FigureTask k2() {
		return new FigureTask("K2, planet against false positive or refuted", StudyTables.K2, Target.PLANET,
				with(Figure.RECALL_AT_97), Map.of(), Map.of());
	}

	private static List<Figure> with(Figure recall) {
		return Stream.concat(TWO_CLASSES.stream(), Stream.of(recall)).toList();
	}

}
