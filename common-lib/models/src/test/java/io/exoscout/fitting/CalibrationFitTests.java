package io.exoscout.fitting;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.model.Calibration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CalibrationFitTests {

	/**
	 * Rows whose labels are drawn from probabilities, seen through a model that reports
	 * other ones.
	 * @param slope what the model's log-odds are to be multiplied by to be right
	 * @param offset what is to be added then
	 */
	private static OutOfFold distorted(int rows, double slope, double offset) {
		Random random = new Random(3);
		int[] labels = new int[rows];
		double[][] said = new double[rows][];
		for (int row = 0; row < rows; row++) {
			double logit = 2 * random.nextGaussian();
			labels[row] = (random.nextDouble() < sigmoid(logit)) ? 1 : 0;
			said[row] = pair(sigmoid((logit - offset) / slope));
		}
		return new OutOfFold(labels, said);
	}

	private static double sigmoid(double logit) {
		return 1 / (1 + Math.exp(-logit));
	}

	private static double[] pair(double p) {
		return new double[] { 1 - p, p };
	}

	private static OutOfFold rows(int[] labels, double... planet) {
		return new OutOfFold(labels,
				Arrays.stream(planet).mapToObj(CalibrationFitTests::pair).toArray(double[][]::new));
	}

	private static OutOfFold calibrated(OutOfFold scored, Calibration calibration) {
		double[][] copy = Arrays.stream(scored.probabilities()).map(double[]::clone).toArray(double[][]::new);
		Arrays.stream(copy).forEach(calibration::apply);
		return new OutOfFold(scored.labels(), copy);
	}

	private static double offset(Calibration calibration) {
		return calibration.offsets().get(1) - calibration.offsets().get(0);
	}

	@Test
	void findsHowAModelDistorts() {
		Calibration calibration = CalibrationFit.of(distorted(20_000, 0.6, 0.8));
		assertThat(calibration.slope()).isEqualTo(0.6, within(0.03));
		assertThat(offset(calibration)).isEqualTo(0.8, within(0.06));
	}

	@Test
	void leavesAGoodModelAlmostAsItIs() {
		Calibration calibration = CalibrationFit.of(distorted(20_000, 1, 0));
		assertThat(calibration.slope()).isEqualTo(1, within(0.04));
		assertThat(offset(calibration)).isEqualTo(0, within(0.05));
	}

	@Test
	void noOtherCalibrationHasLessLoss() {
		OutOfFold scored = distorted(2000, 0.6, 0.8);
		Calibration best = CalibrationFit.of(scored);
		double loss = penalised(scored, best);
		for (double slope : new double[] { -0.02, 0, 0.02 }) {
			for (double offset : new double[] { -0.02, 0, 0.02 }) {
				Calibration other = new Calibration(best.slope() + slope,
						List.of(best.offsets().get(0) - offset, best.offsets().get(1) + offset));
				assertThat(penalised(scored, other)).isGreaterThanOrEqualTo(loss);
			}
		}
	}

	private static double penalised(OutOfFold scored, Calibration calibration) {
		double pull = 25 * (calibration.slope() - 1 - Math.log(calibration.slope()))
				+ 12.5 * calibration.offsets().stream().mapToDouble((offset) -> offset * offset).sum();
		return Skill.of(calibrated(scored, calibration)).logLoss() * scored.size() + pull;
	}

	@Test
	void calibratesEachOfSeveralClasses() {
		Random random = new Random(5);
		int[] labels = new int[20_000];
		double[][] said = new double[labels.length][];
		for (int row = 0; row < labels.length; row++) {
			labels[row] = random.nextInt(3);
			// right in four of five rows, but says so of all; and partial to class 0
			int shown = (random.nextInt(5) == 0) ? random.nextInt(3) : labels[row];
			said[row] = new double[] { 0.02, 0.01, 0.01 };
			said[row][shown] = 1 - (0.04 - said[row][shown]);
		}
		OutOfFold scored = new OutOfFold(labels, said);
		OutOfFold better = calibrated(scored, CalibrationFit.of(scored));
		assertThat(calibrationError(scored)).isGreaterThan(0.05);
		assertThat(calibrationError(better)).isLessThan(0.01);
	}

	private static double calibrationError(OutOfFold predictions) {
		return predictions.judged()
			.mapToObj(predictions::ranking)
			.mapToDouble(RankingQuality::calibrationError)
			.average()
			.orElseThrow();
	}

	@Test
	void learnsNothingFromOneClass() {
		assertThat(CalibrationFit.of(rows(new int[] { 1, 1, 1 }, 0.9, 0.8, 0.3))).isEqualTo(Calibration.NONE);
	}

	@Test
	void learnsNothingFromNoRows() {
		assertThat(CalibrationFit.of(new OutOfFold(new int[0], new double[0][]))).isEqualTo(Calibration.NONE);
	}

	@Test
	void equalProbabilitiesBecomeTheShareOfTheClass() {
		int[] labels = IntStream.range(0, 4000).map((row) -> (row % 4 == 0) ? 1 : 0).toArray();
		double[] planet = new double[labels.length];
		Arrays.fill(planet, 0.5);
		OutOfFold scored = rows(labels, planet);
		assertThat(calibrated(scored, CalibrationFit.of(scored)).probabilities()[0][1]).isEqualTo(0.25, within(0.005));
	}

	@Test
	void sureAndAlwaysRightStaysFinite() {
		int[] labels = IntStream.range(0, 1000).map((row) -> row % 2).toArray();
		Calibration calibration = CalibrationFit.of(rows(labels, IntStream.of(labels).asDoubleStream().toArray()));
		assertThat(calibration.slope()).isBetween(0.5, 3.0);
		assertThat(offset(calibration)).isEqualTo(0, within(0.01));
	}

	@Test
	void sureAndAlwaysWrongFlattensWithoutTurningTheRanking() {
		int[] labels = IntStream.range(0, 1000).map((row) -> row % 2).toArray();
		Calibration calibration = CalibrationFit
			.of(rows(labels, IntStream.of(labels).mapToDouble((label) -> 1 - label).toArray()));
		assertThat(calibration.slope()).isBetween(1e-6, 0.1);
	}

	@Test
	void fewRowsMoveLittle() {
		Calibration calibration = CalibrationFit.of(rows(new int[] { 0, 1, 1 }, 0.6, 0.3, 0.9));
		assertThat(calibration.slope()).isEqualTo(1, within(0.2));
		assertThat(offset(calibration)).isEqualTo(0, within(0.2));
	}

}
