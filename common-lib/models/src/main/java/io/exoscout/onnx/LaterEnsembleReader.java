package io.exoscout.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.exoscout.onnx.Ensemble.BranchMode;

/**
 * Reads the trees of {@code TreeEnsemble}, the operator since {@code ai.onnx.ml} 5, which
 * counts splits and leaves through all trees.
 */
final class LaterEnsembleReader {

	/** What is done with the leaves' values: they are added. */
	private static final int SUM = 1;

	private static final String[] TRANSFORMS = { "NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT" };

	private final Attributes attributes;

	private final byte[] modes;

	private final int splits;

	private final long[] leafOutputs;

	private LaterEnsembleReader(NodeProto node) {
		this.attributes = new Attributes(node);
		this.modes = this.attributes.bytes("nodes_modes");
		this.splits = this.modes.length;
		this.leafOutputs = this.attributes.integers("leaf_targetids");
	}

	/** The trees of a node. */
	static Ensemble read(NodeProto node) {
		return new LaterEnsembleReader(node).read();
	}

	/** How its sums become probabilities, by the word that the older operators have. */
	static String transform(NodeProto node) {
		long transform = new Attributes(node).integer("post_transform", 0);
		OnnxFault.require(transform >= 0 && transform < TRANSFORMS.length, "its post_transform is unknown");
		return TRANSFORMS[(int) transform];
	}

	private Ensemble read() {
		OnnxFault.requireSupported(this.attributes.integer("aggregate_function", SUM) == SUM,
				"its leaves are not added");
		int leaves = this.leafOutputs.length;
		int size = this.splits + leaves;
		OnnxFault.require(this.splits > 0 && leaves > 0, "its trees have no node");
		OnnxFault.requireSupported(size <= Ensemble.MOST_NODES,
				"its trees have %d nodes, at most %d are taken".formatted(size, Ensemble.MOST_NODES));
		BranchMode[] comparisons = new BranchMode[size];
		int[] features = new int[size];
		double[] thresholds = new double[size];
		boolean[] missingYes = new boolean[size];
		long[] given = list("nodes_featureids");
		double[] numbers = this.attributes.numbers("nodes_splits");
		OnnxFault.require(numbers.length == this.splits, "nodes_splits does not fit nodes_modes");
		long[] missing = this.attributes.integers("nodes_missing_value_tracks_true");
		OnnxFault.require(missing.length == 0 || missing.length == this.splits,
				"nodes_missing_value_tracks_true does not fit nodes_modes");
		for (int i = 0; i < this.splits; i++) {
			OnnxFault.requireSupported(this.modes[i] >= 0 && this.modes[i] < BranchMode.values().length,
					"its trees compare by mode " + this.modes[i]);
			OnnxFault.require(given[i] >= 0 && given[i] < GraphReader.MOST_FEATURES,
					"a split looks at a feature that is not there");
			comparisons[i] = BranchMode.values()[this.modes[i]];
			features[i] = (int) given[i];
			thresholds[i] = numbers[i];
			missingYes[i] = missing.length > 0 && missing[i] == 1;
		}
		int[] yes = children("nodes_truenodeids", "nodes_trueleafs", size);
		int[] no = children("nodes_falsenodeids", "nodes_falseleafs", size);
		double[] values = this.attributes.numbers("leaf_weights");
		OnnxFault.require(values.length == leaves, "leaf_weights does not fit leaf_targetids");
		int[] starts = new int[size + 1];
		int[] outputs = new int[leaves];
		for (int leaf = 0; leaf < leaves; leaf++) {
			OnnxFault.require(this.leafOutputs[leaf] >= 0 && this.leafOutputs[leaf] < GraphReader.MOST_CLASSES,
					"a leaf speaks of a class that is not there");
			outputs[leaf] = (int) this.leafOutputs[leaf];
			starts[this.splits + leaf + 1] = leaf + 1;
		}
		return new Ensemble(comparisons, features, thresholds, missingYes, yes, no, new double[0], starts, outputs,
				values);
	}

	/** Leaves are counted behind all splits. */
	private int[] children(String name, String leaf, int size) {
		long[] places = list(name);
		long[] leaves = list(leaf);
		int[] children = new int[size];
		for (int i = 0; i < this.splits; i++) {
			long end = (leaves[i] == 1) ? size - this.splits : this.splits;
			OnnxFault.require(places[i] >= 0 && places[i] < end, "it points at a node that is not there");
			children[i] = (int) places[i] + ((leaves[i] == 1) ? this.splits : 0);
		}
		return children;
	}

	private long[] list(String name) {
		long[] list = this.attributes.integers(name);
		OnnxFault.require(list.length == this.splits, name + " does not fit nodes_modes");
		return list;
	}

}
