package io.exoscout.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.model.Calibration;

/**
 * Reads a graph that {@link OnnxModel} has drawn: several forests, their average, and the
 * calibration. What was understood is drawn again by whoever asks, and has to be the
 * graph that was read; so this looks only at what differs from one model to the next.
 *
 * @param nodes of the graph, in their order
 * @param constants of the graph, by name
 * @param features how many go in
 * @param classes how many come out
 */
record OwnGraph(List<NodeProto> nodes, Map<String, TensorProto> constants, int features, int classes) {

	/**
	 * What a graph computes.
	 *
	 * @param forests how it scores
	 * @param calibration of the scores
	 * @param importance of each feature, by what its splits part; sums to 1
	 */
	record Drawn(Forests forests, Calibration calibration, double[] importance) {
	}

	/** Whether a file says that it was written here. */
	static boolean isIn(ModelProto file) {
		return file.getProducerName().equals(OnnxModel.PRODUCER) && file.getDomain().equals(OnnxModel.DOMAIN);
	}

	/**
	 * Reads a graph.
	 * @throws io.exoscout.problem.ProblemException {@code INVALID} if it is none of ours
	 */
	static Drawn read(GraphProto graph, int features, int classes) {
		Map<String, TensorProto> constants = graph.getInitializerList()
			.stream()
			.collect(Collectors.toMap(TensorProto::getName, Function.identity(), (one, other) -> one));
		try {
			return new OwnGraph(graph.getNodeList(), constants, features, classes).read();
		}
		catch (IllegalArgumentException ex) {
			throw OnnxFault.changed().causedBy(ex);
		}
	}

	private Drawn read() {
		List<Forest> members = new ArrayList<>();
		List<double[]> importance = new ArrayList<>();
		for (int i = 0; i < this.nodes.size(); i++) {
			if (this.nodes.get(i).getOpType().equals("TreeEnsembleRegressor")) {
				Ensemble trees = EnsembleReader.read(this.nodes.get(i), "target");
				members.add(EnsembleForest.exact(link(i), trees,
						new Attributes(this.nodes.get(i)).numbers("base_values"), this.features, this.classes));
				importance.add(EnsembleForest.exactImportance(trees, this.features));
			}
		}
		List<Double> weights = weights(members.size());
		Forests forests = new Forests(members, weights);
		double[] mean = new double[this.features];
		for (int i = 0; i < importance.size(); i++) {
			for (int f = 0; f < mean.length; f++) {
				mean[f] += weights.get(i) * importance.get(i)[f];
			}
		}
		return new Drawn(forests, calibration(), mean);
	}

	/** Told by what comes after an ensemble and the cast of its sums. */
	private Link link(int ensemble) {
		return switch (operator(ensemble + 2)) {
			case "Div" -> Link.MEAN;
			case "Softmax" -> Link.SOFTMAX;
			default -> Link.LOGISTIC;
		};
	}

	private String operator(int node) {
		return (node < this.nodes.size()) ? this.nodes.get(node).getOpType() : "";
	}

	/** Of several forests each is multiplied by its weight before they are added. */
	private List<Double> weights(int members) {
		if (members == 1) {
			return List.of(1.0);
		}
		return after(0, "Mul", members).stream().map((values) -> values[0]).toList();
	}

	private Calibration calibration() {
		int logs = 0;
		while (logs < this.nodes.size() && !operator(logs).equals("Log")) {
			logs++;
		}
		if (logs == this.nodes.size()) {
			return Calibration.NONE;
		}
		double[] offsets = after(logs, "Add", 1).get(0);
		OnnxFault.require(offsets.length == this.classes, "its calibration does not fit its classes");
		return new Calibration(after(logs, "Mul", 1).get(0)[0], Arrays.stream(offsets).boxed().toList());
	}

	/** The constants that the next nodes of an operator take. */
	private List<double[]> after(int node, String operator, int count) {
		List<double[]> found = new ArrayList<>();
		for (int i = node; i < this.nodes.size() && found.size() < count; i++) {
			if (operator(i).equals(operator) && this.nodes.get(i).getInputCount() == 2) {
				TensorProto constant = this.constants.get(this.nodes.get(i).getInput(1));
				if (constant != null && constant.getDoubleDataCount() > 0) {
					found.add(constant.getDoubleDataList().stream().mapToDouble(Double::doubleValue).toArray());
				}
			}
		}
		if (found.size() < count) {
			throw OnnxFault.changed();
		}
		return found;
	}

}
