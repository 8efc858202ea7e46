package io.exoscout.forest;

import java.util.Arrays;
import java.util.List;

/**
 * What a model scores with: forests whose probabilities are averaged. Most models have
 * just one.
 *
 * @param members the forests, at least one, for the same features and classes
 * @param weights one for each member, positive; they sum to 1
 */
public record Forests(List<Forest> members, List<Double> weights) {

	/**
	 * As many rows as are worth scoring together; more take more memory and no less time
	 * each.
	 */
	public static final int TOGETHER = RowBlock.ROWS;

	/** The same for explaining them. */
	public static final int EXPLAINED_TOGETHER = TreeShap.ROWS;

	private static final double ROUNDING = 1e-9;

	public Forests {
		members = List.copyOf(members);
		weights = List.copyOf(weights);
		double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
		if (members.isEmpty() || weights.size() != members.size()) {
			throw new IllegalArgumentException(weights.size() + " weights for " + members.size() + " forests");
		}
		if (!weights.stream().allMatch((weight) -> weight > 0) || !(Math.abs(sum - 1) <= ROUNDING)) {
			throw new IllegalArgumentException("Weights must be positive and sum to 1, not " + weights);
		}
		for (Forest member : members) {
			if (member.features() != members.get(0).features() || member.classes() != members.get(0).classes()) {
				throw new IllegalArgumentException("The forests differ in their features or classes");
			}
		}
	}

	/** A forest alone. */
	public static Forests of(Forest forest) {
		return new Forests(List.of(forest), List.of(1.0));
	}

	/** Length of the feature vector. */
	public int features() {
		return this.members.get(0).features();
	}

	/** Number of classes. */
	public int classes() {
		return this.members.get(0).classes();
	}

	/** How many bytes they take in a file. */
	public long bytes() {
		return this.members.stream().mapToLong(ForestBytes::length).sum();
	}

	/** Memory they take, once more laid out for many rows at once. */
	public long memory() {
		return bytes() + this.members.stream().mapToLong(Forest::nodeCount).sum() * BlockScorer.BYTES_PER_NODE;
	}

	/**
	 * Scores one feature vector. A forest alone is asked directly: its probabilities are
	 * given bit for bit.
	 * @param vector one value per feature, {@code NaN} where it is missing
	 * @param probabilities receives one probability per class; they sum to 1
	 */
	public void predict(float[] vector, double[] probabilities) {
		if (this.members.size() == 1) {
			this.members.get(0).predict(vector, probabilities);
			return;
		}
		double[] one = new double[probabilities.length];
		Arrays.fill(probabilities, 0);
		for (int i = 0; i < this.members.size(); i++) {
			this.members.get(i).predict(vector, one);
			for (int c = 0; c < one.length; c++) {
				probabilities[c] += this.weights.get(i) * one[c];
			}
		}
	}

	/**
	 * Scores many feature vectors at once, which comes to the same, bit for bit.
	 * @param vectors one value per feature for each row, {@code NaN} where it is missing
	 * @param probabilities receives one probability per class for each row
	 */
	public void predict(float[][] vectors, double[][] probabilities) {
		if (this.members.size() == 1) {
			this.members.get(0).predict(vectors, probabilities);
			return;
		}
		double[][] one = new double[vectors.length][classes()];
		for (double[] row : probabilities) {
			Arrays.fill(row, 0);
		}
		for (int i = 0; i < this.members.size(); i++) {
			this.members.get(i).predict(vectors, one);
			for (int row = 0; row < one.length; row++) {
				for (int c = 0; c < one[row].length; c++) {
					probabilities[row][c] += this.weights.get(i) * one[row][c];
				}
			}
		}
	}

	/**
	 * Scores a feature vector of which some features are not known.
	 * @param vector one value per feature
	 * @param unknown the features that are not known, whatever the vector has for them
	 * @param probabilities receives one probability per class; they sum to 1
	 * @see Forest#predict(float[], boolean[], double[])
	 */
	public void predict(float[] vector, boolean[] unknown, double[] probabilities) {
		double[] one = new double[probabilities.length];
		Arrays.fill(probabilities, 0);
		for (int i = 0; i < this.members.size(); i++) {
			this.members.get(i).predict(vector, unknown, one);
			for (int c = 0; c < one.length; c++) {
				probabilities[c] += this.weights.get(i) * one[c];
			}
		}
	}

	/**
	 * Explains one score before its calibration: what each feature added, compared with
	 * the average training row (TreeSHAP, Lundberg et al. 2020).
	 * @param vector one value per feature, {@code NaN} where it is missing
	 * @param output the class whose score is explained
	 * @return the contribution of each feature, in {@link #contributionUnit}
	 */
	public double[] contributions(float[] vector, int output) {
		return contributions(new float[][] { vector }, output, () -> {
		})[0];
	}

	/**
	 * Explains the scores of many rows, which takes a tenth of the time of explaining
	 * each by itself and comes to the same.
	 * @param vectors one value per feature for each row, {@code NaN} where it is missing
	 * @param output the class whose score is explained
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return {@code contributions[row][feature]}, in {@link #contributionUnit}
	 */
	public double[][] contributions(float[][] vectors, int output, Runnable meanwhile) {
		return contributions(vectors, new boolean[features()], output, meanwhile);
	}

	/**
	 * Explains the scores of rows of which some features are not known.
	 * @param vectors one value per feature for each row
	 * @param unknown the features that are not known, which contribute nothing
	 * @param output the class whose score is explained
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return {@code contributions[row][feature]}, in {@link #contributionUnit}; with
	 * {@link #average} they add up to the score that
	 * {@link #predict(float[], boolean[], double[])} goes by
	 */
	public double[][] contributions(float[][] vectors, boolean[] unknown, int output, Runnable meanwhile) {
		if (this.members.size() == 1) {
			return TreeShap.contributions(this.members.get(0), vectors, unknown, output, meanwhile);
		}
		double[][] sums = new double[vectors.length][features()];
		for (int i = 0; i < this.members.size(); i++) {
			double[][] ofMember = ProbabilityShap.contributions(this.members.get(i), vectors, unknown, output,
					meanwhile);
			for (int row = 0; row < sums.length; row++) {
				for (int f = 0; f < sums[row].length; f++) {
					sums[row][f] += this.weights.get(i) * ofMember[row][f];
				}
			}
		}
		return sums;
	}

	/**
	 * The score of the average training row, which with a row's contributions adds up to
	 * its score before calibration.
	 * @param output the class
	 * @return in {@link #contributionUnit}
	 */
	public double average(int output) {
		if (this.members.size() == 1) {
			return this.members.get(0).average(output);
		}
		double sum = 0;
		for (int i = 0; i < this.members.size(); i++) {
			sum += this.weights.get(i) * ProbabilityShap.average(this.members.get(i))[output];
		}
		return sum;
	}

	/**
	 * Whether {@link #average} and contributions are scores whose softmax the
	 * probabilities are, one score for each class; those of other models are
	 * probabilities, or the log-odds of two classes.
	 */
	public boolean softmax() {
		return this.members.size() == 1 && this.members.get(0).link() == Link.SOFTMAX;
	}

	/**
	 * What contributions are measured in: the forest's own scale if it is alone
	 * ({@code log-odds} for boosted ones, {@code probability} for averaged trees),
	 * {@code probability} if there are several.
	 */
	public String contributionUnit() {
		boolean boosted = this.members.size() == 1 && this.members.get(0).link() != Link.MEAN;
		return boosted ? "log-odds" : "probability";
	}

	/** Number of nodes of all trees. */
	public long nodeCount() {
		return this.members.stream().mapToLong(Forest::nodeCount).sum();
	}

}
