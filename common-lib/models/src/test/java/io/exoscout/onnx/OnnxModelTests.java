package io.exoscout.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.RealTables;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class OnnxModelTests {

	private static final Calibration CALIBRATION = new Calibration(0.85, List.of(0.2, -0.15));

	private static final double CLOSE = 1e-6;

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void runtimeSaysOfTheKeplerTableWhatTheModelSays(Algorithm algorithm) throws IOException {
		FeatureSet set = FeatureSet.current(Mission.KEPLER);
		List<String> computed = set.features().stream().map(Feature::name).toList();
		List<String> features = Stream.concat(ArchiveColumns.features(Mission.KEPLER).stream(), computed.stream())
			.toList();
		FeatureVectors vectors = new FeatureVectors(set, features);
		List<ObjectRow> rows = new ArrayList<>();
		try (ObjectReader reader = ObjectReader.open(RealTables.open(RealTables.KEPLER), Mission.KEPLER,
				vectors.columns(), TableLimits.DEFAULTS)) {
			for (ObjectRow row = reader.next(); row != null; row = reader.next()) {
				rows.add(row);
			}
		}
		Neighbours neighbours = vectors.neighbours(rows, () -> {
		});
		float[][] table = rows.stream().map((row) -> vectors.of(row, neighbours)).toArray(float[][]::new);
		TrainedModel model = fitted(algorithm, rows, table);
		byte[] file = OnnxModel.write(model, "0".repeat(64), features.stream().map(set::input).toList());
		assertRuntimeSaysTheSame(file, model, table);
	}

	private static TrainedModel fitted(Algorithm algorithm, List<ObjectRow> rows, float[][] table) {
		float[][] columns = new float[table[0].length][table.length];
		int[] labels = new int[table.length];
		for (int row = 0; row < table.length; row++) {
			for (int f = 0; f < columns.length; f++) {
				columns[f][row] = table[row][f];
			}
			labels[row] = rows.get(row).label().equals(Target.CONFIRMED) ? 1 : 0;
		}
		int[] decided = IntStream.range(0, labels.length)
			.filter((row) -> !rows.get(row).label().equals("CANDIDATE"))
			.toArray();
		Forests forests = Learner.of(algorithm, algorithm.check(Map.of()))
			.fit(new TrainingSet(columns, labels, 2, decided), new Seed(42), new FitMonitor())
			.forests();
		return model(forests, CALIBRATION, List.of(Target.FALSE_POSITIVE, Target.CONFIRMED));
	}

	@ParameterizedTest
	@EnumSource(Link.class)
	void valuesAtThresholdsInfiniteAndMissingOnesGoWhereTheyGoHere(Link link) {
		int classes = (link == Link.LOGISTIC) ? 2 : 3;
		Forest forest = MadeModels.forest(link, 4, classes, 5);
		Calibration calibration = (classes == 2) ? CALIBRATION : new Calibration(1.2, List.of(0.1, -0.3, 0.2));
		assertRuntimeSaysTheSame(model(Forests.of(forest), calibration, names(classes)), odd(4));
	}

	@ParameterizedTest
	@EnumSource(Link.class)
	void uncalibratedOnesStayAsTheyAre(Link link) {
		assertRuntimeSaysTheSame(model(Forests.of(MadeModels.forest(link, 4, 2, 9)), Calibration.NONE, names(2)),
				odd(4));
	}

	@Test
	void severalForestsAreAveraged() {
		assertRuntimeSaysTheSame(model(MadeModels.forests(4, 2), CALIBRATION, names(2)), odd(4));
	}

	@Test
	void treesThatAreJustALeafCountAsOnes() {
		List<Tree> trees = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Tree tree = Tree.distribution(2);
			tree.leaf(7, 0.25, 0.75);
			trees.add(tree);
		}
		assertRuntimeSaysTheSame(
				model(Forests.of(Forest.of(Link.MEAN, 4, 2, new double[0], trees)), Calibration.NONE, names(2)),
				odd(4));
	}

	@Test
	void saysWhatTheNumbersAreAndWhereItComesFrom() {
		TrainedModel model = model(MadeModels.forests(4, 2), CALIBRATION, names(2));
		try (OnnxSession session = new OnnxSession(OnnxModel.write(model, "d".repeat(64), inputs(4)))) {
			assertThat(session.metadata())
				.containsEntry(OnnxMetadata.FEATURE_NAMES, "[\"koi_0\",\"koi_1\",\"koi_2\",\"koi_3\"]")
				.containsEntry(OnnxMetadata.CLASS_NAMES, "[\"class 0\",\"class 1\"]")
				.containsEntry("feature_formulas", "[\"koi_0\",\"koi_1\",\"koi_2\",\"koi_0 / koi_1\"]")
				.containsEntry("model_sha256", "d".repeat(64));
		}
	}

	@Test
	void refusesWhatDoesNotFitIntoTheFormat() {
		Forest forest = MadeModels.forest(Link.LOGISTIC, 4, 2, 9);
		int members = (int) (OnnxModel.MOST_NODES / forest.nodeCount()) + 1;
		Forests forests = new Forests(Collections.nCopies(members, forest),
				Collections.nCopies(members, 1.0 / members));
		assertThatThrownBy(() -> OnnxModel.write(model(forests, Calibration.NONE, names(2)), "0".repeat(64), inputs(4)))
			.isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.MODEL_TOO_LARGE));
	}

	private static void assertRuntimeSaysTheSame(TrainedModel model, float[][] vectors) {
		assertRuntimeSaysTheSame(OnnxModel.write(model, "0".repeat(64), inputs(4)), model, vectors);
	}

	private static void assertRuntimeSaysTheSame(byte[] file, TrainedModel model, float[][] vectors) {
		double[][] expected = new double[vectors.length][model.forests().classes()];
		model.predict(vectors, expected);
		try (OnnxSession session = new OnnxSession(file)) {
			OnnxSession.Said answer = session.run(vectors);
			for (int row = 0; row < vectors.length; row++) {
				for (int c = 0; c < expected[row].length; c++) {
					assertThat(answer.probabilities()[row][c]).as(Arrays.toString(vectors[row]))
						.isCloseTo(expected[row][c], within(CLOSE));
				}
				double[] sorted = Arrays.stream(expected[row]).sorted().toArray();
				if (sorted[sorted.length - 1] - sorted[sorted.length - 2] > 2 * CLOSE) {
					int at = OutOfFold.likeliest(expected[row]);
					assertThat(answer.labels()[row]).isEqualTo(model.manifest().classNames().get(at));
				}
			}
		}
	}

	/** Thresholds of made forests are 0 to 4. */
	private static float[][] odd(int features) {
		Random random = new Random(17);
		float[] values = { Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -0f, 0f, 1, 2, 3, 4,
				Math.nextDown(1f), Math.nextUp(2f), Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE };
		float[][] vectors = new float[5000][features];
		for (float[] vector : vectors) {
			for (int f = 0; f < features; f++) {
				vector[f] = values[random.nextInt(values.length)];
			}
		}
		return vectors;
	}

	private static List<String> names(int classes) {
		return IntStream.range(0, classes).mapToObj((c) -> "class " + c).toList();
	}

	private static List<FeatureInput> inputs(int features) {
		return IntStream.range(0, features)
			.mapToObj((f) -> (f < 3)
					? new FeatureInput("koi_" + f, FeatureInput.COLUMN, "", "koi_" + f, null, List.of(), "", "")
					: new FeatureInput("koi_" + f, FeatureInput.COMPUTED, "", null, "koi_0 / koi_1", List.of(), "", ""))
			.toList();
	}

	private static TrainedModel model(Forests forests, Calibration calibration, List<String> classNames) {
		ModelManifest from = MadeModels.manifest("job", forests.features());
		return new TrainedModel(new ModelManifest(from.jobId(), from.mission(), from.options(), from.featureSet(),
				from.features(), classNames, from.importance(), calibration.method(), calibration, from.metrics(),
				from.evaluation(), from.datasetSha256(), from.provenance()), forests, Neighbours.NONE);
	}

}
