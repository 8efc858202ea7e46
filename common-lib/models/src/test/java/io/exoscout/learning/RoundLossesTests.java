package io.exoscout.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.learning.FitMonitor.RoundLoss;
import io.exoscout.learning.FitMonitor.RoundWatch;
import io.exoscout.model.Algorithm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RoundLossesTests {

	private static final int ROWS = 600;

	private static final int[] TRAINED = IntStream.range(0, 400).toArray();

	private static final int[] TESTED = IntStream.range(400, ROWS).toArray();

	private static TrainingSet set(int classes) {
		Random random = new Random(classes);
		float[][] values = new float[2][ROWS];
		int[] labels = new int[ROWS];
		for (int row = 0; row < ROWS; row++) {
			values[0][row] = (float) random.nextGaussian();
			values[1][row] = (float) random.nextGaussian();
			double score = values[0][row] + 0.5 * random.nextGaussian();
			labels[row] = (score < -0.5) ? 0 : (score < 0.5) ? 1 : classes - 1;
		}
		return new TrainingSet(values, labels, classes, TRAINED);
	}

	private static Learner learner(Algorithm algorithm) {
		return Learner.of(algorithm, algorithm.check(Map.of("n_estimators", 20)));
	}

	/** Sees every fourth round. */
	private static final class Seeing implements RoundWatch {

		private final List<Integer> rounds = new ArrayList<>();

		private final List<RoundLoss> losses = new ArrayList<>();

		private final List<@Nullable Algorithm> members = new ArrayList<>();

		private int asked;

		@Override
		public int[] tested() {
			return TESTED;
		}

		@Override
		public boolean wanted() {
			// not every time: what was not looked at must be made up for
			this.asked++;
			return this.asked % 4 == 0;
		}

		@Override
		public void see(@Nullable Algorithm member, int round, RoundLoss loss) {
			this.members.add(member);
			this.rounds.add(round);
			this.losses.add(loss);
		}

	}

	private static double loss(Fit fit, TrainingSet set, int[] rows) {
		TrainingSet some = set.having(rows);
		float[] vector = new float[some.features()];
		double[] probabilities = new double[some.classes()];
		double sum = 0;
		for (int row = 0; row < some.size(); row++) {
			some.copyRow(row, vector);
			fit.forests().predict(vector, probabilities);
			sum -= Math.log(Math.max(probabilities[some.label(row)], 1e-15));
		}
		return sum / some.size();
	}

	@ParameterizedTest
	@CsvSource({ "GRADIENT_BOOSTING, 2", "GRADIENT_BOOSTING, 3", "XGBOOST, 2", "XGBOOST, 3", "RANDOM_FOREST, 2",
			"RANDOM_FOREST, 3" })
	void lastLossIsThatOfTheModel(Algorithm algorithm, int classes) {
		TrainingSet set = set(classes);
		Seeing seeing = new Seeing();
		Fit fit = learner(algorithm).fit(set, new Seed(1), new FitMonitor().watchedBy(seeing));
		RoundLoss last = seeing.losses.get(seeing.losses.size() - 1);
		assertThat(seeing.rounds).last().isEqualTo(20);
		assertThat(last.training()).isCloseTo(loss(fit, set, TRAINED), within(1e-4));
		assertThat(last.test()).isCloseTo(loss(fit, set, TESTED), within(1e-4));
	}

	@Test
	void eachMemberOfAnEnsembleIsNamedWithItsRounds() {
		Seeing seeing = new Seeing();
		learner(Algorithm.ENSEMBLE).fit(set(2), new Seed(1), new FitMonitor().watchedBy(seeing));
		assertThat(seeing.members).doesNotContainNull()
			.isSorted()
			.containsOnly(Algorithm.GRADIENT_BOOSTING, Algorithm.XGBOOST);
		assertThat(seeing.rounds).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void whoLearnsAloneNamesNobody() {
		Seeing seeing = new Seeing();
		learner(Algorithm.RANDOM_FOREST).fit(set(2), new Seed(1), new FitMonitor().watchedBy(seeing));
		assertThat(seeing.members).isNotEmpty().containsOnlyNulls();
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void modelIsTheSameWhetherAnybodyLooksOrNot(Algorithm algorithm) {
		TrainingSet set = set(2);
		Fit seen = learner(algorithm).fit(set, new Seed(1), new FitMonitor().watchedBy(new Seeing()));
		Fit unseen = learner(algorithm).fit(set, new Seed(1), new FitMonitor());
		float[] vector = new float[2];
		double[] one = new double[2];
		double[] other = new double[2];
		for (int row = 0; row < set.size(); row++) {
			set.copyRow(row, vector);
			seen.forests().predict(vector, one);
			unseen.forests().predict(vector, other);
			assertThat(Arrays.equals(one, other)).isTrue();
		}
	}

}
