package io.exoscout.onnx;

import java.util.List;
import java.util.TreeMap;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.exoscout.feature.FeatureInput;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.model.Calibration;
import io.exoscout.model.TrainedModel;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * A model as an ONNX file, for those who score elsewhere. It takes feature vectors, since
 * relations between objects of a table are nothing a graph can compute, and says what the
 * model says of them to 1e-6: forests, how their sums become probabilities, their
 * average, and the calibration are all nodes of the graph.
 *
 * @see <a href="https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html">
 * TreeEnsembleRegressor</a>
 */
public final class OnnxModel {

	/** The one input: a float for each feature, {@code NaN} where it is missing. */
	public static final String FEATURES = "features";

	/** The first output: the likeliest class of each row. */
	public static final String LABEL = "label";

	/** The second output: a double for each class. */
	public static final String PROBABILITIES = "probabilities";

	/** What a file says it was written by. */
	static final String PRODUCER = "exoscout";

	/** What a file says it belongs to. */
	static final String DOMAIN = "io.exoscout";

	/** Of more nodes the file would come near the 2 GiB that the format allows. */
	static final long MOST_NODES = 8_000_000;

	private static final int IR_VERSION = 8;

	private static final int OPSET = 16;

	/** The first one with doubles in trees. */
	private static final int ML_OPSET = 3;

	private static final String ML = "ai.onnx.ml";

	private static final AttributeProto LAST_AXIS = GraphBuilder.whole("axis", -1);

	private final GraphBuilder graph = new GraphBuilder("exoscout");

	private final TrainedModel model;

	private OnnxModel(TrainedModel model) {
		this.model = model;
	}

	/**
	 * Writes a model down.
	 * @param model the model
	 * @param digest of its own file, which the ONNX file names as its origin
	 * @param inputs what it looks at, in the order of a vector
	 * @return the file
	 * @throws ProblemException {@code UNUSABLE} (code {@code model_too_large}) if it has
	 * too many nodes for the format
	 */
	public static byte[] write(TrainedModel model, String digest, List<FeatureInput> inputs) {
		long nodes = model.forests().nodeCount();
		if (nodes > MOST_NODES) {
			throw new ProblemException(ErrorCode.MODEL_TOO_LARGE,
					"The model has %d nodes; an ONNX file holds at most %d".formatted(nodes, MOST_NODES));
		}
		ModelProto.Builder file = ModelProto.newBuilder()
			.setIrVersion(IR_VERSION)
			.setProducerName(PRODUCER)
			.setDomain(DOMAIN)
			.setDocString("Probabilities of the classes %s of transit candidates, by job %s."
				.formatted(model.manifest().classNames(), model.manifest().jobId()));
		file.addOpsetImportBuilder().setVersion(OPSET);
		file.addOpsetImportBuilder().setDomain(ML).setVersion(ML_OPSET);
		new TreeMap<>(OnnxMetadata.of(model.manifest(), digest, inputs))
			.forEach((key, value) -> file.addMetadataPropsBuilder().setKey(key).setValue(value));
		String objects = OnnxMetadata.text(model.neighbours());
		if (!objects.isEmpty()) {
			file.addMetadataPropsBuilder().setKey(OnnxMetadata.OBJECTS).setValue(objects);
		}
		return file.setGraph(drawn(model)).build().toByteArray();
	}

	/** The graph of a model; the same for the same model. */
	static GraphProto drawn(TrainedModel model) {
		return new OnnxModel(model).draw().graph.build();
	}

	private OnnxModel draw() {
		Forests forests = this.model.forests();
		String features = this.graph.cast(this.graph.input(FEATURES, DataType.FLOAT, forests.features()),
				DataType.DOUBLE);
		String probabilities = calibrated(average(forests, features));
		String likeliest = this.graph.node("ArgMax", List.of(LAST_AXIS, GraphBuilder.whole("keepdims", 0)),
				probabilities);
		String names = this.graph.constant(this.model.manifest().classNames());
		this.graph.output(this.graph.node("Gather", List.of(), names, likeliest), LABEL, DataType.STRING, 0);
		this.graph.output(probabilities, PROBABILITIES, DataType.DOUBLE, forests.classes());
		return this;
	}

	private String average(Forests forests, String features) {
		if (forests.members().size() == 1) {
			return probabilities(forests.members().get(0), features);
		}
		String[] parts = new String[forests.members().size()];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = this.graph.node("Mul", List.of(), probabilities(forests.members().get(i), features),
					this.graph.constant(forests.weights().get(i)));
		}
		return this.graph.node("Sum", List.of(), parts);
	}

	private String probabilities(Forest forest, String features) {
		int outputs = (forest.link() == Link.LOGISTIC) ? 1 : forest.classes();
		// whatever it takes, the operator gives floats
		String sums = this.graph.cast(
				this.graph.node(ML, "TreeEnsembleRegressor", TreeAttributes.of(forest, outputs), features),
				DataType.DOUBLE);
		return switch (forest.link()) {
			case MEAN -> this.graph.node("Div", List.of(), sums, this.graph.constant(forest.trees()));
			case LOGISTIC -> this.graph.node("Concat", List.of(LAST_AXIS),
					this.graph.node("Sigmoid", List.of(), this.graph.node("Neg", List.of(), sums)),
					this.graph.node("Sigmoid", List.of(), sums));
			case SOFTMAX -> softmax(sums);
		};
	}

	private String softmax(String scores) {
		return this.graph.node("Softmax", List.of(LAST_AXIS), scores);
	}

	private String calibrated(String probabilities) {
		Calibration calibration = this.model.manifest().calibrator();
		if (calibration.offsets().isEmpty()) {
			return probabilities;
		}
		String logs = this.graph.node("Log", List.of(),
				this.graph.node("Add", List.of(), probabilities, this.graph.constant(Calibration.FLOOR)));
		double[] offsets = calibration.offsets().stream().mapToDouble(Double::doubleValue).toArray();
		return softmax(this.graph.node("Add", List.of(),
				this.graph.node("Mul", List.of(), logs, this.graph.constant(calibration.slope())),
				this.graph.constant(offsets)));
	}

}
