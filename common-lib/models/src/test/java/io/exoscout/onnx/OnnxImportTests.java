package io.exoscout.onnx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.ModelFile;
import io.exoscout.model.TrainedModel;
import io.exoscout.onnx.Ensemble.BranchMode;
import io.exoscout.onnx.OnnxImport.Hints;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class OnnxImportTests {

	private static final List<String> FEATURES = List.of("koi_period", "koi_duration", "koi_depth", "koi_prad");

	private static final List<String> PLANET = List.of(Target.CONFIRMED, Target.FALSE_POSITIVE);

	private static final List<String> THREE = List.of("CANDIDATE", "CONFIRMED", "FALSE POSITIVE");

	private static final Hints NAMED = new Hints(null, FEATURES, List.of());

	private static byte[] resource(String name) {
		try (InputStream file = OnnxImportTests.class.getResourceAsStream(name)) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double[][] numbers(String name) {
		return new String(resource(name), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.startsWith("koi"))
			.map((line) -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
			.toArray(double[][]::new);
	}

	/** Each row of {@code rows.csv} is asked about. */
	private static float[][] rows() {
		return Arrays.stream(numbers("rows.csv")).map((row) -> {
			float[] vector = new float[row.length];
			for (int f = 0; f < vector.length; f++) {
				vector[f] = (float) row[f];
			}
			return vector;
		}).toArray(float[][]::new);
	}

	/** Files of skl2onnx and onnxmltools, as {@code make.py} made them. */
	@ParameterizedTest
	@CsvSource({ "forest,RANDOM_FOREST", "extra-trees,RANDOM_FOREST", "tree,RANDOM_FOREST", "columns,RANDOM_FOREST",
			"forest-3-classes,RANDOM_FOREST", "boosting,GRADIENT_BOOSTING", "boosting-3-classes,GRADIENT_BOOSTING",
			"xgboost,GRADIENT_BOOSTING", "xgboost-3-classes,GRADIENT_BOOSTING" })
	void saysWhatTheLibraryThatTrainedItSays(String name, Algorithm kind) {
		double[][] expected = numbers(name + ".csv");
		// XGBoost numbers its classes, the negative one first; scikit-learn sorts them
		boolean numbered = name.startsWith("xgboost");
		List<String> classes = (expected[0].length == 3) ? THREE
				: numbered ? List.of(Target.FALSE_POSITIVE, Target.CONFIRMED) : PLANET;
		TrainedModel model = OnnxImport.read(resource(name + ".onnx"),
				new Hints(null, name.equals("columns") ? List.of() : FEATURES, numbered ? classes : List.of()));
		assertThat(model.manifest().features()).isEqualTo(FEATURES);
		List<String> ours = model.manifest().classNames();
		assertThat(ours).isEqualTo((classes == THREE) ? THREE : List.of(Target.FALSE_POSITIVE, Target.CONFIRMED));
		assertThat(model.manifest().mission()).isEqualTo(Mission.KEPLER);
		assertThat(model.manifest().options().algorithm()).isEqualTo(kind);
		assertThat(Arrays.stream(model.manifest().importance()).sum()).isCloseTo(1, within(1e-9));
		float[][] rows = rows();
		double[][] said = new double[rows.length][classes.size()];
		model.predict(rows, said);
		for (int row = 0; row < rows.length; row++) {
			for (int c = 0; c < classes.size(); c++) {
				assertThat(said[row][ours.indexOf(classes.get(c))]).isCloseTo(expected[row][c], within(1e-6));
			}
		}
	}

	@Test
	void saysWhereItComesFrom() {
		assertThat(OnnxImport.read(resource("forest.onnx"), NAMED).manifest().provenance())
			.containsEntry("origin", "onnx")
			.containsEntry("onnx_producer", "skl2onnx 1.14.0")
			.containsEntry("onnx_operator", "TreeEnsembleClassifier")
			.containsKey("onnx_sha256");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -0.0, 1, 0.1, 1.0 / 3, 1e-50, -1e-50, 3e38, -3e38, 16777217 })
	void aFloatGoesWhereTheComparisonWithADoubleSends(double number) {
		float near = (float) number;
		for (float value : new float[] { near, Math.nextUp(near), Math.nextDown(near), 0f, -0f, Float.MIN_VALUE,
				-Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY }) {
			assertThat(value < EnsembleTrees.threshold(BranchMode.BRANCH_LT, number)).isEqualTo(value < number);
			assertThat(value < EnsembleTrees.threshold(BranchMode.BRANCH_LEQ, number)).isEqualTo(value <= number);
			assertThat(!(value < EnsembleTrees.threshold(BranchMode.BRANCH_GTE, number))).isEqualTo(value >= number);
			assertThat(!(value < EnsembleTrees.threshold(BranchMode.BRANCH_GT, number))).isEqualTo(value > number);
		}
	}

	/** ONNX Runtime is asked about the same file. */
	@ParameterizedTest
	@CsvSource({ "BRANCH_LT,0", "BRANCH_LT,1", "BRANCH_LEQ,0", "BRANCH_LEQ,1", "BRANCH_GTE,0", "BRANCH_GTE,1",
			"BRANCH_GT,0", "BRANCH_GT,1" })
	void everyComparisonAndEveryMissingValueGoesWhereTheRuntimeSendsIt(String mode, int missingYes) {
		byte[] file = changed("forest.onnx", (attribute) -> switch (attribute.getName()) {
			case "nodes_modes" -> {
				AttributeProto.Builder modes = attribute.toBuilder();
				for (int i = 0; i < attribute.getStringsCount(); i++) {
					if (attribute.getStrings(i).toStringUtf8().startsWith("BRANCH")) {
						modes.setStrings(i, ByteString.copyFromUtf8(mode));
					}
				}
				yield modes.build();
			}
			case "nodes_missing_value_tracks_true" -> {
				AttributeProto.Builder missing = attribute.toBuilder();
				for (int i = 0; i < attribute.getIntsCount(); i++) {
					missing.setInts(i, missingYes);
				}
				yield missing.build();
			}
			default -> attribute;
		});
		float[][] rows = rows();
		Random random = new Random(5);
		for (float[] row : rows) {
			row[random.nextInt(4)] = Float.NaN;
		}
		TrainedModel model = OnnxImport.read(file, NAMED);
		double[][] said = new double[rows.length][2];
		model.predict(rows, said);
		float[][] expected = OnnxSession.probabilities(withoutZipMap(file), "X", rows);
		for (int row = 0; row < rows.length; row++) {
			assertThat(said[row][1]).isCloseTo(expected[row][0], within(1e-6));
		}
	}

	@Test
	void takesTheOperatorOfTheFifthVersion() {
		byte[] file = later(new long[] { 1, 0 }, new long[] { 1, 1 });
		TrainedModel model = OnnxImport.read(file, new Hints(Mission.KEPLER, FEATURES, PLANET));
		float[][] rows = { { 1, 0, 0, 0 }, { 3, 0, 0, 0 }, { 3, 9, 0, 0 }, { Float.NaN, 0, 0, 0 } };
		double[][] said = new double[rows.length][2];
		model.predict(rows, said);
		double[] scores = { -1, 0.5, 2, 0.5 };
		for (int row = 0; row < rows.length; row++) {
			assertThat(said[row][0]).isCloseTo(1 / (1 + Math.exp(-scores[row])), within(1e-9));
		}
	}

	/** Split 0: period ≤ 2 → leaf 0, else split 1: duration ≤ 5 → leaf 1, else leaf 2. */
	private static byte[] later(long[] falseNodes, long[] trueLeafs) {
		NodeProto.Builder node = NodeProto.newBuilder()
			.setDomain("ai.onnx.ml")
			.setOpType("TreeEnsemble")
			.addInput("X")
			.addOutput("Y")
			.addAttribute(integers("tree_roots", 0))
			.addAttribute(integers("nodes_featureids", 0, 1))
			.addAttribute(integers("nodes_truenodeids", 0, 1))
			.addAttribute(integers("nodes_trueleafs", trueLeafs))
			.addAttribute(integers("nodes_falsenodeids", falseNodes[0], 2))
			.addAttribute(integers("nodes_falseleafs", falseNodes[1], 1))
			.addAttribute(integers("leaf_targetids", 0, 0, 0))
			.addAttribute(GraphBuilder.whole("n_targets", 1))
			.addAttribute(GraphBuilder.whole("post_transform", 2))
			.addAttribute(tensor("nodes_modes",
					TensorProto.newBuilder()
						.setDataType(DataType.UINT8.getNumber())
						.addDims(2)
						.setRawData(ByteString.copyFrom(new byte[2]))))
			.addAttribute(tensor("nodes_splits",
					TensorProto.newBuilder().setDataType(DataType.FLOAT.getNumber()).addFloatData(2).addFloatData(5)))
			.addAttribute(tensor("leaf_weights",
					TensorProto.newBuilder()
						.setDataType(DataType.DOUBLE.getNumber())
						.addDoubleData(-1)
						.addDoubleData(0.5)
						.addDoubleData(2)));
		GraphBuilder graph = new GraphBuilder("later");
		graph.input("X", DataType.FLOAT, 4);
		ModelProto.Builder model = ModelProto.newBuilder().setGraph(graph.build().toBuilder().addNode(node));
		model.addOpsetImportBuilder().setDomain("ai.onnx.ml").setVersion(5);
		return model.build().toByteArray();
	}

	private static AttributeProto integers(String name, long... values) {
		AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
		Arrays.stream(values).forEach(attribute::addInts);
		return attribute.build();
	}

	private static AttributeProto tensor(String name, TensorProto.Builder tensor) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.TENSOR).setT(tensor).build();
	}

	@Test
	void refusesOtherOperatorsByName() {
		byte[] file = graph("forest.onnx", (model) -> model.getGraphBuilder()
			.addNode(NodeProto.newBuilder().setDomain("ai.onnx.ml").setOpType("Scaler").addOutput("s")));
		assertThat(refused(file, NAMED, ErrorCode.UNSUPPORTED_ONNX)).contains("'Scaler'");
	}

	@Test
	void refusesWhatItDoesNotCallByItsName() {
		byte[] file = resource("forest.onnx");
		assertThat(refused(file, Hints.NONE, ErrorCode.UNSUPPORTED_ONNX)).contains("`features`");
		assertThat(refused(resource("xgboost.onnx"), NAMED, ErrorCode.UNSUPPORTED_ONNX)).contains("`classes`");
		assertThat(refused(file, new Hints(null, FEATURES.subList(0, 3), List.of()), ErrorCode.UNSUPPORTED_ONNX))
			.contains("4 features, and 3");
		assertThat(refused(file, new Hints(null, FEATURES, List.of("a")), ErrorCode.UNSUPPORTED_ONNX))
			.contains("2 classes apart, and 1");
		assertThat(refused(file, new Hints(null, FEATURES, List.of("yes", "no")), ErrorCode.UNSUPPORTED_ONNX))
			.contains("'yes'", "CONFIRMED");
		assertThat(refused(file, new Hints(Mission.TESS, FEATURES, List.of()), ErrorCode.UNSUPPORTED_ONNX))
			.contains("tess", "koi_period");
	}

	@ParameterizedTest
	@ValueSource(strings = { "koi_score", "koi_disposition", "koi_fpflag_nt", "kepid", "ra", "whatever" })
	void refusesFeaturesThatTellTheVerdictOrMeanNothing(String name) {
		assertThat(refused(resource("forest.onnx"),
				new Hints(null, List.of("koi_period", "koi_duration", "koi_depth", name), List.of()),
				ErrorCode.UNSUPPORTED_ONNX))
			.contains(name);
	}

	@Test
	void refusesTreesThatAreNone() {
		assertThat(refused(attribute("forest.onnx", "nodes_falsenodeids", (all) -> all.setInts(0, 0)),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("circle");
		assertThat(refused(attribute("forest.onnx", "nodes_falsenodeids", (all) -> all.setInts(0, all.getInts(1))),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("two ways");
		assertThat(refused(attribute("forest.onnx", "nodes_truenodeids", (all) -> all.setInts(0, 999_999)),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("not there");
		assertThat(refused(attribute("forest.onnx", "nodes_values", (all) -> all.setFloats(0, Float.NaN)),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("threshold");
		assertThat(refused(attribute("forest.onnx", "class_weights", (all) -> all.setFloats(0, Float.NaN)),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("leaf");
		assertThat(refused(attribute("forest.onnx", "class_weights", (all) -> all.setFloats(0, 0.7f)),
				ErrorCode.UNSUPPORTED_ONNX))
			.contains("no probabilities");
		assertThat(refused(attribute("forest.onnx", "nodes_featureids", (all) -> all.setInts(0, 4)),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("feature 4 of 4");
		assertThat(refused(attribute("forest.onnx", "nodes_featureids", (all) -> all.addInts(0)),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("entries");
		assertThat(refused(attribute("forest.onnx", "nodes_modes",
				(all) -> all.setStrings(0, ByteString.copyFromUtf8("BRANCH_EQ"))), ErrorCode.UNSUPPORTED_ONNX))
			.contains("BRANCH_EQ");
		assertThat(refused(
				attribute("forest.onnx", "post_transform", (all) -> all.setS(ByteString.copyFromUtf8("PROBIT"))),
				ErrorCode.UNSUPPORTED_ONNX))
			.contains("PROBIT");
		assertThat(refused(later(new long[] { 0, 0 }, new long[] { 1, 1 }), new Hints(null, FEATURES, PLANET),
				ErrorCode.INVALID_ONNX_FILE))
			.contains("circle");
	}

	@Test
	void isToldFromOurOwnFiles() {
		assertThat(OnnxImport.looksLikeOne(resource("forest.onnx"))).isTrue();
		assertThat(OnnxImport.looksLikeOne("EXOSCOUT".getBytes(StandardCharsets.UTF_8))).isFalse();
		assertThat(OnnxImport.looksLikeOne(new byte[0])).isFalse();
	}

	@Test
	void takesHintsAsParameters() {
		assertThat(Hints.of(null, null, " ")).isEqualTo(Hints.NONE);
		assertThat(Hints.of("k2", "pl_rade, st_teff", "FALSE POSITIVE,CONFIRMED")).isEqualTo(
				new Hints(Mission.K2, List.of("pl_rade", "st_teff"), List.of(Target.FALSE_POSITIVE, Target.CONFIRMED)));
		assertThatThrownBy(() -> Hints.of("gaia", null, null)).hasMessageContaining("'gaia'")
			.hasMessageContaining("kepler, tess, k2");
	}

	@Test
	void isWrittenAndReadAsAModelOfOurOwn() throws IOException {
		TrainedModel model = OnnxImport.read(resource("forest.onnx"), NAMED);
		byte[] file = ModelFile.write(model);
		assertThat(ModelFile.write(OnnxImport.read(resource("forest.onnx"), NAMED))).isEqualTo(file);
		TrainedModel again = ModelFile.read(new ByteArrayInputStream(file));
		double[] said = new double[2];
		double[] saidAgain = new double[2];
		for (float[] row : rows()) {
			model.predict(row, said);
			again.predict(row, saidAgain);
			assertThat(saidAgain).containsExactly(said);
			double[] contributions = again.forests().contributions(row, 1);
			assertThat(Arrays.stream(contributions).allMatch(Double::isFinite)).isTrue();
		}
	}

	@Test
	void opensNoOtherFile() {
		byte[] file = changed("forest.onnx", (attribute) -> {
			if (!attribute.getName().equals("nodes_values")) {
				return attribute;
			}
			TensorProto.Builder tensor = TensorProto.newBuilder()
				.setDataType(DataType.FLOAT.getNumber())
				.setDataLocation(DataLocation.EXTERNAL);
			tensor.addExternalDataBuilder().setKey("location").setValue("/etc/passwd");
			return tensor("nodes_values_as_tensor", tensor);
		});
		assertThat(refused(file, ErrorCode.UNSUPPORTED_ONNX)).contains("another file");
	}

	@Test
	void refusesALaterVersionAndFunctionsOfItsOwn() {
		assertThat(refused(
				graph("forest.onnx", (model) -> model.addOpsetImportBuilder().setDomain("ai.onnx.ml").setVersion(6)),
				NAMED, ErrorCode.UNSUPPORTED_ONNX))
			.contains("version 6");
		byte[] file = resource("forest.onnx");
		byte[] functions = Arrays.copyOf(file, file.length + 3);
		// an empty one
		System.arraycopy(OnnxSizeTests.varint(25 << 3 | 2), 0, functions, file.length, 2);
		assertThat(refused(functions, NAMED, ErrorCode.UNSUPPORTED_ONNX)).contains("functions");
	}

	/** More of them with {@code -Dexoscout.mutations=1000000}. */
	@Test
	void mutationsAreModelsOrRefusals() {
		Random random = new Random(8);
		byte[] tree = resource("tree.onnx");
		byte[] later = later(new long[] { 1, 0 }, new long[] { 1, 1 });
		Hints hints = new Hints(null, FEATURES, PLANET);
		int mutations = Integer.getInteger("exoscout.mutations", 20_000);
		for (int i = 0; i < mutations; i++) {
			byte[] file = ((i % 4 == 0) ? later : tree).clone();
			for (int change = random.nextInt(4); change >= 0; change--) {
				file[random.nextInt(file.length)] = (byte) random.nextInt(256);
			}
			if (random.nextInt(10) == 0) {
				file = Arrays.copyOf(file, random.nextInt(file.length));
			}
			try {
				double[] said = new double[2];
				OnnxImport.read(file, hints).predict(new float[] { 1, 2, Float.NaN, 4 }, said);
				assertThat(said[0] + said[1]).isCloseTo(1, within(1e-6));
			}
			catch (ProblemException ex) {
				assertThat(ex.code()).isIn(ErrorCode.INVALID_ONNX_FILE, ErrorCode.UNSUPPORTED_ONNX);
			}
		}
	}

	private static String refused(byte[] file, ErrorCode code) {
		return refused(file, NAMED, code);
	}

	private static String refused(byte[] file, Hints hints, ErrorCode code) {
		String[] said = new String[1];
		assertThatThrownBy(() -> OnnxImport.read(file, hints)).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> {
					assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
					said[0] = problem.getMessage();
				});
		return said[0];
	}

	private static byte[] attribute(String name, String attribute, Consumer<AttributeProto.Builder> change) {
		return changed(name, (found) -> {
			AttributeProto.Builder copy = found.toBuilder();
			if (found.getName().equals(attribute)) {
				change.accept(copy);
			}
			return copy.build();
		});
	}

	private static byte[] changed(String name, UnaryOperator<AttributeProto> change) {
		return graph(name, (model) -> model.getGraphBuilder().getNodeBuilderList().forEach((node) -> {
			for (int i = 0; i < node.getAttributeCount(); i++) {
				node.setAttribute(i, change.apply(node.getAttribute(i)));
			}
		}));
	}

	private static byte[] withoutZipMap(byte[] file) {
		try {
			ModelProto.Builder model = ModelProto.parseFrom(file).toBuilder();
			NodeProto ensemble = model.getGraph()
				.getNodeList()
				.stream()
				.filter((node) -> node.getOpType().startsWith("TreeEnsemble"))
				.findFirst()
				.orElseThrow();
			model.getGraphBuilder().clearNode().clearOutput().addNode(ensemble);
			GraphBuilder out = new GraphBuilder("out");
			out.output("x", ensemble.getOutput(1), DataType.FLOAT, 2);
			model.getGraphBuilder().addOutput(out.build().getOutput(0));
			return model.build().toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] graph(String name, Consumer<ModelProto.Builder> change) {
		try {
			ModelProto.Builder model = ModelProto.parseFrom(resource(name)).toBuilder();
			change.accept(model);
			return model.build().toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
