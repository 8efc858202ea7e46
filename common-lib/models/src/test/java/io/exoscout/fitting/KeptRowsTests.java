package io.exoscout.fitting;

import java.util.Arrays;

import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.MadeModels;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingRows;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptRowsTests {

	private static String fault(float value, int[] labels, int... stars) {
		TrainedModel model = MadeModels.model(MadeModels.manifest("job", 1),
				Forests.of(MadeModels.forest(Link.MEAN, 1, 2, 1)));
		float[] values = new float[labels.length];
		Arrays.fill(values, value);
		return KeptRows.fault(new TrainedModel(model.manifest(), model.forests(), model.neighbours(),
				new TrainingRows(new float[][] { values }, labels, stars, BlankPatterns.NONE)));
	}

	@Test
	void rowsOfTwoStarsOfEachClassCanBeFittedTo() {
		assertThat(fault(1, new int[] { 0, 1, 0, 1 }, 0, 0, 1, 1)).isEmpty();
		assertThat(fault(Float.NaN, new int[] { 0, 1, 0, 1 }, 0, 1, 2, 3)).isEmpty();
	}

	@Test
	void aModelWithoutRowsHasNoFault() {
		assertThat(fault(1, new int[0])).isEmpty();
	}

	@Test
	void classesOfOneStarCanNotBeTested() {
		assertThat(fault(1, new int[] { 0, 1, 0, 1 }, 0, 1, 0, 2)).contains("FALSE POSITIVE", "fewer than two stars");
		assertThat(fault(1, new int[] { 0, 0 }, 0, 1)).contains("CONFIRMED");
	}

	@Test
	void valuesAreMeasured() {
		assertThat(fault(Float.NEGATIVE_INFINITY, new int[] { 0, 1, 0, 1 }, 0, 0, 1, 1)).contains("not finite");
	}

	@Test
	void thereAreNoMoreThanATrainingKeeps() {
		int[] labels = new int[KeptRows.MOST + 1];
		assertThat(fault(1, labels, new int[labels.length])).contains("20001", "at most 20000");
	}

}
