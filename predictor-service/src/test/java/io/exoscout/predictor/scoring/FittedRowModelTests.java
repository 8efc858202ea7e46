package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.List;

import io.exoscout.fitting.ReducedModel;
import io.exoscout.fitting.Skill;
import io.exoscout.model.Calibration;
import io.exoscout.model.TrainedModel;
import io.exoscout.predictor.TestModels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FittedRowModelTests {

	/** Knows the period only, which stands third in the whole feature vector. */
	private static final FittedRowModel MODEL = new FittedRowModel(new ReducedModel(new int[] { 2, 0, 1, 3, 4 },
			TestModels.longPeriodsArePlanets().forests(), Calibration.NONE, new Skill(0.8, 0.6, 0.4, 0.7, 100), 0.5), 6,
			0.3);

	@Test
	void readsItsFeaturesOutOfTheWholeVector() {
		double[] probabilities = new double[2];
		MODEL.predict(new float[][] { { 0, 0, 20, 0, 0, 0 } }, new double[][] { probabilities });
		assertThat(probabilities).containsExactly(new double[] { 0.2, 0.8 }, within(1e-9));
		MODEL.predict(new float[][] { { 20, 0, 5, 0, 0, 0 } }, new double[][] { probabilities });
		assertThat(probabilities).containsExactly(new double[] { 0.9, 0.1 }, within(1e-9));
	}

	@Test
	void explainsInPlacesOfTheWholeVector() {
		double[] row = MODEL.parts(new float[][] { { 0, 0, 20, 0, 0, 0 } }, 1, null, () -> {
		}).contributions()[0];
		assertThat(row).hasSize(6);
		assertThat(row[2]).isPositive();
		assertThat(List.of(row[0], row[1], row[3], row[4], row[5])).containsOnly(0.0);
	}

	@Test
	void isAsGoodAsItsFitWasOutOfFold() {
		assertThat(MODEL.accuracy()).isEqualTo(0.8);
		assertThat(MODEL.information()).isEqualTo(0.3);
	}

	@Test
	void whatIsNotKnownIsAveragedOverAndExplainsNothing() {
		BitSet unknown = new BitSet();
		unknown.set(0);
		TrainedModel whole = TestModels.longPeriodsArePlanets();
		ExpectedRowModel expected = ExpectedRowModel.of(whole, unknown, 0.4);
		double[] probabilities = new double[2];
		expected.predict(new float[][] { { 20, 1, 1, 1, 1 } }, new double[][] { probabilities });
		assertThat(probabilities[1]).isEqualTo((0.1 + 0.8) / 2, within(1e-9));
		assertThat(expected.parts(new float[][] { { 20, 1, 1, 1, 1 } }, 1, null, () -> {
		}).contributions()[0]).containsOnly(0.0);
		assertThat(expected.parts(new float[][] { { 20, 1, 1, 1, 1 } }, 1, null, () -> {
		}).score(0)).isEqualTo(probabilities[1], within(1e-9));
		assertThat(expected.accuracy()).isNaN();
		assertThat(expected.information()).isEqualTo(0.4);
	}

	@Test
	void wholeModelIsAsGoodAsItsTrainingSaid() {
		assertThat(new WholeModel(TestModels.longPeriodsArePlanets()).accuracy()).isNaN();
		assertThat(new WholeModel(TestModels.longPeriodsArePlanets()).information()).isEqualTo(1);
	}

}
