package io.exoscout.predictor.scoring;

import io.exoscout.model.BlankPatterns;
import io.exoscout.model.TrainedModel;
import io.exoscout.explanation.Parts;
import io.exoscout.model.TrainingRows;
import io.exoscout.predictor.TestModels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaseRatesTests {

	private static double[] rates(TrainedModel model) {
		double[] probabilities = { 7, 7 };
		new BaseRates(model).predict(new float[1][5], new double[][] { probabilities });
		return probabilities;
	}

	@Test
	void everyClassIsAsLikelyAsTheNextWhereNothingIsKnownOfTheTrainingRows() {
		BaseRates rates = new BaseRates(TestModels.longPeriodsArePlanets());
		assertThat(rates(rates.model())).containsExactly(0.5, 0.5);
		assertThat(rates.accuracy()).isEqualTo(0.5);
	}

	@Test
	void areTheSharesOfTheClassesAmongTheTrainingRows() {
		TrainedModel model = TestModels.longPeriodsArePlanets();
		TrainingRows rows = new TrainingRows(new float[5][4], new int[] { 0, 1, 0, 0 }, new int[] { 1, 2, 3, 4 },
				BlankPatterns.NONE);
		BaseRates rates = new BaseRates(new TrainedModel(model.manifest(), model.forests(), model.neighbours(), rows));
		assertThat(rates(rates.model())).containsExactly(new double[] { 0.75, 0.25 }, within(1e-12));
		assertThat(rates.accuracy()).isEqualTo(0.75, within(1e-12));
	}

	@Test
	void holdNoInformationAndExplainNothing() {
		BaseRates rates = new BaseRates(TestModels.longPeriodsArePlanets());
		assertThat(rates.information()).isZero();
		Parts parts = rates.parts(new float[3][5], 1, null, () -> {
		});
		assertThat(parts.contributions()).isDeepEqualTo(new double[3][5]);
		assertThat(parts.base()).containsOnly(rates(rates.model())[1]);
	}

}
