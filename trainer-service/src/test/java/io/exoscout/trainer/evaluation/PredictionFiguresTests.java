package io.exoscout.trainer.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.result.CurvePoints.ThresholdCounts;
import io.exoscout.result.ClassFigures;
import io.exoscout.result.ResultJson;
import org.junit.jupiter.api.Test;

import io.exoscout.fitting.OutOfFold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Expected values computed by hand. */
class PredictionFiguresTests {

	private static OutOfFold binary(int[] labels, double... positive) {
		double[][] probabilities = new double[labels.length][];
		for (int row = 0; row < labels.length; row++) {
			probabilities[row] = new double[] { 1 - positive[row], positive[row] };
		}
		return new OutOfFold(labels, probabilities);
	}

	/** Ranking + - + + -: five of six pairs in order would be 1; here four are. */
	private static final OutOfFold FIVE = binary(new int[] { 1, 0, 1, 1, 0 }, 0.9, 0.8, 0.7, 0.6, 0.1);

	private static final OutOfFold THREE_CLASSES = new OutOfFold(new int[] { 0, 1, 2, 2 },
			new double[][] { { 0.8, 0.1, 0.1 }, { 0.2, 0.5, 0.3 }, { 0.1, 0.2, 0.7 }, { 0.6, 0.1, 0.3 } });

	@Test
	void rocAucCountsOrderedPairs() {
		assertThat(new PredictionFigures(FIVE).rocAuc()).hasValue(4.0 / 6);
	}

	@Test
	void rocAucCountsTiesHalf() {
		assertThat(new PredictionFigures(binary(new int[] { 1, 0, 1, 0 }, 0.5, 0.5, 0.9, 0.1)).rocAuc().orElseThrow())
			.isCloseTo(3.5 / 4, within(1e-12));
	}

	@Test
	void averagePrecisionAveragesOverHits() {
		assertThat(new PredictionFigures(FIVE).averagePrecision().orElseThrow()).isCloseTo((1 + 2.0 / 3 + 3.0 / 4) / 3,
				within(1e-12));
	}

	@Test
	void severalClassesAreAveraged() {
		// class 0: 3 of 3 pairs, class 1: 3 of 3, class 2: 0.7 > both, 0.3 ties with 0.3
		// and beats 0.1
		PredictionFigures figures = new PredictionFigures(THREE_CLASSES);
		assertThat(figures.rocAuc().orElseThrow()).isCloseTo((1 + 1 + 3.5 / 4) / 3, within(1e-12));
		// class 2: one row for sure, the other one shares its score
		assertThat(figures.recallAtPrecision(0.9).orElseThrow()).isCloseTo((1 + 1 + 0.5) / 3, within(1e-12));
		assertThat(figures.precisionAt(2).orElseThrow()).isCloseTo((0.5 + 0.5 + 0.75) / 3, within(1e-12));
	}

	@Test
	void brierOfSeveralClassesIsHalfTheSquaredDistance() {
		assertThat(new PredictionFigures(THREE_CLASSES).brier())
			.isCloseTo((0.06 + 0.38 + 0.14 + (0.36 + 0.01 + 0.49)) / 2 / 4, within(1e-12));
	}

	@Test
	void weighingRowsIsRepeatingThem() {
		PredictionFigures weighted = new PredictionFigures(THREE_CLASSES).weighted(new int[] { 2, 1, 0, 3 });
		PredictionFigures repeated = new PredictionFigures(THREE_CLASSES.only(new int[] { 0, 0, 1, 3, 3, 3 }));
		assertThat(weighted.all()).hasSize(7);
		weighted.all()
			.forEach((name, value) -> assertThat(value).as(name).isCloseTo(repeated.all().get(name), within(1e-12)));
	}

	@Test
	void headsLongerThanTheRankingAreLeftOut() {
		int[] labels = IntStream.range(0, 150).map((row) -> (row < 90) ? 1 : 0).toArray();
		double[] scores = IntStream.range(0, 150).mapToDouble((row) -> 1 - row / 150.0).toArray();
		assertThat(ResultJson.map(new PredictionFigures(binary(labels, scores)).ranked()).get("precision_at"))
			.isEqualTo(List.of(Map.of("top", 50, "precision", 1.0), Map.of("top", 100, "precision", 0.9)));
	}

	@Test
	void recallIsReportedAtHighPrecision() {
		// down to the 40th row all are planets, then every tenth is not, beginning with
		// the next
		int[] labels = IntStream.range(0, 200).map((row) -> (row < 40 || row % 10 != 0) ? 1 : 0).toArray();
		double[] scores = IntStream.range(0, 200).mapToDouble((row) -> 1 - row / 200.0).toArray();
		int planets = IntStream.of(labels).sum();
		// 49 of 50 rows are 0.98, 58 of 60 are 0.967
		assertThat(ResultJson.map(new PredictionFigures(binary(labels, scores)).ranked()).get("recall_at_precision"))
			.isEqualTo(List.of(Map.of("precision", 0.99, "recall", 40.0 / planets),
					Map.of("precision", 0.97, "recall", 49.0 / planets)));
	}

	@Test
	void undefinedWithoutBothClasses() {
		assertThat(new PredictionFigures(binary(new int[] { 1, 1 }, 0.5, 0.6)).rocAuc()).isEmpty();
		assertThat(new PredictionFigures(binary(new int[] { 0, 0 }, 0.5, 0.6)).averagePrecision()).isEmpty();
	}

	@Test
	void logLossIsTheMeanSurprise() {
		assertThat(new PredictionFigures(binary(new int[] { 1, 0 }, 0.8, 0.4)).logLoss())
			.isCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, within(1e-12));
	}

	@Test
	void logLossStaysFiniteWhenSureAndWrong() {
		assertThat(new PredictionFigures(binary(new int[] { 1, 0 }, 0, 1)).logLoss()).isFinite().isGreaterThan(30);
	}

	@Test
	void brierIsTheSquaredErrorOfThePositiveClass() {
		assertThat(new PredictionFigures(binary(new int[] { 1, 0 }, 0.8, 0.4)).brier()).isCloseTo((0.04 + 0.16) / 2,
				within(1e-12));
	}

	@Test
	void calibrationErrorIsTheGapPerBin() {
		// two bins of two rows: said 0.9, found 0.5; said 0.1, found 0
		assertThat(new PredictionFigures(binary(new int[] { 1, 0, 0, 0 }, 0.9, 0.9, 0.1, 0.1)).calibrationError())
			.isCloseTo((0.4 + 0.1) / 2, within(1e-12));
	}

	@Test
	void certaintyFallsIntoTheLastBin() {
		assertThat(new PredictionFigures(binary(new int[] { 1, 0 }, 1, 0)).calibrationError()).isZero();
	}

	@Test
	void reportFollowsTheConfusionMatrix() {
		ConfusionCounts report = new PredictionFigures(THREE_CLASSES).report();
		assertThat(report.matrix()).isDeepEqualTo(new int[][] { { 1, 0, 0 }, { 0, 1, 0 }, { 1, 0, 1 } });
		assertThat(report.accuracy()).isEqualTo(0.75);
		assertThat(report.line(0)).isEqualTo(new ClassFigures(0.5, 1, 2.0 / 3, 1));
		assertThat(report.line(2)).isEqualTo(new ClassFigures(1, 0.5, 2.0 / 3, 2));
		assertThat(report.macro().f1Score()).isCloseTo((2.0 / 3 + 1 + 2.0 / 3) / 3, within(1e-12));
		assertThat(report.weighted().f1Score()).isCloseTo((2.0 / 3 + 1 + 4.0 / 3) / 4, within(1e-12));
	}

	@Test
	void classesThatAreNeverPredictedCountAsZero() {
		assertThat(new PredictionFigures(binary(new int[] { 1, 0 }, 0.1, 0.1)).report().line(1))
			.isEqualTo(new ClassFigures(0, 0, 0, 1));
	}

	@Test
	void reportNamesClasses() {
		assertThat(ResultJson.map(new PredictionFigures(FIVE).report().named(List.of("FALSE POSITIVE", "CONFIRMED"))))
			.containsOnlyKeys("FALSE POSITIVE", "CONFIRMED", "accuracy", "macro avg", "weighted avg");
	}

	@Test
	void curvesRunFromEndToEndInBoundedSteps() {
		int rows = 5000;
		int[] labels = IntStream.range(0, rows).map((row) -> (row * 31 % 97 < 40) ? 1 : 0).toArray();
		double[] scores = IntStream.range(0, rows)
			.mapToDouble((row) -> (row % 1009 + 300.0 * labels[row]) / 1400)
			.toArray();
		Map<String, Object> curves = ResultJson.map(new Curves(binary(labels, scores), List.of("no", "yes")).points());
		List<Map<String, Double>> roc = points(curves, "roc");
		assertThat(roc).hasSizeBetween(100, Curves.MAX_POINTS);
		assertThat(roc.get(0)).containsExactly(Map.entry("false_positive_rate", 0.0),
				Map.entry("true_positive_rate", 0.0));
		assertThat(roc.get(roc.size() - 1)).containsEntry("false_positive_rate", 1.0)
			.containsEntry("true_positive_rate", 1.0);
		List<Map<String, Double>> precisionRecall = points(curves, "precision_recall");
		assertThat(precisionRecall).hasSizeBetween(100, Curves.MAX_POINTS);
		assertThat(precisionRecall.get(0)).containsEntry("recall", 1.0);
		assertThat(precisionRecall.get(precisionRecall.size() - 1)).containsEntry("recall", 0.0)
			.containsEntry("precision", 1.0);
	}

	@Test
	void confusionIsCountedAtEachThreshold() {
		int[] labels = { 0, 0, 1, 1, 1 };
		double[] scores = { 0.1, 0.6, 0.55, 0.555, 1 };
		ThresholdCounts counts = new Curves(binary(labels, scores), List.of("no", "yes")).points()
			.confusion()
			.get("yes");
		assertThat(counts.threshold()).hasSize(201).startsWith(0.0, 0.005).endsWith(1.0);
		for (int i = 0; i < 201; i++) {
			double threshold = counts.threshold().get(i);
			assertThat(counts.truePositives().get(i)).as("at " + threshold)
				.isEqualTo(called(labels, scores, 1, threshold));
			assertThat(counts.falsePositives().get(i)).isEqualTo(called(labels, scores, 0, threshold));
			assertThat(counts.truePositives().get(i) + counts.falseNegatives().get(i)).isEqualTo(3);
			assertThat(counts.falsePositives().get(i) + counts.trueNegatives().get(i)).isEqualTo(2);
		}
	}

	private static int called(int[] labels, double[] scores, int label, double threshold) {
		return (int) IntStream.range(0, labels.length)
			.filter((row) -> labels[row] == label && scores[row] >= threshold)
			.count();
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Double>> points(Map<String, Object> curves, String name) {
		return ((Map<String, List<Map<String, Double>>>) curves.get(name)).get("yes");
	}

}
