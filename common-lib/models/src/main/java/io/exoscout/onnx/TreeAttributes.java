package io.exoscout.onnx;

import java.util.ArrayList;
import java.util.List;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.exoscout.forest.Forest;
import io.exoscout.forest.ForestVisitor;

/**
 * The trees of a forest as attributes of the operator {@code TreeEnsembleRegressor} of
 * {@code ai.onnx.ml} 3, which gives the sums over all trees. Numbers are doubles
 * throughout: sums of hundreds of leaves in floats would be seen in the sixth digit.
 */
final class TreeAttributes implements ForestVisitor {

	private static final ByteString LEAF = ByteString.copyFromUtf8("LEAF");

	/** The values below the threshold go to the first, the true child. */
	private static final ByteString SPLIT = ByteString.copyFromUtf8("BRANCH_LT");

	private final AttributeProto.Builder trees = integers("nodes_treeids");

	private final AttributeProto.Builder nodes = integers("nodes_nodeids");

	private final AttributeProto.Builder features = integers("nodes_featureids");

	private final AttributeProto.Builder modes = AttributeProto.newBuilder()
		.setName("nodes_modes")
		.setType(AttributeType.STRINGS);

	private final AttributeProto.Builder lefts = integers("nodes_truenodeids");

	private final AttributeProto.Builder rights = integers("nodes_falsenodeids");

	private final AttributeProto.Builder missingLeft = integers("nodes_missing_value_tracks_true");

	private final TensorProto.Builder thresholds = tensor("nodes_values");

	private final TensorProto.Builder covers = tensor("nodes_hitrates");

	private final AttributeProto.Builder leafTrees = integers("target_treeids");

	private final AttributeProto.Builder leafNodes = integers("target_nodeids");

	private final AttributeProto.Builder leafOutputs = integers("target_ids");

	private final TensorProto.Builder leafValues = tensor("target_weights");

	private final TensorProto.Builder base = tensor("base_values");

	private final int outputs;

	private int tree = -1;

	private int output;

	private TreeAttributes(int outputs) {
		this.outputs = outputs;
	}

	/** All attributes of the operator that gives the sums of a forest. */
	static List<AttributeProto> of(Forest forest, int outputs) {
		TreeAttributes attributes = new TreeAttributes(outputs);
		for (double score : forest.base()) {
			attributes.base.addDoubleData(score);
		}
		attributes.visit(forest);
		return attributes.all();
	}

	@Override
	public void tree(int output) {
		this.tree++;
		this.output = output;
	}

	@Override
	public void split(int node, int feature, float threshold, boolean missingLeft, int right, float cover) {
		node(node, SPLIT, cover);
		this.features.addInts(feature);
		this.thresholds.addDoubleData(threshold);
		this.missingLeft.addInts(missingLeft ? 1 : 0);
		this.lefts.addInts(node + 1);
		this.rights.addInts(right);
	}

	@Override
	public void leaf(int node, float cover, double[] values) {
		if (node == 0) {
			// runtimes have been at odds about trees that are nothing but a leaf
			split(0, 0, 0, true, 2, cover);
			end(1, cover, values);
			end(2, 0, values);
		}
		else {
			end(node, cover, values);
		}
	}

	private void end(int node, float cover, double[] values) {
		node(node, LEAF, cover);
		this.features.addInts(0);
		this.thresholds.addDoubleData(0);
		this.missingLeft.addInts(0);
		this.lefts.addInts(0);
		this.rights.addInts(0);
		for (int value = 0; value < values.length; value++) {
			this.leafTrees.addInts(this.tree);
			this.leafNodes.addInts(node);
			this.leafOutputs.addInts(this.output + value);
			this.leafValues.addDoubleData(values[value]);
		}
	}

	private void node(int node, ByteString mode, float cover) {
		this.trees.addInts(this.tree);
		this.nodes.addInts(node);
		this.modes.addStrings(mode);
		this.covers.addDoubleData(cover);
	}

	private List<AttributeProto> all() {
		List<AttributeProto> all = new ArrayList<>(
				List.of(this.trees.build(), this.nodes.build(), this.features.build(), this.modes.build(),
						this.lefts.build(), this.rights.build(), this.missingLeft.build(), tensor(this.thresholds),
						tensor(this.covers), this.leafTrees.build(), this.leafNodes.build(), this.leafOutputs.build(),
						tensor(this.leafValues), GraphBuilder.whole("n_targets", this.outputs),
						GraphBuilder.text("aggregate_function", "SUM"), GraphBuilder.text("post_transform", "NONE")));
		if (this.base.getDoubleDataCount() > 0) {
			all.add(tensor(this.base));
		}
		return all;
	}

	private static AttributeProto.Builder integers(String name) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
	}

	private static TensorProto.Builder tensor(String name) {
		return TensorProto.newBuilder().setName(name + "_as_tensor").setDataType(DataType.DOUBLE.getNumber());
	}

	private static AttributeProto tensor(TensorProto.Builder tensor) {
		tensor.addDims(tensor.getDoubleDataCount());
		return AttributeProto.newBuilder().setName(tensor.getName()).setType(AttributeType.TENSOR).setT(tensor).build();
	}

}
