package io.exoscout.stream.stored;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.logistic.StreamModel;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.online.LabelArrival;
import io.exoscout.online.LabelRule;
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A model that says planet for periods of ten days and more, asked about events. */
class StoredScorerTests {

	private static final String[] COLUMNS = { "koi_depth", "koi_period" };

	private static TrainedModel model() {
		Tree tree = Tree.distribution(2);
		int split = tree.split(0, 10f, false, 100);
		tree.leaf(50, 0.75, 0.25);
		tree.right(split);
		tree.leaf(50, 0.125, 0.875);
		TrainingOptions options = new TrainingOptions(Algorithm.RANDOM_FOREST, Target.PLANET, Map.of(), List.of(), 42);
		ModelManifest manifest = new ModelManifest("0".repeat(64), Mission.KEPLER, options, "kepler-1",
				List.of("koi_period", "koi_depth"), List.of(Target.FALSE_POSITIVE, Target.CONFIRMED),
				new double[] { 0.5, 0.5 }, "none", Calibration.NONE, Map.of(), Map.of(), "1".repeat(64), Map.of());
		return new TrainedModel(manifest, Forests.of(Forest.of(Link.MEAN, 2, 2, new double[0], List.of(tree))),
				Neighbours.NONE);
	}

	private static StreamDefinition definition(StreamFeature... features) {
		LabelRule label = new LabelRule("koi_disposition", List.of("CONFIRMED"), List.of(), LabelArrival.WITH_EVENT,
				Duration.ZERO, null);
		return new StreamDefinition("koi", List.of("kepoi_name"), null, List.of(), Duration.ZERO, label,
				List.of(features), StreamModel.of("stored:a"), DriftWatch.of(DriftWatch.ADWIN), QualitySpan.STANDARD);
	}

	private static StoredScorer scorer(StreamFeature... features) {
		return new StoredScorer(model(), definition(features), (unknown) -> {
			throw new AssertionError("it has kept no rows");
		});
	}

	private static StreamFeature[] columns(String... names) {
		return Stream.of(names).map(StreamFeature::of).toArray(StreamFeature[]::new);
	}

	private static double planet(double depth, double period) {
		return scorer(columns(COLUMNS)).probability("K00001.01", "", new double[] { depth, period });
	}

	@Test
	void saysHowLikelyAPlanetIsWhateverTheOrderOfTheColumns() {
		assertThat(planet(100, 20)).isEqualTo(0.875);
		assertThat(planet(100, 2)).isEqualTo(0.25);
		assertThat(scorer(columns("koi_period", "koi_depth")).probability("K00001.01", "", new double[] { 20, 100 }))
			.isEqualTo(0.875);
	}

	@Test
	void saysNothingOfAnEventThatThePredictorWouldRefuse() {
		assertThat(planet(Double.NaN, Double.NaN)).isNaN();
		assertThat(planet(100, Double.NaN)).as("without what matters most").isNaN();
		assertThat(planet(100, -20)).as("no period").isNaN();
	}

	@Test
	void columnThatTheStreamLacksIsNamed() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> scorer(columns("koi_period")))
			.returns(ErrorCode.MISSING_COLUMNS, ProblemException::code)
			.withMessageContaining("koi_depth");
	}

	@Test
	void featureThatTheModelDoesNotLookAtIsRefused() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> scorer(columns("koi_period", "koi_depth", "koi_teq")))
			.withMessageContaining("koi_teq");
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> scorer(StreamFeature.of("koi_period"),
					new StreamFeature("koi_depth", List.of(), Imputation.NONE, false, List.of(), 1)))
			.withMessageContaining("features[1]");
	}

}
