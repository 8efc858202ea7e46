package io.exoscout.learning;

import java.util.List;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.learning.FitMonitor.RoundLoss;
import io.exoscout.learning.FitMonitor.RoundWatch;
import org.jspecify.annotations.Nullable;

/**
 * How good a forest is that is still growing. Only the trees since the last look are
 * asked, and only about some rows, so that looking costs little of the time of growing.
 */
final class RoundLosses {

	private final FitMonitor monitor;

	private final Link link;

	private final List<Tree> trees;

	private final @Nullable Seen training;

	private final @Nullable Seen test;

	private int asked;

	/**
	 * The losses of a forest.
	 * @param monitor knows whether anybody looks
	 * @param set the rows it learns from
	 * @param link of the forest
	 * @param base of the forest
	 * @param trees those that there are; more will be added
	 */
	RoundLosses(FitMonitor monitor, TrainingSet set, Link link, double[] base, List<Tree> trees) {
		this.monitor = monitor;
		this.link = link;
		this.trees = trees;
		RoundWatch watch = monitor.watch();
		this.training = (watch != null) ? new Seen(set.some(), link, base) : null;
		this.test = (watch != null) ? new Seen(set.having(watch.tested()).some(), link, base) : null;
	}

	/** Shows the losses after some rounds, if somebody wants to see them. */
	void show(int done) {
		Seen training = this.training;
		Seen test = this.test;
		if (training != null && test != null) {
			this.monitor.show(done, () -> {
				List<Tree> since = this.trees.subList(this.asked, this.trees.size());
				this.asked = this.trees.size();
				return new RoundLoss(training.ask(since, this.link), test.ask(since, this.link));
			});
		}
	}

	/** Some rows, and what the trees so far say of them. */
	private static final class Seen {

		/** Keeps the loss finite where the forest is sure and wrong. */
		private static final double SURE = 1e-15;

		private final TrainingSet rows;

		private final float[][] vectors;

		private final double[][] said;

		private final double[][] sums;

		private int trees;

		Seen(TrainingSet rows, Link link, double[] base) {
			this.rows = rows;
			this.vectors = new float[rows.size()][rows.features()];
			this.said = new double[rows.size()][rows.classes()];
			this.sums = new double[rows.size()][rows.classes()];
			for (int row = 0; row < rows.size(); row++) {
				rows.copyRow(row, this.vectors[row]);
				if (link != Link.MEAN) {
					// of two classes only the second has a score
					System.arraycopy(base, 0, this.sums[row], rows.classes() - base.length, base.length);
				}
			}
		}

		/** Mean log loss, these trees included. */
		double ask(List<Tree> since, Link link) {
			this.trees += since.size();
			int outputs = (link == Link.LOGISTIC) ? 1 : this.rows.classes();
			double[] base = (link == Link.MEAN) ? new double[0] : new double[outputs];
			Forests part = Forests
				.of(Forest.of(link, this.rows.features(), this.rows.classes(), base, List.copyOf(since)));
			part.predict(this.vectors, this.said);
			double sum = 0;
			for (int row = 0; row < this.said.length; row++) {
				double[] sums = this.sums[row];
				for (int c = 0; c < sums.length; c++) {
					double p = this.said[row][c];
					sums[c] += (link == Link.MEAN) ? since.size() * p : Math.log(Math.max(p, SURE));
				}
				sum += (link == Link.MEAN) ? surprise(sums[this.rows.label(row)] / this.trees)
						: logLoss(sums, this.rows.label(row));
			}
			return sum / this.said.length;
		}

		private static double surprise(double p) {
			return -Math.log(Math.max(p, SURE));
		}

		/** Of scores whose softmax the probabilities are. */
		private static double logLoss(double[] scores, int label) {
			double highest = scores[0];
			for (double score : scores) {
				highest = Math.max(highest, score);
			}
			double all = 0;
			for (double score : scores) {
				all += Math.exp(score - highest);
			}
			return Math.min(highest + Math.log(all) - scores[label], -Math.log(SURE));
		}

	}

}
