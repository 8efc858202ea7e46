package io.exoscout.predictor.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.explanation.ScoreUnit;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectRow;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.prediction.Prediction.Explained;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.scoring.Predictor.Placed;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
		Prediction prediction = predict(calibrated(new Calibration(1, List.of(2.0, 0.0))), 0, 20, 3, 100, 1, 500);
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
	void whatIsNamedAndTheRestAddUpToWhatIsShown() {
		TrainedModel model = calibrated(new Calibration(1.3, List.of(0.4, 0.0)));
		for (float period : new float[] { 5, 20, Float.NaN }) {
			for (String className : List.of("FALSE POSITIVE", "CONFIRMED")) {
				Prediction prediction = predict(model, new WantedExplanation(1, className, null, ScoreUnit.PROBABILITY),
						period, 3, 100, 1, 500);
				assertThat(sum(prediction)).isEqualTo(prediction.probabilities().get(className), within(1e-9));
				assertThat(prediction.explained()).returns(className, Explained::explainedClass)
					.returns("probability", Explained::unit)
					.returns(true, Explained::calibrated);
				Prediction inLogOdds = predict(model, new WantedExplanation(1, className, null, ScoreUnit.LOG_ODDS),
						period, 3, 100, 1, 500);
				double shown = inLogOdds.probabilities().get(className);
				assertThat(sum(inLogOdds)).isEqualTo(Math.log(shown / (1 - shown)), within(1e-4));
			}
		}
	}

	@Test
	void withoutAUnitTheScoreBeforeCalibrationIsExplained() {
		Prediction prediction = predict(calibrated(new Calibration(1, List.of(2.0, 0.0))),
				new WantedExplanation(2, "CONFIRMED", null, null), 20, 3, 100, 1, 500);
		assertThat(sum(prediction)).isEqualTo(0.8, within(1e-9));
		assertThat(prediction.explained().calibrated()).isFalse();
		assertThat(prediction.explained().baseValue()).isEqualTo(0.45);
	}

	@Test
	void rowsBelowAProbabilityAreNotExplained() {
		WantedExplanation wanted = new WantedExplanation(2, "CONFIRMED", 0.8, null);
		TrainedModel model = TestModels.longPeriodsArePlanets();
		assertThat(predict(model, wanted, 20, 3, 100, 1, 500).explanation()).isNotNull();
		Prediction below = predict(model, wanted, 5, 3, 100, 1, 500);
		assertThat(below.explanation()).isNull();
		assertThat(below.explained()).isEqualTo(Explained.NOTHING);
	}

	@Test
	void refusesAClassThatTheModelDoesNotHave() {
		ModelInputs inputs = new ModelInputs(TestModels.longPeriodsArePlanets());
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new Predictor(inputs, new WantedExplanation(2, "MOON", null, null)))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code)
			.withMessageContaining("MOON")
			.withMessageContaining("FALSE POSITIVE, CONFIRMED");
	}

	@Test
	void thousandsOfRowsAreExplainedOnAllCoresAsAlone() {
		TrainedModel model = TestModels.longPeriodsArePlanets();
		Predictor predictor = new Predictor(new ModelInputs(model), features(2));
		List<Placed> rows = IntStream.range(0, 3000).mapToObj((i) -> placed(model, i % 23, 3, 100, 1, 500)).toList();
		List<Prediction> together = predictor.predict(rows);
		for (int i = 0; i < rows.size(); i += 97) {
			assertThat(together.get(i)).isEqualTo(predictor.predict(List.of(rows.get(i))).get(0));
		}
	}

	@Test
	void rowsOfDifferentClassesGetTheSameExplanationsTogetherAsAlone() {
		float[][] rows = { { 20, 3, 100, 1, 500 }, { 5, 3, 100, 1, 500 }, { Float.NaN, 2, 90, 1, 500 } };
		TrainedModel model = TestModels.longPeriodsArePlanets();
		List<Placed> together = Arrays.stream(rows).map((values) -> placed(model, values)).toList();
		assertThat(new Predictor(new ModelInputs(model), features(3)).predict(together))
			.containsExactly(predict(3, rows[0]), predict(3, rows[1]), predict(3, rows[2]));
	}

	@Test
	void saysOfEachRowHowMuchInformationItHolds() {
		assertThat(predict(0, 20, 3, 100, 1, 500).information()).isEqualTo(1);
	}

	private static Prediction predict(int explained, float... values) {
		return predict(TestModels.longPeriodsArePlanets(), explained, values);
	}

	private static Prediction predict(TrainedModel model, int explained, float... values) {
		return predict(model, features(explained), values);
	}

	private static Prediction predict(TrainedModel model, WantedExplanation wanted, float... values) {
		return new Predictor(new ModelInputs(model), wanted).predict(List.of(placed(model, values))).get(0);
	}

	/** What an explanation adds up to. */
	private static double sum(Prediction prediction) {
		Explained explained = prediction.explained();
		return explained.baseValue() + explained.rest()
				+ prediction.explanation().stream().mapToDouble(Contribution::contribution).sum();
	}

	private static TrainedModel calibrated(Calibration calibration) {
		TrainedModel plain = TestModels.longPeriodsArePlanets();
		ModelManifest from = plain.manifest();
		ModelManifest calibrated = new ModelManifest(from.jobId(), from.mission(), from.options(), from.featureSet(),
				from.features(), from.classNames(), from.importance(), calibration.method(), calibration,
				from.metrics(), from.evaluation(), from.datasetSha256(), from.provenance());
		return new TrainedModel(calibrated, plain.forests(), plain.neighbours());
	}

	private static WantedExplanation features(int count) {
		return WantedExplanation.of(count, null, null, null);
	}

	private static Placed placed(TrainedModel model, float... values) {
		return new Placed(new ObjectRow(7, "K00752.01", "10797460", "", values), new WholeModel(model));
	}

}
