package io.exoscout.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QualitySumsTests {

	@Test
	void ofNothingIsNothing() {
		assertThat(new QualitySums(1).quality()).isEqualTo(Quality.NONE);
	}

	@Test
	void tellsHowGoodPredictionsWere() {
		Quality quality = of(1, judged(0.9, true), judged(0.6, false), judged(0.2, false), judged(0.4, true));
		assertThat(quality.labels()).isEqualTo(4);
		assertThat(quality.positives()).isEqualTo(0.5);
		assertThat(quality.accuracy()).isEqualTo(0.5);
		assertThat(quality.rocAuc()).isEqualTo(0.75);
		assertThat(quality.brier()).isCloseTo((0.01 + 0.36 + 0.04 + 0.36) / 4, within(1e-15));
		assertThat(quality.logLoss()).isCloseTo(-(Math.log(0.9) + 2 * Math.log(0.4) + Math.log(0.8)) / 4,
				within(1e-15));
	}

	@Test
	void tellsHowGoodItIsToLookAtNothing() {
		Quality quality = of(1, new JudgedLabel(0.1, true, 0.75, true), new JudgedLabel(0.1, false, 0.25, true));
		assertThat(quality.majorityAccuracy()).isEqualTo(1);
		assertThat(quality.majorityBrier()).isEqualTo(0.0625);
		assertThat(quality.majorityLogLoss()).isEqualTo(-Math.log(0.75));
		assertThat(quality.noChangeAccuracy()).isEqualTo(0.5);
	}

	@Test
	void certaintyThatIsWrongCostsMuchButNotEverything() {
		assertThat(of(1, judged(0, true)).logLoss()).isCloseTo(-Math.log(1e-15), within(1e-9));
		assertThat(of(1, judged(1, false)).logLoss()).isCloseTo(-Math.log(1e-15), within(1e-9));
	}

	@Test
	void calibrationIsByHowMuchSaidAndSeenDiffer() {
		Quality quality = of(1, judged(0.75, true), judged(0.75, true), judged(0.75, true), judged(0.75, false),
				judged(1, true), judged(0, true));
		assertThat(quality.calibration()).extracting(CalibrationBin::labels).containsExactly(1.0, 4.0, 1.0);
		assertThat(quality.calibration().get(1)).isEqualTo(new CalibrationBin(0.7, 0.8, 4, 0.75, 0.75));
		assertThat(quality.calibrationError()).isCloseTo(1 / 6.0, within(1e-15));
	}

	/**
	 * The sums as the paper writes them: each is the new value plus the faded old sum.
	 */
	@Test
	void fadesAsThePaperSays() {
		Random random = new Random(5);
		QualitySums fading = new QualitySums(0.9);
		double sum = 0;
		double count = 0;
		for (int i = 0; i < 5000; i++) {
			JudgedLabel judged = judged(random.nextDouble(), random.nextBoolean());
			fading.add(judged);
			sum = judged.brier() + 0.9 * sum;
			count = 1 + 0.9 * count;
		}
		assertThat(fading.quality().brier()).isCloseTo(sum / count, within(1e-12));
		assertThat(fading.quality().labels()).isCloseTo(count, within(1e-9));
		assertThat(fading.quality().rocAuc()).isBetween(0.0, 1.0);
	}

	@Test
	void areaIsExactToATenThousandth() {
		Random random = new Random(11);
		QualitySums sums = new QualitySums(1);
		List<double[]> all = new ArrayList<>();
		for (int i = 0; i < 4000; i++) {
			boolean positive = random.nextInt(20) == 0;
			double probability = 1 / (1 + Math.exp(5 - random.nextGaussian() - (positive ? 1 : 0)));
			sums.add(judged(probability, positive));
			all.add(new double[] { probability, positive ? 1 : 0 });
		}
		double wins = 0;
		double pairs = 0;
		for (double[] one : all) {
			for (double[] other : all) {
				if (one[1] == 1 && other[1] == 0) {
					pairs++;
					wins += (one[0] > other[0]) ? 1 : (one[0] == other[0]) ? 0.5 : 0;
				}
			}
		}
		assertThat(sums.quality().rocAuc()).isCloseTo(wins / pairs, within(1e-4));
	}

	@Test
	void binsAreInTheOrderOfProbabilities() {
		int before = -1;
		for (double probability = 0; probability <= 1; probability += 1e-5) {
			int bin = ProbabilityBins.bin(probability);
			assertThat(bin).isBetween(Math.max(0, before), ProbabilityBins.SIZE - 1);
			before = bin;
		}
		assertThat(ProbabilityBins.bin(1)).isEqualTo(ProbabilityBins.SIZE - 1);
		assertThat(ProbabilityBins.bin(Math.nextDown(0.5))).isLessThan(ProbabilityBins.bin(0.5));
	}

	@Test
	void lastJudgementsAreThoseOfThatManyLabels() {
		LastJudgements last = new LastJudgements(2);
		last.add(judged(0.1, true));
		last.add(judged(0.9, true));
		last.add(judged(0.2, false));
		assertThat(last.quality()).isEqualTo(of(1, judged(0.9, true), judged(0.2, false)));
	}

	private static JudgedLabel judged(double probability, boolean positive) {
		return new JudgedLabel(probability, positive, 0.5, false);
	}

	private static Quality of(double fading, JudgedLabel... judgements) {
		QualitySums sums = new QualitySums(fading);
		for (JudgedLabel judged : judgements) {
			sums.add(judged);
		}
		return sums.quality();
	}

}
