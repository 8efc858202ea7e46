package io.exoscout.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.exoscout.onnx.Ensemble.BranchMode;
import io.exoscout.problem.Quoted;

/**
 * Reads the trees of {@code TreeEnsembleClassifier} and {@code TreeEnsembleRegressor},
 * which name nodes by tree and number.
 */
final class EnsembleReader {

	private static final String LEAF = "LEAF";

	private final Attributes attributes;

	/** {@code class} or {@code target}. */
	private final String scores;

	private final long[] trees;

	private final long[] numbers;

	private final Map<Long, Integer> places = new HashMap<>();

	private EnsembleReader(NodeProto node, String scores) {
		this.attributes = new Attributes(node);
		this.scores = scores;
		this.trees = this.attributes.integers("nodes_treeids");
		this.numbers = this.attributes.integers("nodes_nodeids");
	}

	/** The trees of a node. */
	static Ensemble read(NodeProto node, String scores) {
		return new EnsembleReader(node, scores).read();
	}

	private Ensemble read() {
		int size = this.trees.length;
		OnnxFault.require(size > 0, "its trees have no node");
		OnnxFault.requireSupported(size <= Ensemble.MOST_NODES,
				"its trees have %d nodes, at most %d are taken".formatted(size, Ensemble.MOST_NODES));
		requireLength("nodes_nodeids", this.numbers.length);
		for (int i = 0; i < size; i++) {
			OnnxFault.require(this.places.put(key(this.trees[i], this.numbers[i]), i) == null, "a node is there twice");
		}
		BranchMode[] modes = modes();
		int[] features = new int[size];
		long[] given = list("nodes_featureids");
		double[] thresholds = this.attributes.numbers("nodes_values");
		requireLength("nodes_values", thresholds.length);
		long[] missing = this.attributes.integers("nodes_missing_value_tracks_true");
		boolean[] missingYes = new boolean[size];
		requireLength("nodes_missing_value_tracks_true", (missing.length == 0) ? size : missing.length);
		for (int i = 0; i < size; i++) {
			OnnxFault.require(modes[i] == null || (given[i] >= 0 && given[i] < GraphReader.MOST_FEATURES),
					"a split looks at a feature that is not there");
			features[i] = (int) given[i];
			missingYes[i] = missing.length > 0 && missing[i] == 1;
		}
		double[] hits = this.attributes.numbers("nodes_hitrates");
		int[] yes = children(modes, list("nodes_truenodeids"));
		int[] no = children(modes, list("nodes_falsenodeids"));
		return values(modes, features, thresholds, missingYes, yes, no, (hits.length == size) ? hits : new double[0]);
	}

	private BranchMode[] modes() {
		List<String> names = this.attributes.texts("nodes_modes");
		requireLength("nodes_modes", names.size());
		BranchMode[] modes = new BranchMode[names.size()];
		for (int i = 0; i < modes.length; i++) {
			String name = names.get(i);
			if (!name.equals(LEAF)) {
				modes[i] = Arrays.stream(BranchMode.values())
					.filter((known) -> known.name().equals(name))
					.findFirst()
					.orElseThrow(
							() -> OnnxFault.unsupported("its trees compare by '%s'".formatted(Quoted.shortened(name))));
			}
		}
		return modes;
	}

	private int[] children(BranchMode[] modes, long[] numbers) {
		int[] children = new int[modes.length];
		for (int i = 0; i < children.length; i++) {
			children[i] = (modes[i] == null) ? -1 : place(this.trees[i], numbers[i]);
		}
		return children;
	}

	private int place(long tree, long number) {
		Integer place = this.places.get(key(tree, number));
		if (place == null) {
			throw OnnxFault.broken("it points at a node that is not there");
		}
		return place;
	}

	private static long key(long tree, long number) {
		OnnxFault.require(tree >= 0 && tree <= Integer.MAX_VALUE && number >= 0 && number <= Integer.MAX_VALUE,
				"the number of a tree or a node is negative or too large");
		return tree << Integer.SIZE | number;
	}

	private long[] list(String name) {
		long[] list = this.attributes.integers(name);
		requireLength(name, list.length);
		return list;
	}

	private void requireLength(String name, int length) {
		OnnxFault.require(length == this.trees.length,
				"%s has %d entries, nodes_treeids %d".formatted(name, length, this.trees.length));
	}

	/** Sorts the values by the leaves they belong to. */
	private Ensemble values(BranchMode[] modes, int[] features, double[] thresholds, boolean[] missingYes, int[] yes,
			int[] no, double[] hits) {
		long[] ofTree = this.attributes.integers(this.scores + "_treeids");
		long[] ofNode = this.attributes.integers(this.scores + "_nodeids");
		long[] ids = this.attributes.integers(this.scores + "_ids");
		double[] weights = this.attributes.numbers(this.scores + "_weights");
		OnnxFault.require(
				ofTree.length == ofNode.length && ofTree.length == ids.length && ofTree.length == weights.length,
				"what its leaves say does not fit together");
		int[] nodes = new int[ids.length];
		int[] starts = new int[modes.length + 1];
		for (int i = 0; i < nodes.length; i++) {
			nodes[i] = place(ofTree[i], ofNode[i]);
			OnnxFault.require(modes[nodes[i]] == null, "a split has a value");
			OnnxFault.require(ids[i] >= 0 && ids[i] < GraphReader.MOST_CLASSES,
					"a leaf speaks of a class that is not there");
			starts[nodes[i] + 1]++;
		}
		for (int i = 0; i < modes.length; i++) {
			starts[i + 1] += starts[i];
		}
		int[] next = starts.clone();
		int[] outputs = new int[ids.length];
		double[] values = new double[ids.length];
		for (int i = 0; i < nodes.length; i++) {
			int at = next[nodes[i]]++;
			outputs[at] = (int) ids[i];
			values[at] = weights[i];
		}
		return new Ensemble(modes, features, thresholds, missingYes, yes, no, hits, starts, outputs, values);
	}

}
