package io.exoscout.learning;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as XGBoost writes it in JSON (its "model schema"). Read with a streaming-safe
 * tree model: leaf values stand where a split has its condition.
 *
 * @param learner the part of the document that describes the model
 */
public record XgboostModel(JsonNode learner) {

	private static final JsonMapper MAPPER = new JsonMapper();

	/** Reads what {@code Booster.toByteArray("json")} gives. */
	public static XgboostModel parse(byte[] json) {
		return new XgboostModel(MAPPER.readTree(json).required("learner"));
	}

	/**
	 * Turns it into a forest.
	 * @param features length of a feature vector
	 * @param classes number of classes
	 */
	public Fit toFit(int features, int classes) {
		JsonNode model = this.learner.required("gradient_booster").required("model");
		JsonNode outputs = model.required("tree_info");
		JsonNode written = model.required("trees");
		double[] gain = new double[features];
		List<Tree> trees = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			Tree tree = Tree.score(outputs.get(i).intValue());
			new Nodes(written.get(i), tree, gain).copy(0);
			trees.add(tree);
		}
		Link link = (classes == 2) ? Link.LOGISTIC : Link.SOFTMAX;
		return new Fit(Forest.of(link, features, classes, base(classes), trees), gain);
	}

	private double[] base(int classes) {
		String text = this.learner.required("learner_model_param").required("base_score").asString();
		float score = Float.parseFloat(text);
		if (classes == 2) {
			return new double[] { Math.log(score / (1.0 - score)) };
		}
		// the same for every class: softmax does not see it
		return new double[classes];
	}

	/** Copies one tree, node by node, into preorder. */
	private record Nodes(JsonNode left, JsonNode right, JsonNode feature, JsonNode condition, JsonNode missingLeft,
			JsonNode cover, JsonNode loss, Tree tree, double[] gain) {

		Nodes(JsonNode written, Tree tree, double[] gain) {
			this(written.required("left_children"), written.required("right_children"),
					written.required("split_indices"), written.required("split_conditions"),
					written.required("default_left"), written.required("sum_hessian"), written.required("loss_changes"),
					tree, gain);
		}

		void copy(int node) {
			double weight = this.cover.get(node).doubleValue();
			float number = (float) this.condition.get(node).doubleValue();
			if (this.left.get(node).intValue() < 0) {
				this.tree.leaf(weight, number);
				return;
			}
			int tested = this.feature.get(node).intValue();
			this.gain[tested] += this.loss.get(node).doubleValue();
			int split = this.tree.split(tested, number, this.missingLeft.get(node).intValue() != 0, weight);
			copy(this.left.get(node).intValue());
			this.tree.right(split);
			copy(this.right.get(node).intValue());
		}

	}

}
