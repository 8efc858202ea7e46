package io.exoscout.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import io.exoscout.fitting.OutOfFold;
import io.exoscout.fitting.RankingQuality;
import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Algorithm;
import io.exoscout.trainer.evaluation.PredictionFigures;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Our trees against those of an independent implementation, on rows neither has seen, and
 * our figures against its figures.
 */
class TribuoOracleTests {

	private static final int ROWS = 1200;

	private static final int TRAINED = 800;

	private static final String[] FEATURES = { "a", "b", "c", "d" };

	private final float[][] values = new float[FEATURES.length][ROWS];

	private final int[] labels = new int[ROWS];

	TribuoOracleTests() {
		Random random = new Random(3);
		for (int row = 0; row < ROWS; row++) {
			for (int f = 0; f < FEATURES.length; f++) {
				this.values[f][row] = (float) random.nextGaussian();
			}
			double score = this.values[0][row] * this.values[1][row] + this.values[2][row] + random.nextGaussian() / 2;
			this.labels[row] = (score > 0) ? 1 : 0;
		}
	}

	@Test
	void forestRanksAtLeastAsWell() {
		double theirs = auc(tribuo());
		assertThat(theirs).isGreaterThan(0.85);
		assertThat(auc(ours(Algorithm.RANDOM_FOREST, 0.5))).isGreaterThan(theirs - 0.005);
		assertThat(auc(ours(Algorithm.GRADIENT_BOOSTING, 1))).isGreaterThan(theirs - 0.005);
	}

	@Test
	void areasUnderCurvesAreTheSameWhateverScoresAreEqual() {
		boolean[] positive = new boolean[ROWS];
		double[] fine = new double[ROWS];
		double[] coarse = new double[ROWS];
		for (int row = 0; row < ROWS; row++) {
			positive[row] = this.labels[row] == 1;
			fine[row] = 1 / (1 + Math.exp(-this.values[2][row]));
			coarse[row] = Math.round(10 * fine[row]) / 10.0;
		}
		for (double[] scores : List.of(fine, coarse, new double[ROWS])) {
			RankingQuality ours = RankingQuality.of(positive, scores);
			assertThat(ours.rocAuc().orElseThrow()).isCloseTo(LabelEvaluationUtil.binaryAUCROC(positive, scores),
					within(1e-12));
			assertThat(ours.averagePrecision().orElseThrow())
				.isCloseTo(LabelEvaluationUtil.averagedPrecision(positive, scores), within(1e-12));
		}
	}

	private double auc(double[] scores) {
		int[] tested = Arrays.copyOfRange(this.labels, TRAINED, ROWS);
		double[][] probabilities = new double[tested.length][];
		for (int i = 0; i < tested.length; i++) {
			probabilities[i] = new double[] { 1 - scores[i], scores[i] };
		}
		return new PredictionFigures(new OutOfFold(tested, probabilities)).rocAuc().orElseThrow();
	}

	private double[] ours(Algorithm algorithm, double maxFeatures) {
		TrainingSet set = new TrainingSet(this.values, this.labels, 2, IntStream.range(0, TRAINED).toArray());
		Fit fit = Learner.of(algorithm, algorithm.check(Map.of("n_estimators", 200, "max_features", maxFeatures)))
			.fit(set, new Seed(1), new FitMonitor());
		double[] scores = new double[ROWS - TRAINED];
		double[] probabilities = new double[2];
		for (int i = 0; i < scores.length; i++) {
			fit.forests().predict(row(TRAINED + i), probabilities);
			scores[i] = probabilities[1];
		}
		return scores;
	}

	private float[] row(int row) {
		float[] vector = new float[FEATURES.length];
		for (int f = 0; f < vector.length; f++) {
			vector[f] = this.values[f][row];
		}
		return vector;
	}

	private double[] tribuo() {
		Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
		List<Example<Label>> examples = new ArrayList<>();
		for (int row = 0; row < ROWS; row++) {
			double[] numbers = new double[FEATURES.length];
			for (int f = 0; f < numbers.length; f++) {
				numbers[f] = this.values[f][row];
			}
			examples.add(new ArrayExample<>(new Label(String.valueOf(this.labels[row])), FEATURES, numbers));
		}
		MutableDataset<Label> training = new MutableDataset<>(
				new SimpleDataSourceProvenance("made", new LabelFactory()), new LabelFactory());
		training.addAll(examples.subList(0, TRAINED));
		Model<Label> model = new RandomForestTrainer<>(new CARTClassificationTrainer(32, 0.5f, 1), new VotingCombiner(),
				30)
			.train(training);
		double[] scores = new double[ROWS - TRAINED];
		for (int i = 0; i < scores.length; i++) {
			scores[i] = model.predict(examples.get(TRAINED + i)).getOutputScores().get("1").getScore();
		}
		return scores;
	}

}
