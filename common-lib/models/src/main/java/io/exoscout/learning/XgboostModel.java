package io.exoscout.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as XGBoost writes it in JSON (its "model schema"). Read with a streaming-safe
 * tree model: leaf values stand where a split has its condition.
 *
 * @param learner the part of the document that describes the model
 */
public record XgboostModel(JsonNode learner) {

	/** The split above the largest value there is may lie at infinity. */
	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
		.build();

	/** Reads what {@code Booster.toByteArray("json")} gives. */
	public static XgboostModel parse(byte[] json) {
		return new XgboostModel(MAPPER.readTree(json).required("learner"));
	}

	/**
	 * The forest of a model that numbers features and classes as we do.
	 * @param features length of a feature vector
	 * @param classes number of classes
	 */
	public Fit toFit(int features, int classes) {
		if (classes == 2) {
			return toFit(Link.LOGISTIC, features, new double[] { logOdds() }, IntUnaryOperator.identity(),
					(output) -> 1);
		}
		// the same base for every class: softmax does not see it
		return toFit(Link.SOFTMAX, features, new double[classes], IntUnaryOperator.identity(),
				IntUnaryOperator.identity());
	}

	/**
	 * The forest of a model that has trees for each class even if there are two. Of two
	 * classes the difference of their scores is the log-odds.
	 * @param features length of our feature vector
	 * @param classes how many there are
	 * @param feature tells of a feature of the model which of ours it is
	 * @param output tells of a class of the model which of ours it is
	 */
	public Fit toFit(int features, int classes, IntUnaryOperator feature, IntUnaryOperator output) {
		double[] base = new double[classes];
		double[] scores = baseScores();
		for (int i = 0; i < classes; i++) {
			base[output.applyAsInt(i)] = scores[Math.min(i, scores.length - 1)];
		}
		return (classes == 2) ? toFit(Link.LOGISTIC, features, new double[] { base[1] - base[0] }, feature, output)
				: toFit(Link.SOFTMAX, features, base, feature, output);
	}

	private Fit toFit(Link link, int features, double[] base, IntUnaryOperator feature, IntUnaryOperator output) {
		JsonNode model = this.learner.required("gradient_booster").required("model");
		JsonNode outputs = model.required("tree_info");
		JsonNode written = model.required("trees");
		double[] gain = new double[features];
		List<Tree> trees = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			int tellsOf = output.applyAsInt(outputs.get(i).intValue());
			boolean odds = link == Link.LOGISTIC;
			Tree tree = Tree.score(odds ? 0 : tellsOf);
			new Nodes(written.get(i), feature, (odds && tellsOf == 0) ? -1 : 1, tree, gain).copy(0);
			trees.add(tree);
		}
		int classes = (link == Link.LOGISTIC) ? 2 : base.length;
		return new Fit(Forest.of(link, features, classes, base, trees), gain);
	}

	private double logOdds() {
		double score = baseScores()[0];
		return Math.log(score / (1.0 - score));
	}

	/** What each output begins with; up to XGBoost 3.0 one number for all of them. */
	private double[] baseScores() {
		String text = this.learner.required("learner_model_param").required("base_score").asString();
		String numbers = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
		return Arrays.stream(numbers.split(",")).mapToDouble(Float::parseFloat).toArray();
	}

	/** Copies one tree, node by node, into preorder. */
	private record Nodes(JsonNode left, JsonNode right, JsonNode feature, JsonNode condition, JsonNode missingLeft,
			JsonNode cover, JsonNode loss, IntUnaryOperator place, double sign, Tree tree, double[] gain) {

		Nodes(JsonNode written, IntUnaryOperator place, double sign, Tree tree, double[] gain) {
			this(written.required("left_children"), written.required("right_children"),
					written.required("split_indices"), written.required("split_conditions"),
					written.required("default_left"), written.required("sum_hessian"), written.required("loss_changes"),
					place, sign, tree, gain);
		}

		void copy(int node) {
			double weight = this.cover.get(node).doubleValue();
			float number = (float) this.condition.get(node).doubleValue();
			if (this.left.get(node).intValue() < 0) {
				this.tree.leaf(weight, this.sign * number);
				return;
			}
			int tested = this.place.applyAsInt(this.feature.get(node).intValue());
			this.gain[tested] += this.loss.get(node).doubleValue();
			int split = this.tree.split(tested, number, this.missingLeft.get(node).intValue() != 0, weight);
			copy(this.left.get(node).intValue());
			this.tree.right(split);
			copy(this.right.get(node).intValue());
		}

	}

}
