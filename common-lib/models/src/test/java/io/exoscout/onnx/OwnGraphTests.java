package io.exoscout.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
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
import io.exoscout.model.ModelFile;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.onnx.OnnxImport.Hints;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What was written as ONNX here comes back as it was. */
class OwnGraphTests {

	private static final List<String> FOUR = List.of("koi_period", "koi_duration", "koi_depth", "koi_prad");

	private static final List<String> PLANET = List.of(Target.FALSE_POSITIVE, Target.CONFIRMED);

	private static final List<String> THREE = List.of("CANDIDATE", "CONFIRMED", "FALSE POSITIVE");

	private static final String DIGEST = "d".repeat(64);

	private static TrainedModel model(Algorithm algorithm, Mission mission, String set, List<String> features,
			List<String> classes, Forests forests, Calibration calibration) {
		double[] importance = new double[features.size()];
		importance[0] = 0.75;
		importance[importance.length - 1] = 0.125;
		Target target = classes.equals(PLANET) ? Target.PLANET : Target.DISPOSITION;
		return new TrainedModel(
				new ModelManifest("e".repeat(64), mission,
						new TrainingOptions(algorithm, target, Map.of(), List.of(), 42), set, features, classes,
						importance, calibration.method(), calibration, Map.of(), Map.of(), "f".repeat(64), Map.of()),
				forests, Neighbours.NONE);
	}

	private static TrainedModel made(Forests forests) {
		List<String> classes = (forests.classes() == 2) ? PLANET : THREE;
		Calibration calibration = new Calibration(0.85,
				(forests.classes() == 2) ? List.of(0.2, -0.15) : List.of(0.1, -0.3, 0.2));
		return model(Algorithm.ENSEMBLE, Mission.KEPLER, "kepler-3", FOUR, classes, forests, calibration);
	}

	private static byte[] written(TrainedModel model) {
		FeatureSet set = FeatureSet.of(model.manifest().mission(), model.manifest().featureSet());
		List<FeatureInput> inputs = model.manifest().features().stream().map(set::input).toList();
		return OnnxModel.write(model, DIGEST, inputs);
	}

	private static void assertComesBack(TrainedModel model) {
		TrainedModel again = OnnxImport.read(written(model), Hints.NONE);
		float[][] vectors = vectors(1000, model.forests().features());
		double[] said = new double[model.forests().classes()];
		double[] saidAgain = new double[model.forests().classes()];
		for (float[] vector : vectors) {
			model.predict(vector, said);
			again.predict(vector, saidAgain);
			assertThat(saidAgain).containsExactly(said);
		}
		assertThat(again.forests().contributions(vectors[0], 1))
			.containsExactly(model.forests().contributions(vectors[0], 1));
		assertThat(again.manifest().featureSet()).isEqualTo(model.manifest().featureSet());
		assertThat(again.manifest().importance()).containsExactly(model.manifest().importance());
		assertThat(again.manifest().calibrator()).isEqualTo(model.manifest().calibrator());
		// and what comes back can be written again, as a model and as ONNX
		ModelFile.read(ModelFile.write(again));
		assertThat(OnnxModel.drawn(again)).isEqualTo(OnnxModel.drawn(model));
	}

	/** Thresholds of made forests are 0 to 4. */
	private static float[][] vectors(int rows, int features) {
		Random random = new Random(3);
		float[] odd = { Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -0f, 0f, 1, 2, 3, 4 };
		float[][] vectors = new float[rows][features];
		for (float[] vector : vectors) {
			for (int f = 0; f < features; f++) {
				vector[f] = random.nextBoolean() ? odd[random.nextInt(odd.length)]
						: (float) (random.nextGaussian() * 3);
			}
		}
		return vectors;
	}

	static Stream<Arguments> everyAlgorithmOfEveryMission() {
		return Arrays.stream(Mission.values())
			.flatMap((mission) -> Arrays.stream(Algorithm.values())
				.map((algorithm) -> Arguments.of(mission, algorithm)));
	}

	@ParameterizedTest
	@MethodSource("everyAlgorithmOfEveryMission")
	void scoresAsItDidBitForBit(Mission mission, Algorithm algorithm) {
		FeatureSet set = FeatureSet.current(mission);
		List<String> features = Stream
			.concat(ArchiveColumns.features(mission).stream(), set.features().stream().map(Feature::name))
			.toList();
		int rows = 300;
		float[][] table = vectors(rows, features.size());
		float[][] columns = new float[features.size()][rows];
		int[] labels = new int[rows];
		for (int row = 0; row < rows; row++) {
			for (int f = 0; f < columns.length; f++) {
				columns[f][row] = Float.isInfinite(table[row][f]) ? 9 : table[row][f];
			}
			// NaN is not above zero
			labels[row] = (columns[0][row] + columns[1][row] > 0) ? 1 : 0;
		}
		Map<String, Double> few = (algorithm == Algorithm.ENSEMBLE)
				? Map.of("n_estimators", 20.0, "forest_weight", 0.25) : Map.of("n_estimators", 20.0);
		Forests forests = Learner.of(algorithm, algorithm.check(few))
			.fit(new TrainingSet(columns, labels, 2, IntStream.range(0, rows).toArray()), new Seed(1), new FitMonitor())
			.forests();
		assertComesBack(model(algorithm, mission, set.version(), features, PLANET, forests,
				new Calibration(1.1, List.of(0.1, -0.2))));
	}

	@ParameterizedTest
	@EnumSource(Link.class)
	void everyKindOfForestComesBack(Link link) {
		int classes = (link == Link.LOGISTIC) ? 2 : 3;
		Forests forests = Forests.of(MadeModels.forest(link, 4, classes, 5));
		assertComesBack(made(forests));
		assertComesBack(model(Algorithm.XGBOOST, Mission.KEPLER, "kepler-2", FOUR, (classes == 2) ? PLANET : THREE,
				forests, Calibration.NONE));
	}

	@Test
	void severalForestsComeBackWithTheirWeights() {
		assertComesBack(made(MadeModels.forests(4, 2)));
		assertComesBack(made(
				new Forests(List.of(MadeModels.forest(Link.SOFTMAX, 4, 3, 1), MadeModels.forest(Link.MEAN, 4, 3, 2),
						MadeModels.forest(Link.SOFTMAX, 4, 3, 3)), List.of(0.5, 0.3, 0.2))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 32, 33, 64, 65 })
	void treesOfAnyNumberOfLeavesComeBack(int leaves) {
		List<Tree> trees = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Tree tree = Tree.score(0);
			grow(tree, leaves, new Random(i));
			trees.add(tree);
		}
		TrainedModel model = made(Forests.of(Forest.of(Link.LOGISTIC, 4, 2, new double[] { 0.5 }, trees)));
		assertComesBack(model);
		assertThat(OnnxImport.read(written(model), Hints.NONE).forests().nodeCount())
			.isEqualTo(model.forests().nodeCount());
	}

	private static void grow(Tree tree, int leaves, Random random) {
		if (leaves == 1) {
			tree.leaf(1, random.nextGaussian());
			return;
		}
		int left = leaves / 2;
		// the third feature is never looked at
		int split = tree.split(new int[] { 0, 1, 3 }[random.nextInt(3)], random.nextInt(5), random.nextBoolean(),
				leaves);
		grow(tree, left, random);
		tree.right(split);
		grow(tree, leaves - left, random);
	}

	@Test
	void saysWhichModelItWas() {
		ModelManifest manifest = OnnxImport.read(written(made(MadeModels.forests(4, 2))), Hints.NONE).manifest();
		assertThat(manifest.provenance()).containsEntry("onnx_producer", "exoscout")
			.containsEntry("onnx_model_sha256", DIGEST)
			.containsEntry("onnx_job_id", "e".repeat(64));
		assertThat(manifest.datasetSha256()).isEqualTo("f".repeat(64));
	}

	@Test
	void theObjectsOfTheTrainingTableComeBackToo() {
		TrainedModel model = MadeModels.model(made(MadeModels.forests(4, 2)).manifest(), MadeModels.forests(4, 2));
		TrainedModel again = OnnxImport.read(written(model), Hints.NONE);
		assertThat(again.neighbours().size()).isEqualTo(3);
		assertThat(OnnxMetadata.text(again.neighbours())).isEqualTo(OnnxMetadata.text(model.neighbours()));
		assertThat(again.manifest().provenance()).containsEntry(OnnxImport.OBJECTS, "3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AAAA", "////fw==", "AQAAAA==", "no base64", "AAAAAAA=" })
	void refusesObjectsThatAreNone(String objects) throws InvalidProtocolBufferException {
		assertThat(refused(
				changed((model) -> model.addMetadataPropsBuilder().setKey(OnnxMetadata.OBJECTS).setValue(objects))))
			.contains("objects");
	}

	@Test
	void aFileThatSaysNothingOfImportanceIsMeasuredByItsSplits() throws InvalidProtocolBufferException {
		byte[] file = changed((model) -> {
			for (int i = model.getMetadataPropsCount() - 1; i >= 0; i--) {
				if (model.getMetadataProps(i).getKey().equals(OnnxMetadata.IMPORTANCE)) {
					model.removeMetadataProps(i);
				}
			}
		});
		assertThat(Arrays.stream(OnnxImport.read(file, Hints.NONE).manifest().importance()).sum()).isCloseTo(1,
				within(1e-9));
	}

	@Test
	void refusesAGraphThatWasChangedSince() throws InvalidProtocolBufferException {
		assertThat(refused(changed((model) -> model.getGraphBuilder().getNodeBuilder(0).setOpType("Floor"))))
			.contains("export the model again");
		assertThat(refused(changed((model) -> model.getGraphBuilder().getInitializerBuilder(0).setDoubleData(0, 5))))
			.contains("not an intact ONNX file");
		assertThat(refused(changed((model) -> model.getGraphBuilder().clearNode()))).contains("export the model again");
		assertThat(refused(changed((model) -> model.clearMetadataProps()))).contains("does not name");
	}

	@Test
	void refusesToCallThingsOtherwise() {
		byte[] file = written(made(MadeModels.forests(4, 2)));
		assertThatThrownBy(() -> OnnxImport.read(file, new Hints(null, FOUR, List.of())))
			.hasMessageContaining("leave these out");
	}

	/** More of them with {@code -Dexoscout.mutations=1000000}. */
	@Test
	void mutationsAreModelsOrRefusals() {
		Random random = new Random(9);
		byte[] intact = written(made(MadeModels.forests(4, 2)));
		int mutations = Integer.getInteger("exoscout.mutations", 3000);
		for (int i = 0; i < mutations; i++) {
			byte[] file = intact.clone();
			for (int change = random.nextInt(3); change >= 0; change--) {
				file[random.nextInt(file.length)] = (byte) random.nextInt(256);
			}
			if (random.nextInt(10) == 0) {
				file = Arrays.copyOf(file, random.nextInt(file.length));
			}
			try {
				TrainedModel model = OnnxImport.read(file, Hints.NONE);
				double[] said = new double[model.forests().classes()];
				model.predict(new float[model.forests().features()], said);
				assertThat(Arrays.stream(said).sum()).isCloseTo(1, within(1e-6));
			}
			catch (ProblemException ex) {
				assertThat(ex.code()).isIn(ErrorCode.INVALID_ONNX_FILE, ErrorCode.UNSUPPORTED_ONNX);
			}
		}
	}

	private static byte[] changed(Consumer<ModelProto.Builder> change) throws InvalidProtocolBufferException {
		ModelProto.Builder model = ModelProto.parseFrom(written(made(MadeModels.forests(4, 2)))).toBuilder();
		change.accept(model);
		return model.build().toByteArray();
	}

	private static String refused(byte[] file) {
		try {
			OnnxImport.read(file, Hints.NONE);
		}
		catch (ProblemException ex) {
			assertThat(ex.code()).isIn(ErrorCode.INVALID_ONNX_FILE, ErrorCode.UNSUPPORTED_ONNX);
			return ex.getMessage();
		}
		throw new AssertionError("taken");
	}

}
