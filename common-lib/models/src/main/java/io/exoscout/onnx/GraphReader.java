package io.exoscout.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one ensemble in a graph and what goes into it. Around it only such nodes are
 * taken as change no number: whatever else there is would be lost.
 */
final class GraphReader {

	/** Longer feature vectors are not taken. */
	static final int MOST_FEATURES = 10_000;

	/** Models of more classes are not taken. */
	static final int MOST_CLASSES = 100;

	private static final int MOST_NODES = 20_000;

	/** Casts of casts are followed so far. */
	private static final int MOST_DEEP = 50;

	private static final int FLOAT = DataType.FLOAT.getNumber();

	private static final int DOUBLE = DataType.DOUBLE.getNumber();

	/** The domain of operators of machine learning. */
	static final String ML = "ai.onnx.ml";

	private static final Set<String> ENSEMBLES = Set.of("TreeEnsembleClassifier", "TreeEnsembleRegressor",
			"TreeEnsemble");

	private static final Set<String> BEFORE = Set.of("Cast", "Identity", "Concat");

	private static final Set<String> AFTER = Set.of("Cast", "Identity", "ZipMap");

	private final GraphProto graph;

	private final NodeProto ensemble;

	private final Map<String, NodeProto> makers = new HashMap<>();

	private int steps;

	private int depth;

	private GraphReader(GraphProto graph) {
		this.graph = graph;
		OnnxFault.requireSupported(graph.getNodeCount() <= MOST_NODES, "its graph has too many nodes");
		List<NodeProto> ensembles = graph.getNodeList().stream().filter(GraphReader::isEnsemble).toList();
		for (NodeProto node : graph.getNodeList()) {
			OnnxFault.requireSupported(
					isEnsemble(node) || isStandard(node) && BEFORE.contains(node.getOpType()) || isAfter(node),
					"it has a node '%s', which is no ensemble of trees".formatted(Quoted.shortened(node.getOpType())));
			for (String output : node.getOutputList()) {
				OnnxFault.require(this.makers.put(output, node) == null, "two nodes give one value");
			}
		}
		OnnxFault.requireSupported(ensembles.size() == 1,
				"it has %d ensembles of trees, where one is taken".formatted(ensembles.size()));
		this.ensemble = ensembles.get(0);
	}

	/**
	 * An ensemble and the feature vector it takes.
	 *
	 * @param node the ensemble
	 * @param inputs a name for each feature, or {@code null} where the graph has none
	 */
	record Found(NodeProto node, List<@Nullable String> inputs) {
	}

	static Found read(GraphProto graph) {
		GraphReader reader = new GraphReader(graph);
		OnnxFault.require(reader.ensemble.getInputCount() == 1, "its ensemble does not take one input");
		List<@Nullable String> inputs = new ArrayList<>();
		reader.trace(reader.ensemble.getInput(0), inputs);
		return new Found(reader.ensemble, inputs);
	}

	private static boolean isEnsemble(NodeProto node) {
		return node.getDomain().equals(ML) && ENSEMBLES.contains(node.getOpType());
	}

	private static boolean isAfter(NodeProto node) {
		return (isStandard(node) || node.getDomain().equals(ML)) && AFTER.contains(node.getOpType());
	}

	private static boolean isStandard(NodeProto node) {
		return node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx");
	}

	/** Adds the features behind a value. */
	private void trace(String value, List<@Nullable String> inputs) {
		OnnxFault.require(++this.steps <= 2 * MOST_NODES, "its graph goes round in a circle");
		NodeProto maker = this.makers.get(value);
		if (maker == null) {
			input(value, inputs);
			return;
		}
		OnnxFault.requireSupported(BEFORE.contains(maker.getOpType()) && isStandard(maker),
				"a node '%s' comes before its ensemble".formatted(Quoted.shortened(maker.getOpType())));
		if (maker.getOpType().equals("Concat")) {
			long axis = new Attributes(maker).integer("axis", 0);
			OnnxFault.requireSupported(axis == 1 || axis == -1, "its inputs are not put side by side");
		}
		else {
			requireSame(maker);
		}
		for (String input : maker.getInputList()) {
			OnnxFault.require(this.depth++ < MOST_DEEP, "its graph goes round in a circle");
			trace(input, inputs);
			this.depth--;
		}
	}

	/** A cast to floating point changes no number that is a float already. */
	private static void requireSame(NodeProto maker) {
		if (maker.getOpType().equals("Cast")) {
			long to = new Attributes(maker).integer("to", 0);
			OnnxFault.requireSupported(to == FLOAT || to == DOUBLE, "its inputs are cast to whole numbers or texts");
		}
	}

	private void input(String name, List<@Nullable String> inputs) {
		OnnxFault.requireSupported(
				this.graph.getInitializerList().stream().noneMatch((constant) -> constant.getName().equals(name)),
				"its ensemble takes a constant");
		ValueInfoProto input = this.graph.getInputList()
			.stream()
			.filter((declared) -> declared.getName().equals(name))
			.findFirst()
			.orElseThrow(() -> OnnxFault.broken("it takes a value that nothing gives"));
		TensorShapeProto shape = input.getType().getTensorType().getShape();
		long width = (shape.getDimCount() == 2) ? shape.getDim(1).getDimValue() : 0;
		OnnxFault.requireSupported(width <= MOST_FEATURES, "its vectors are longer than " + MOST_FEATURES);
		if (width == 1) {
			inputs.add(name);
		}
		for (int i = 0; i < width && width > 1; i++) {
			inputs.add(null);
		}
		OnnxFault.requireSupported(inputs.size() <= MOST_FEATURES, "its vectors are longer than " + MOST_FEATURES);
	}

}
