package io.exoscout.predictor.scoring;

import java.util.Arrays;
import java.util.List;

import io.exoscout.model.Calibration;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectRow;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.scoring.Predictor.Placed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PredictorTests {

	@Test
	void namesTheClassWithTheHighestProbability() {
		Prediction prediction = predict(0, 20, 3, 100, 1, 500);
		assertThat(prediction.className()).isEqualTo("CONFIRMED");
		assertThat(prediction.probability()).isEqualTo(0.8);
		assertThat(prediction.probabilities()).containsEntry("CONFIRMED", 0.8).containsEntry("FALSE POSITIVE", 0.2);
	}

	@Test
	void probabilitiesAreCalibrated() {
		TrainedModel plain = TestModels.longPeriodsArePlanets();
		ModelManifest from = plain.manifest();
		Calibration doubt = new Calibration(1, List.of(2.0, 0.0));
		ModelManifest calibrated = new ModelManifest(from.jobId(), from.mission(), from.options(), from.featureSet(),
				from.features(), from.classNames(), from.importance(), doubt.method(), doubt, from.metrics(),
				from.evaluation(), from.datasetSha256(), from.provenance());
		Prediction prediction = predict(new TrainedModel(calibrated, plain.forests(), plain.neighbours()), 0, 20, 3,
				100, 1, 500);
		assertThat(prediction.className()).isEqualTo("FALSE POSITIVE");
		// odds of 1 : 4 become e² : 4
		assertThat(prediction.probability()).isEqualTo(Math.exp(2) / (Math.exp(2) + 4), within(0.001));
	}

	@Test
	void keepsRowNumberAndObjectName() {
		Prediction prediction = predict(0, 5, 3, 100, 1, 500);
		assertThat(prediction.row()).isEqualTo(7);
		assertThat(prediction.object()).isEqualTo("K00752.01");
	}

	@Test
	void scoresAMissingValueByItsDefaultDirection() {
		assertThat(predict(0, Float.NaN, 3, 100, 1, 500).className()).isEqualTo("CONFIRMED");
	}

	@Test
	void explainsOnlyWhenAsked() {
		assertThat(predict(0, 20, 3, 100, 1, 500).explanation()).isNull();
	}

	@Test
	void explainsWithTheStrongestFeaturesFirst() {
		assertThat(predict(2, 20, 3, 100, 1, 500).explanation()).containsExactly(
				new Contribution("koi_period", 20f, 0.35, List.of("transit")),
				new Contribution("koi_duration", 3f, 0, List.of("transit")));
	}

	@Test
	void anUnknownValueIsExplainedAsSuch() {
		assertThat(predict(1, Float.NaN, 3, 100, 1, 500).explanation())
			.containsExactly(new Contribution("koi_period", null, 0.35, List.of("transit")));
	}

	@Test
	void rowsOfDifferentClassesGetTheSameExplanationsTogetherAsAlone() {
		float[][] rows = { { 20, 3, 100, 1, 500 }, { 5, 3, 100, 1, 500 }, { Float.NaN, 2, 90, 1, 500 } };
		TrainedModel model = TestModels.longPeriodsArePlanets();
		List<Placed> together = Arrays.stream(rows).map((values) -> placed(model, values)).toList();
		assertThat(new Predictor(new ModelInputs(model), 3).predict(together)).containsExactly(predict(3, rows[0]),
				predict(3, rows[1]), predict(3, rows[2]));
	}

	@Test
	void saysOfEachRowHowMuchInformationItHolds() {
		assertThat(predict(0, 20, 3, 100, 1, 500).information()).isEqualTo(1);
	}

	private static Prediction predict(int explained, float... values) {
		return predict(TestModels.longPeriodsArePlanets(), explained, values);
	}

	private static Prediction predict(TrainedModel model, int explained, float... values) {
		return new Predictor(new ModelInputs(model), explained).predict(List.of(placed(model, values))).get(0);
	}

	private static Placed placed(TrainedModel model, float... values) {
		return new Placed(new ObjectRow(7, "K00752.01", "10797460", "", values), new WholeModel(model));
	}

}
