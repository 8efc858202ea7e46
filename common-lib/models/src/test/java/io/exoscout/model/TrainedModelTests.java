package io.exoscout.model;

import org.junit.jupiter.api.Test;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;

import static org.assertj.core.api.Assertions.assertThat;

class TrainedModelTests {

	private static final float[] VECTOR = { 1, Float.NaN, 3, 0.5f };

	private static final ModelManifest PLAIN = MadeModels.manifest("job", 4);

	private static double[] predict(ModelManifest manifest, Forests forests) {
		double[] probabilities = new double[2];
		MadeModels.model(manifest, forests).predict(VECTOR, probabilities);
		return probabilities;
	}

	@Test
	void withoutCalibrationItSaysWhatItsForestSays() {
		Forest forest = MadeModels.forest(Link.LOGISTIC, 4, 2, 1);
		double[] plain = new double[2];
		forest.predict(VECTOR, plain);
		assertThat(predict(PLAIN, Forests.of(forest))).containsExactly(plain);
	}

	@Test
	void theAverageOfTheForestsIsCalibrated() {
		ModelManifest calibrated = MadeModels.calibrated(PLAIN);
		double[] expected = new double[2];
		MadeModels.forests(4, 2).predict(VECTOR, expected);
		calibrated.calibrator().apply(expected);
		assertThat(predict(calibrated, MadeModels.forests(4, 2))).containsExactly(expected);
	}

}
